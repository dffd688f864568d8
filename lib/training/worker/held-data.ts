import type { Dataset } from '@/lib/datasets/dataset';
import type { WorkerEvent } from '@/lib/training/protocol';
import { loadDataset, type LoadDependencies, type LoadedDataset } from '@/lib/training/worker/load-dataset';
import type { Trained } from '@/lib/training/worker/trained';

export interface HeldDataDependencies extends Omit<LoadDependencies, 'onProgress'> {
  readonly emit: (event: WorkerEvent) => void;
}

/** The data set loaded last, and the model with the data it was trained on: what the worker holds between calls. */
export interface HeldData {
  readonly data: LoadedDataset | null;
  readonly trained: Trained | null;
  load(dataset: Dataset, baseUrl: string, mostMemoryBytes?: number): Promise<LoadedDataset>;
  hold(trained: Trained): void;
  /** Lets the model go, and its data where they are not those loaded last. */
  forget(): void;
}

export function createHeldData(deps: HeldDataDependencies): HeldData {
  let data: LoadedDataset | null = null;
  let trained: Trained | null = null;

  /** Closes the files of data that nothing here uses any more. */
  function letGo(loaded: LoadedDataset | null): void {
    if (loaded === null || loaded.training === data?.training || loaded.training === trained?.data.training) return;
    loaded.training.dispose();
    loaded.test.dispose();
  }

  return {
    get data() {
      return data;
    },
    get trained() {
      return trained;
    },
    async load(dataset, baseUrl, mostMemoryBytes) {
      if (data?.dataset.id === dataset.id) return { ...data, fromCache: true };
      const onProgress = (loaded: number, total: number): void => deps.emit({ kind: 'data-progress', loaded, total });
      const before = data;
      data = await loadDataset(dataset, baseUrl, { ...deps, onProgress, mostMemoryBytes });
      letGo(before);
      return data;
    },
    hold(next) {
      trained = next;
    },
    forget() {
      trained?.model.dispose();
      const before = trained?.data ?? null;
      trained = null;
      letGo(before);
    },
  };
}
