import type { RunsMessages } from '@/lib/messages/runs';

export const runsVietnamese: RunsMessages = {
  views: { label: 'Các lần chạy và nghiên cứu', runs: 'Lần chạy', studies: 'Nghiên cứu' },
};
