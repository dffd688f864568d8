import type { Designer } from '@/components/state/create-designer';
import { setAddedDatasets } from '@/lib/datasets/registry';
import { createSampleStorage } from '@/lib/platform/browser-sample-storage';
import { createDatasets, type DatasetsStore } from '@/lib/state/datasets';

const libraries = new WeakMap<Designer, DatasetsStore>();

/**
 * The page's store of the user's own data sets, made when somebody first asks. Load this module with `import()`: on a
 * first visit there is nothing kept, and nothing of this is needed.
 */
export function datasetLibrary(designer: Designer): DatasetsStore {
  const known = libraries.get(designer);
  if (known !== undefined) return known;
  const library = createLibrary(designer);
  libraries.set(designer, library);
  return library;
}

function createLibrary({ workspace }: Designer): DatasetsStore {
  const channel = new BroadcastChannel('shapeflow-datasets');
  return createDatasets({
    storage: createSampleStorage(),
    news: {
      tell: () => channel.postMessage(null),
      onTold(listener) {
        channel.addEventListener('message', listener);
        return () => channel.removeEventListener('message', listener);
      },
    },
    publish(datasets) {
      setAddedDatasets(datasets);
      // The design may have been checked against a data set that was not known yet, or is gone.
      workspace.reanalyze();
    },
  });
}
