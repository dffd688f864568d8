'use client';

import { useMemo } from 'react';
import { GridStatus } from '@/components/inspect/grid/GridStatus';
import { UnitGrid } from '@/components/inspect/grid/UnitGrid';
import { NoInput } from '@/components/inspect/NoInput';
import { unitNames } from '@/components/inspect/unit-names';
import { useInspect } from '@/components/inspect/use-inspect';

/** Every unit of the chosen layer. */
export function MapsView() {
  const subject = useInspect((state) => state.subject);
  const chosen = useInspect((state) => state.layer);
  const layer = subject?.layers.find(({ node }) => node === chosen);
  const isEmpty = useInspect(({ input, isFetching, download }) => input === null && (!isFetching || download !== null));
  const names = useMemo(
    () => (subject === null || layer === undefined ? [] : unitNames(subject, layer.node)),
    [subject, layer],
  );
  if (layer === undefined) return null;
  if (isEmpty) return <NoInput />;
  return (
    <>
      <UnitGrid layer={layer} names={names} />
      <GridStatus layer={layer} names={names} />
    </>
  );
}
