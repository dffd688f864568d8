'use client';

import { FileButton } from '@/components/inspect/input/FileButton';
import { FIRST_SAMPLE, useInputKind } from '@/components/inspect/input/input-kinds';
import { DataCures, StartWeights, useNoSamplesText } from '@/components/inspect/input/NoSamples';
import { wordOf } from '@/components/inspect/NoSubject';
import { useInspect, useInspectActions } from '@/components/inspect/use-inspect';
import { setInspectView } from '@/components/inspect/view-state';
import { EmptyView } from '@/components/training/EmptyView';
import { Button } from '@/components/ui/Button';
import { useLocale, useMessages } from '@/components/ui/use-messages';
import { formatShare } from '@/lib/messages/figures';
import { inspectMessages } from '@/lib/messages/inspect';
import { inspectInputMessages } from '@/lib/messages/inspect-input';
import styles from '@/components/inspect/input/input.module.css';

/** Why there is nothing to see yet, and how there will be. */
export function NoInput() {
  const t = useMessages(inspectMessages);
  const locale = useLocale();
  const words = useMessages(inspectInputMessages);
  const noSamples = useNoSamplesText();
  const { kinds, kind } = useInputKind();
  const { showSample } = useInspectActions();
  const takesSamples = useInspect(({ subject }) => subject?.takesSamples ?? false);
  const failure = useInspect(({ sampleFailure }) => sampleFailure);
  const share = useInspect(({ download }) =>
    download === null ? null : download.loaded / Math.max(1, download.total),
  );
  const text =
    share !== null
      ? t.loadingData(formatShare(locale, share))
      : failure !== null
        ? t.failed[wordOf(failure)]
        : kind === undefined
          ? noSamples
          : takesSamples
            ? t.empty.texts[kind]
            : `${t.empty.texts[kind]} ${noSamples}`;
  const show = (): void => {
    void showSample(FIRST_SAMPLE.split, FIRST_SAMPLE.index);
  };
  return (
    <div role="status" style={{ display: 'contents' }}>
      <EmptyView title={t.empty.title} text={text} icon="eye">
        <div className={styles.cures}>
          {(kind === 'file' || (!takesSamples && kinds.includes('file'))) && (
            <FileButton onFile={(file) => setInspectView({ file, inputKind: 'file' })} />
          )}
          {!takesSamples && kind !== 'camera' && kinds.includes('camera') && (
            <Button onClick={() => setInspectView({ inputKind: 'camera' })}>{words.camera}</Button>
          )}
          {!takesSamples && <DataCures />}
        </div>
        {!takesSamples && <StartWeights />}
        {takesSamples && share === null && (
          <Button onClick={show}>{failure !== null && kind === 'sample' ? t.retry : t.empty.show}</Button>
        )}
      </EmptyView>
    </div>
  );
}
