import fc from 'fast-check';

// Seeds are explicit, so that a commit that passes passes again; `npm run fuzz` searches with others.
fc.configureGlobal({ seed: Number(process.env['SHAPEFLOW_SEED'] ?? 1) });

/**
 * What jsdom lacks and React Flow or dagre need: sizes (everything is measured as 0 × 0 otherwise, and nodes without a
 * size are not drawn), ResizeObserver, DOMMatrixReadOnly, structuredClone.
 */
class ImmediateResizeObserver implements ResizeObserver {
  constructor(private readonly callback: ResizeObserverCallback) {}

  observe(target: Element): void {
    const contentRect = target.getBoundingClientRect();
    const size = [{ inlineSize: contentRect.width, blockSize: contentRect.height }];
    const entry = { target, contentRect, borderBoxSize: size, contentBoxSize: size, devicePixelContentBoxSize: size };
    this.callback([entry], this);
  }

  unobserve(): void {}

  disconnect(): void {}
}

class ScaleOnlyMatrix {
  readonly m22: number;

  constructor(transform?: string) {
    this.m22 = Number(/scale\(([\d.]+)\)/.exec(transform ?? '')?.[1] ?? 1);
  }
}

function define(target: object, name: string, value: PropertyDescriptor): void {
  Object.defineProperty(target, name, { configurable: true, ...value });
}

if (typeof globalThis.structuredClone !== 'function') {
  define(globalThis, 'structuredClone', { value: (value: unknown) => JSON.parse(JSON.stringify(value)) as unknown });
}

if (typeof window !== 'undefined') {
  define(window, 'ResizeObserver', { value: ImmediateResizeObserver });
  define(window, 'DOMMatrixReadOnly', { value: ScaleOnlyMatrix });
  define(HTMLElement.prototype, 'offsetWidth', {
    get(this: HTMLElement) {
      return Number.parseFloat(this.style.width) || 1;
    },
  });
  define(HTMLElement.prototype, 'offsetHeight', {
    get(this: HTMLElement) {
      return Number.parseFloat(this.style.height) || 1;
    },
  });
  define(SVGElement.prototype, 'getBBox', { value: () => ({ x: 0, y: 0, width: 0, height: 0 }) });
}
