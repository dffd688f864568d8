/** A design's name without what file systems forbid or hide; never empty. */
export function fileNameOf(name: string): string {
  const safe = name
    .replace(/[\\/:*?"<>|\u0000-\u001f]+/g, ' ')
    .replace(/^[. ]+/, '')
    .slice(0, 100)
    .trim();
  return safe === '' ? 'design' : safe;
}
