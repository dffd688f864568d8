/** What the benchmark uses of ConvNetJS, which has no types of its own. */
declare module 'convnetjs' {
  export class Vol {
    constructor(width: number, height: number, depth: number, value?: number);
    w: ArrayLike<number> & { [index: number]: number };
  }
  export class Net {
    makeLayers(layers: readonly Readonly<Record<string, string | number>>[]): void;
  }
  export class Trainer {
    constructor(net: Net, options: Readonly<Record<string, string | number>>);
    train(volume: Vol, label: number): { readonly loss: number };
  }
}
