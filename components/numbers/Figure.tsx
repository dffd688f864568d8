'use client';

import { useState } from 'react';
import type { Explanation } from '@/lib/analysis/explanation';
import { IconButton } from '@/components/ui/IconButton';
import {
  explanationLines,
  explanationText,
  figureName,
  figureValue,
  sourceText,
  type ExplanationWords,
} from '@/components/numbers/explanation-lines';
import styles from '@/components/numbers/numbers.module.css';

interface FigureProps {
  readonly explanation: Explanation;
  readonly text: ExplanationWords;
  readonly onCopy: (text: string) => void;
}

/** One figure; opened, the formula with its numbers, what it means and where it comes from. */
export function Figure({ explanation, text, onCopy }: FigureProps) {
  // What is closed is not drawn: of a thousand layers each figure has a thousand lines.
  const [isOpen, setOpen] = useState(false);
  const name = figureName(explanation, text);
  return (
    <details className={styles.figure} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <span className={styles.name}>{name}</span>
        <span className={styles.value}>{figureValue(explanation, text)}</span>
      </summary>
      {isOpen ? (
        <div className={styles.opened}>
          <Lines explanation={explanation} text={text} />
          <p>{text.words.meanings[explanation.figure]}</p>
          <div className={styles.foot}>
            <p>
              {text.words.source}: {sourceText(explanation, text)}
            </p>
            <IconButton
              icon="copy"
              label={text.words.copy(name)}
              tip="above-end"
              onClick={() => onCopy(explanationText(explanation, text))}
            />
          </div>
        </div>
      ) : null}
    </details>
  );
}

/** Many lines scroll by themselves, and then the keyboard must get to them. */
const MOST_UNSCROLLED = 8;

function Lines({ explanation, text }: Omit<FigureProps, 'onCopy'>) {
  const lines = explanationLines(explanation, text);
  const scrolling =
    lines.length > MOST_UNSCROLLED ? { tabIndex: 0, role: 'region', 'aria-label': figureName(explanation, text) } : {};
  return (
    <div className={styles.lines} {...scrolling}>
      {lines.map((line, index) => (
        <div key={index} className={styles.line}>
          {line.label === '' ? null : <span className={styles.part}>{line.label}</span>}
          <code>{line.text}</code>
        </div>
      ))}
    </div>
  );
}
