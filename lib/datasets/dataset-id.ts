/** Letters and digits of the random end that makes an id unlike every other. */
const UNIQUE = /-[0-9a-f]{8}$/;

/**
 * An id for a data set of the user's own: its title in plain letters, so that a design which is opened where the data are
 * not can still say what it was made for, and a random end of eight hex digits. Fit for a file's name everywhere.
 */
export function datasetId(title: string, random: string): string {
  const plain = title
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/đ/gi, 'd')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .slice(0, 40)
    .replace(/^-+|-+$/g, '');
  return `${plain === '' ? 'data' : plain}-${random.slice(0, 8)}`;
}

/** What a data set that is not here was called, as far as its id tells; null for an id of another kind. */
export function titleInId(id: string): string | null {
  return UNIQUE.test(id) ? id.replace(UNIQUE, '').replaceAll('-', ' ') : null;
}
