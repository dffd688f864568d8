'use client';

import { Choice } from '@/components/inspect/grid/Choice';
import { setInspectView, useInspectView } from '@/components/inspect/view-state';
import { useMessages } from '@/components/ui/use-messages';
import { COLOUR_SCALES } from '@/lib/inspect/colours';
import { NORMALISATIONS } from '@/lib/inspect/normalise';
import { inspectMessages } from '@/lib/messages/inspect';

/** In which colours maps are drawn, and what those are scaled to: the same wherever maps stand side by side. */
export function ColourChoices() {
  const t = useMessages(inspectMessages).grid;
  const { normalisation, scale } = useInspectView((view) => view);
  return (
    <>
      <Choice
        label={t.scale}
        value={scale}
        options={COLOUR_SCALES}
        names={t.scales}
        onChoose={(chosen) => setInspectView({ scale: chosen })}
      />
      <Choice
        label={t.normalise}
        value={normalisation}
        options={NORMALISATIONS}
        names={t.normalises}
        onChoose={(chosen) => setInspectView({ normalisation: chosen })}
      />
    </>
  );
}
