import { createStore } from 'zustand/vanilla';
import type { RewriteId } from '@/lib/core/design-problem';
import type { NodeId } from '@/lib/core/ids';
import type { ComparedSource } from '@/lib/state/comparing';
import type { ReadonlyStore } from '@/lib/state/store';

/**
 * What parts of the interface offer to actions while they are on the page. An action whose port is absent is disabled.
 * A part registers its port when it appears, again whenever what it can do changes, and takes it back when it goes.
 */
export interface Ports {
  readonly canvas: CanvasPort;
  readonly run: RunPort;
  readonly code: CodePort;
  readonly summary: SummaryPort;
  readonly dialogs: DialogsPort;
  readonly compare: ComparePort;
}

export interface CanvasPort {
  fitView(): void;
  zoomIn(): void;
  zoomOut(): void;
  /** Applies one 'move' command that lays the layers out. */
  autoLayout(): void;
  /** Brings layers into view without changing the zoom more than needed. */
  reveal(nodes: readonly NodeId[]): void;
  /** Starts editing the title of the layer in place. */
  renameLayer(node: NodeId): void;
}

export interface RunPort {
  readonly canTrain: boolean;
  readonly canPause: boolean;
  readonly canStop: boolean;
  /** Starts a run, or goes on with a paused one. */
  train(): void;
  pause(): void;
  stop(): void;
}

export interface CodePort {
  readonly canDownload: boolean;
  downloadProject(): void;
}

export interface SummaryPort {
  copyMarkdown(): void;
  copyCsv(): void;
}

export interface DialogsPort {
  openTemplates(): void;
  openCommandPalette(page: CommandPage): void;
  openKeyboardHelp(): void;
  /** Shows how the numbers of a layer's output come about. */
  openWorkings(node: NodeId): void;
  /** Shows what a unit of a layer sees of the picture. */
  openUnitView(node: NodeId): void;
  /** What could stand in place of these layers, or of any (null); `rewrite` is shown first. */
  openRewrites(nodes: readonly NodeId[] | null, rewrite: RewriteId | null): void;
  /** Shows losses and their slopes side by side. */
  openLossExplorer(): void;
  /** Saves the design for another tool. */
  openSaveAs(): void;
  /** Saves a picture of the design, or a figure for a publication. */
  openPicture(): void;
  /** The data sets: those there are, and how to bring more. */
  openDatasets(): void;
  confirmDeleteDesign(): void;
  /** Starts editing the design's name in the header. */
  renameDesign(): void;
}

export interface ComparePort {
  /** Shows designs side by side: these, or those of the last time, or the open one and another. */
  open(sources?: readonly ComparedSource[]): void;
  /** Opens the comparison, or closes it when it is open. */
  toggle(): void;
}

/** 'all', or only the layers of the open design. */
export type CommandPage = 'all' | 'layers';

export type PortName = keyof Ports;
export type RegisteredPorts = Partial<Ports>;

export interface PortRegistry {
  readonly store: ReadonlyStore<RegisteredPorts>;
  /** Offers a port in place of an earlier one of that name; call the result to take it back. */
  register<N extends PortName>(name: N, port: Ports[N]): () => void;
}

export function createPorts(): PortRegistry {
  const store = createStore<RegisteredPorts>(() => ({}));
  return {
    store,
    register(name, port) {
      store.setState({ [name]: port });
      return () => {
        if (store.getState()[name] !== port) return;
        const { [name]: _gone, ...others } = store.getState();
        store.setState(others, true);
      };
    },
  };
}
