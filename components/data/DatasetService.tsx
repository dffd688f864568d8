'use client';

import { useEffect } from 'react';
import { useDesigner } from '@/components/state/designer-context';

/** Makes the user's own data sets known, where this browser keeps any. */
export function DatasetService() {
  const designer = useDesigner();
  useEffect(() => {
    void mayKeepDatasets().then(async (may) => {
      if (!may) return;
      const { datasetLibrary } = await import('@/components/data/dataset-library');
      await datasetLibrary(designer).load();
    });
  }, [designer]);
  return null;
}

/** A first visit fetches nothing for this: there is no database then. Browsers that do not tell are taken to keep some. */
async function mayKeepDatasets(): Promise<boolean> {
  try {
    const databases = await indexedDB.databases();
    return databases.some(({ name }) => name === 'shapeflow-datasets');
  } catch {
    return true;
  }
}
