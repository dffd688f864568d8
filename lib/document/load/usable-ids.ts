/** Gives each key of a file an id that can be used, itself where possible. `stemOf` is what a new id starts with. */
export function createUsableIds(file: object, stemOf: (key: string) => string): (key: string) => string {
  const given = new Set<string>();
  // Where to go on counting: starting over for each of thousands of unusable keys would take minutes.
  const counted = new Map<string, number>();

  function newId(stem: string): string {
    let number = counted.get(stem) ?? 1;
    while (Object.hasOwn(file, `${stem}_${number}`) || given.has(`${stem}_${number}`)) number += 1;
    counted.set(stem, number + 1);
    return `${stem}_${number}`;
  }

  return (key) => {
    const id = isUsable(key) ? key : newId(stemOf(key));
    given.add(id);
    return id;
  };
}

/** Ids double as tfjs layer names and object keys: `constructor` is one that every object seems to have already. */
function isUsable(key: string): boolean {
  return /^[a-z][a-z0-9_]{0,63}$/.test(key) && key !== 'constructor';
}
