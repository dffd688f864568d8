'use client';

import { useMemo, useState } from 'react';
import { useShownDesign } from '@/components/canvas/use-shown-design';
import { PictureOptions } from '@/components/pictures/PictureOptions';
import { PicturePreview } from '@/components/pictures/PicturePreview';
import {
  canCopy,
  copyPicture,
  PICTURE_FORMATS,
  savePicture,
  scaleOf,
  type PictureFormat,
} from '@/components/pictures/save-picture';
import { usePicture } from '@/components/pictures/use-picture';
import { useDesigner } from '@/components/state/designer-context';
import { useWorkspace } from '@/components/state/use-workspace';
import { Button } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';
import { useLocale, useMessages } from '@/components/ui/use-messages';
import type { Locale } from '@/lib/core/locale';
import { formatCount } from '@/lib/messages/figures';
import { pictureDialogMessages } from '@/lib/messages/picture-dialog';
import type { PictureChoices } from '@/lib/pictures/draw-picture';
import { FIGURE_DEFAULTS } from '@/lib/pictures/figure/figure-options';
import { pngSize } from '@/lib/platform/svg-to-png';
import styles from '@/components/pictures/pictures.module.css';

const CHOICES = {
  ...FIGURE_DEFAULTS,
  theme: 'light',
  ground: 'solid',
  canvasBlocks: 'shown',
} as const satisfies AllChoices;

/** Of both kinds of picture, so that going to the other and back loses nothing. */
export type AllChoices = Omit<Extract<PictureChoices, { readonly kind: 'figure' }>, 'kind'> & {
  readonly canvasBlocks: Extract<PictureChoices, { readonly kind: 'canvas' }>['blocks'];
};

/** The design as a picture, seen before it is saved: the canvas as it is drawn, or a figure for a publication. */
export function PictureDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useMessages(pictureDialogMessages);
  const own = useLocale();
  const { notices } = useDesigner();
  const document = useWorkspace((state) => state.document);
  const { nodes, edges, frames } = useShownDesign();
  const shown = useMemo(() => ({ nodes, edges, frames }), [nodes, edges, frames]);
  const [kind, setKind] = useState<PictureChoices['kind']>('canvas');
  const [all, setAll] = useState<AllChoices>(CHOICES);
  const [locale, setLocale] = useState<Locale>(own);
  const [format, setFormat] = useState<PictureFormat>('svg');
  const choices = useMemo((): PictureChoices => {
    const { canvasBlocks, ...figure } = all;
    const { theme, ground } = figure;
    return kind === 'figure' ? { ...figure, kind } : { kind, theme, ground, blocks: canvasBlocks };
  }, [all, kind]);
  const { picture, state } = usePicture({ document, shown, choices, locale });
  const size = picture === null ? null : pngSize(picture, scaleOf(format) ?? 1);
  const count = (value: number) => formatCount(own, value);
  const isTooLarge = size !== null && scaleOf(format) !== null && !size.isPossible;
  const isReady = state === 'drawn' && !isTooLarge;

  const save = async () => {
    if (picture === null) return;
    try {
      const name = await savePicture(picture, format, { design: document.name, kind });
      notices.show('success', 'text', { text: t.saved(name) });
      onClose();
    } catch {
      notices.show('error', 'text', { text: t.notSaved });
    }
  };
  const copy = async () => {
    if (picture === null) return;
    try {
      await copyPicture(picture, format);
      notices.show('success', 'text', { text: t.copied });
    } catch {
      notices.show('error', 'text', { text: t.notCopied });
    }
  };

  return (
    <Dialog
      title={t.title}
      width="wide"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t.cancel}</Button>
          {canCopy(format) && (
            <Button onClick={() => void copy()} disabled={!isReady}>
              {t.copy}
            </Button>
          )}
          <Button look="primary" onClick={() => void save()} disabled={!isReady}>
            {t.save}
          </Button>
        </>
      }
    >
      <fieldset className={styles.kinds}>
        <legend>{t.kind}</legend>
        {(['canvas', 'figure'] as const).map((option) => (
          <label key={option}>
            <input
              type="radio"
              name="picture-kind"
              checked={option === kind}
              onChange={() => setKind(option)}
              data-autofocus={option === kind ? true : undefined}
            />
            <span>
              <strong>{t.kinds[option].name}</strong>
              <small>{t.kinds[option].hint}</small>
            </span>
          </label>
        ))}
      </fieldset>
      <PicturePreview picture={picture} state={state} name={document.name} ground={all.ground} theme={all.theme} />
      <PictureOptions
        kind={kind}
        choices={all}
        onChange={(change) => setAll({ ...all, ...change })}
        locale={locale}
        onLocale={setLocale}
        hasBlocks={Object.keys(document.blocks).length > 0}
      />
      <div className={styles.file}>
        <label>
          {t.format}
          <select value={format} onChange={(event) => setFormat(formatNamed(event.target.value))}>
            {PICTURE_FORMATS.map((option) => (
              <option key={option} value={option}>
                {t.formats[option]}
              </option>
            ))}
          </select>
        </label>
        <p aria-live="polite" className={isTooLarge ? styles.problem : styles.size}>
          {size === null
            ? ''
            : isTooLarge
              ? t.tooLarge(count(size.width), count(size.height), count(size.most))
              : t.size(count(size.width), count(size.height))}
        </p>
      </div>
    </Dialog>
  );
}

function formatNamed(value: string): PictureFormat {
  return PICTURE_FORMATS.find((format) => format === value) ?? 'svg';
}
