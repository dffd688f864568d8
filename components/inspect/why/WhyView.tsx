'use client';

import { AnswerText } from '@/components/inspect/why/AnswerText';
import { AttributionFigures } from '@/components/inspect/why/AttributionFigures';
import { ECHO_ID, EchoView, showEcho } from '@/components/inspect/why/EchoView';
import { MethodChoice, MethodText } from '@/components/inspect/why/MethodChoice';
import { OriginChoice } from '@/components/inspect/why/OriginChoice';
import { useAttribution, type Attributing } from '@/components/inspect/why/use-attribution';
import { useOrigin } from '@/components/inspect/why/use-origin';
import { useLayerNames } from '@/components/inspect/unit/use-layer-names';
import { useFittingInput } from '@/components/inspect/why/use-fitting-input';
import { EmptyView } from '@/components/training/EmptyView';
import { Button } from '@/components/ui/Button';
import type { NodeId } from '@/lib/core/ids';
import { useMessages } from '@/components/ui/use-messages';
import { inspectWhyMessages } from '@/lib/messages/inspect-why';
import styles from '@/components/inspect/why/why.module.css';

/** Why a unit answers as it does: what of the input, and of the layers between, speaks for it. */
export function WhyView() {
  const asked = useOrigin();
  const attributing = useAttribution(asked);
  return (
    <div className={styles.view}>
      <div className={styles.row}>
        <OriginChoice asked={asked} />
        <MethodChoice asked={asked} />
      </div>
      <Answer isAsked={asked !== null} attributing={attributing} />
    </div>
  );
}

interface AnswerProps {
  readonly isAsked: boolean;
  readonly attributing: Attributing;
}

function Answer({ isAsked, attributing: { answer, isBusy, progress, failure } }: AnswerProps) {
  const t = useMessages(inspectWhyMessages);
  const hasInput = useFittingInput() !== null;
  if (!isAsked) return <EmptyView title={t.origin.none} text={t.origin.noneText} icon="eye" />;
  if (!hasInput) return <p className={styles.note}>{t.needsInput}</p>;
  return (
    <>
      <div className={styles.answer}>
        {answer !== null && <AttributionFigures answer={answer} />}
        <div className={styles.words}>
          <MethodText />
          {failure !== null && (
            <p className={styles.fault} role="alert">
              {t.failed(failure.detail)}
            </p>
          )}
          {isBusy && progress !== null && (
            <label className={styles.progress}>
              <progress value={progress.done} max={progress.total} /> {t.progress(progress.done, progress.total)}
            </label>
          )}
          {answer !== null && <AnswerText answer={answer} />}
          {answer?.echo?.reply.kind === 'values' && <ToEcho layer={answer.echo.layer} />}
          {answer === null && failure === null && <p className={styles.note}>{t.waiting}</p>}
        </div>
      </div>
      {answer !== null && <EchoView answer={answer} />}
    </>
  );
}

/** The echo may lie below what is seen. */
function ToEcho({ layer }: { readonly layer: NodeId }) {
  const t = useMessages(inspectWhyMessages).echo;
  const nameOf = useLayerNames();
  const show = () => {
    document.getElementById(ECHO_ID)?.focus({ preventScroll: true });
    showEcho();
  };
  return (
    <div className={styles.row}>
      <Button look="quiet" onClick={show}>
        {t.below(nameOf(layer))}
      </Button>
    </div>
  );
}
