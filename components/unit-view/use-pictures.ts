import { useEffect, useState } from 'react';
import type { Shape } from '@/lib/core/tensor-type';
import { datasetById } from '@/lib/datasets/registry';
import { loadPictures, type Picture } from '@/components/unit-view/pictures';

/** Pictures of the data set's test part, or a generated one; empty until they are there. */
export function usePictures(dataset: string, shape: Shape | null): readonly Picture[] {
  const [loaded, setLoaded] = useState<{ readonly key: string; readonly pictures: readonly Picture[] } | null>(null);
  const key = `${dataset} ${shape?.join(' ') ?? ''}`;
  useEffect(() => {
    let isOver = false;
    const sizes = key.split(' ').slice(1).map(Number);
    void loadPictures(datasetById(dataset), sizes).then((pictures) => {
      if (!isOver) setLoaded({ key, pictures });
    });
    return () => {
      isOver = true;
    };
  }, [dataset, key]);
  return loaded?.key === key ? loaded.pictures : [];
}
