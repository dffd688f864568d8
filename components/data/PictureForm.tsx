'use client';

import { Choice } from '@/components/data/Choice';
import type { FormProps } from '@/components/data/form';
import { WholeNumber } from '@/components/data/WholeNumber';
import { useMessages } from '@/components/ui/use-messages';
import { PICTURE_BOUNDS, PICTURE_FITS, type PictureOptions } from '@/lib/datasets/import/protocol';
import { datasetMessages } from '@/lib/messages/datasets';
import styles from '@/components/data/data.module.css';

/** The sides of pictures that networks are usually made for. */
const SIDES = [28, 32, 64, 96, 128, 224] as const;

/** The one size and kind that all pictures get. */
export function PictureForm({ options, onChange }: FormProps) {
  const t = useMessages(datasetMessages).how;
  const { picture } = options;
  if (picture === null) return null;
  const change = (part: Partial<PictureOptions>) => onChange({ ...options, picture: { ...picture, ...part } });
  return (
    <fieldset className={styles.group}>
      <legend>{t.pictures}</legend>
      <div className={styles.chips} role="group" aria-label={t.size}>
        {SIDES.map((side) => (
          <button
            key={side}
            type="button"
            aria-pressed={picture.height === side && picture.width === side}
            onClick={() => change({ height: side, width: side })}
          >
            {side} × {side}
          </button>
        ))}
      </div>
      <div className={styles.grid}>
        <WholeNumber
          label={t.height}
          value={picture.height}
          {...PICTURE_BOUNDS}
          onChange={(height) => change({ height })}
        />
        <WholeNumber
          label={t.width}
          value={picture.width}
          {...PICTURE_BOUNDS}
          onChange={(width) => change({ width })}
        />
        <Choice
          label={t.colours}
          value={picture.colour}
          options={[
            ['grey', t.colour.grey],
            ['rgb', t.colour.rgb],
          ]}
          onChange={(colour) => change({ colour })}
        />
        <Choice
          label={t.fit}
          value={picture.fit}
          options={PICTURE_FITS.map((fit) => [fit, t.fits[fit]] as const)}
          onChange={(fit) => change({ fit })}
        />
      </div>
    </fieldset>
  );
}
