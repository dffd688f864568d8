'use client';

import { useMemo } from 'react';
import type { NodeId } from '@/lib/core/ids';
import { conventionsOf } from '@/lib/analysis/conventions';
import { flatName } from '@/lib/analysis/typed-layer';
import { formatCount } from '@/lib/messages/figures';
import { numbersMessages } from '@/lib/messages/numbers';
import { useDesigner } from '@/components/state/designer-context';
import { usePreferences } from '@/components/state/use-preferences';
import { useWorkspace } from '@/components/state/use-workspace';
import { Button } from '@/components/ui/Button';
import { useLocale, useMessages } from '@/components/ui/use-messages';
import { ConventionFields } from '@/components/numbers/ConventionFields';
import { explanationText, type ExplanationWords } from '@/components/numbers/explanation-lines';
import { Figure } from '@/components/numbers/Figure';
import { useExplanations } from '@/components/numbers/use-explanations';
import styles from '@/components/numbers/numbers.module.css';

/** Figures with the way to them; `nodes`: of the document; null: the whole network. */
export function NumbersSection({ nodes }: { readonly nodes: readonly NodeId[] | null }) {
  const locale = useLocale();
  const words = useMessages(numbersMessages);
  const counting = usePreferences(({ counting }) => counting);
  const training = useWorkspace(({ document }) => document.training);
  const analysis = useWorkspace((state) => state.analysis);
  const conventions = useMemo(() => conventionsOf(counting, training), [counting, training]);
  const { explanations, unknown } = useExplanations(nodes, conventions);
  const copy = useCopy();
  const text: ExplanationWords = {
    locale,
    words,
    work: counting.work,
    layerName: (layer) => flatName(analysis, layer),
  };
  if (explanations.length === 0) return <p className={styles.note}>{words.unknown}</p>;
  return (
    <div className={styles.section}>
      <ConventionFields conventions={conventions} />
      <div className={styles.figures}>
        {explanations.map((explanation) => (
          <Figure key={explanation.figure} explanation={explanation} text={text} onCopy={copy} />
        ))}
      </div>
      {unknown === 0 ? null : <p className={styles.note}>{words.someUnknown(formatCount(locale, unknown))}</p>}
      <Button
        icon="copy"
        onClick={() => copy(explanations.map((explanation) => explanationText(explanation, text)).join('\n'))}
      >
        {words.copyAll}
      </Button>
    </div>
  );
}

function useCopy(): (text: string) => void {
  const { clipboard, notices } = useDesigner();
  const words = useMessages(numbersMessages);
  return (text) =>
    void clipboard.write(text).then((isCopied) => {
      notices.show(isCopied ? 'success' : 'warning', 'text', { text: isCopied ? words.copied : words.copyFailed });
    });
}
