export const runsEnglish = {
  views: { label: 'Runs and studies', runs: 'Runs', studies: 'Studies' },
};
