'use client';

import type { Fitting } from '@/components/inspect/input/picture-values';
import { useMessages } from '@/components/ui/use-messages';
import { PICTURE_FITS } from '@/lib/datasets/import/protocol';
import { tryPictureMessages } from '@/lib/messages/try-picture';
import styles from '@/components/inspect/input/input.module.css';

interface FitToolsProps {
  readonly how: Fitting;
  readonly onChange: (how: Fitting) => void;
}

/** How a picture of another form becomes one of the network's. */
export function FitTools({ how, onChange }: FitToolsProps) {
  const t = useMessages(tryPictureMessages);
  return (
    <>
      <label className={styles.field}>
        {t.fit}
        <select
          value={how.fit}
          onChange={(event) => {
            const fit = PICTURE_FITS.find((one) => one === event.target.value);
            if (fit !== undefined) onChange({ ...how, fit });
          }}
        >
          {PICTURE_FITS.map((one) => (
            <option key={one} value={one}>
              {t.fits[one]}
            </option>
          ))}
        </select>
      </label>
      <label className={styles.check} title={t.invertHint}>
        <input
          type="checkbox"
          checked={how.isInverted}
          onChange={(event) => onChange({ ...how, isInverted: event.target.checked })}
        />
        {t.invert}
      </label>
    </>
  );
}
