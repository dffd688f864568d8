/** A count as it is written with its English noun: "1 batch", "1,024 batches". */
export function plural(count: string, one: string, many = `${one}s`): string {
  return `${count} ${count === '1' ? one : many}`;
}
