'use client';

import { useMemo, useState } from 'react';
import { saveInWorker } from '@/components/interop/model-client';
import { useWeightsAtHand } from '@/components/interop/use-weights-at-hand';
import { useDesigner } from '@/components/state/designer-context';
import { useWorkspace } from '@/components/state/use-workspace';
import { Button } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';
import { useLocale, useMessages } from '@/components/ui/use-messages';
import { fileNameOf } from '@/lib/core/file-name';
import type { NamedTensor } from '@/lib/core/named-tensor';
import { SAVE_FORMATS, type SaveFormat } from '@/lib/core/save-note';
import { compile } from '@/lib/compile/compile';
import { notesOf } from '@/lib/interop/write/save-model';
import { formatBytes } from '@/lib/messages/figures';
import { describeSaveNote, saveAsMessages } from '@/lib/messages/save-as';
import { downloadFile } from '@/lib/platform/download';
import styles from '@/components/dialogs/SaveAsDialog.module.css';

/** Formats that have room for weights. */
const WITH_WEIGHTS: ReadonlySet<SaveFormat> = new Set(['keras-zip', 'tfjs']);

/** The design as a file for another tool: which one, with its weights or without, and what is lost on the way. */
export function SaveAsDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useMessages(saveAsMessages);
  const locale = useLocale();
  const { notices, shell } = useDesigner();
  const document = useWorkspace((state) => state.document);
  const analysis = useWorkspace((state) => state.analysis);
  const [format, setFormat] = useState<SaveFormat>('keras3');
  const [isWanted, setWanted] = useState(true);
  const [isSaving, setSaving] = useState(false);
  const plan = useMemo(() => compile(document, analysis), [document, analysis]);
  const atHand = useWeightsAtHand(plan.ok ? plan.value : null);
  const weights = atHand?.weights ?? [];
  const takesWeights = WITH_WEIGHTS.has(format) && weights.length > 0;
  const chosen = takesWeights && isWanted ? weights : null;
  const notes = plan.ok ? notesOf({ document, plan: plan.value, format, weights: chosen }) : [];
  const isPossible = plan.ok || format === 'shapeflow';

  const save = async () => {
    setSaving(true);
    const saved = await saveInWorker({ kind: 'save', document, format, weights: chosen });
    setSaving(false);
    if (saved === null) return notices.show('error', 'text', { text: t.failed });
    const name = saved.path.replace(/^(design|model)/, fileNameOf(document.name));
    downloadFile(window.document, name, saved.content);
    notices.show('success', 'text', { text: t.saved(name) });
    onClose();
  };

  return (
    <Dialog
      title={t.title}
      width="wide"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button look="primary" onClick={() => void save()} disabled={!isPossible || isSaving}>
            {isSaving ? t.saving : t.save}
          </Button>
        </>
      }
    >
      <fieldset className={styles.formats}>
        <legend>{t.format}</legend>
        {SAVE_FORMATS.map((option) => (
          <label key={option}>
            <input
              type="radio"
              name="save-format"
              value={option}
              checked={option === format}
              onChange={() => setFormat(option)}
              data-autofocus={option === format ? true : undefined}
            />
            <span>
              <strong>{t.formats[option].name}</strong>
              <small>{t.formats[option].hint}</small>
            </span>
          </label>
        ))}
      </fieldset>
      {WITH_WEIGHTS.has(format) && (
        <label className={styles.weights}>
          <input
            type="checkbox"
            checked={takesWeights && isWanted}
            disabled={!takesWeights}
            onChange={(event) => setWanted(event.target.checked)}
          />
          <span>
            <strong>{t.weights}</strong>
            <small>
              {atHand && takesWeights ? t.weightsHint(atHand, formatBytes(locale, bytesOf(weights))) : t.noWeights}
            </small>
          </span>
        </label>
      )}
      <p className={styles.picture}>
        <Button onClick={() => shell.open({ kind: 'picture' })}>{t.picture}</Button>
      </p>
      <section aria-live="polite" className={styles.notes}>
        <h3>{t.notesTitle}</h3>
        <ul>
          {!plan.ok && format !== 'shapeflow' && (
            <li>{plan.error.kind === 'errors' ? t.errors(plan.error.count) : t.noNetwork}</li>
          )}
          {notes.map((note, index) => (
            <li key={index}>{describeSaveNote(note, locale)}</li>
          ))}
          {isPossible && notes.length === 0 && <li>{t.nothingLost}</li>}
        </ul>
      </section>
    </Dialog>
  );
}

function bytesOf(weights: readonly NamedTensor[]): number {
  return weights.reduce((total, { values }) => total + values.byteLength, 0);
}
