'use client';

import { useRef, type KeyboardEvent } from 'react';
import type { Shape } from '@/lib/core/tensor-type';
import { positionOf } from '@/lib/layers/cells';
import { workingsMessages } from '@/lib/messages/workings';
import { useMessages } from '@/components/ui/use-messages';
import { SliceCaption } from '@/components/workings/NumberTables';
import { placeText, slicesOf } from '@/components/workings/slices';
import type { Workings } from '@/components/workings/use-workings';
import styles from '@/components/workings/workings.module.css';

interface OutputTablesProps {
  readonly title: string;
  readonly shape: Shape;
  readonly workings: Workings;
}

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 };

/** The numbers that the layer gives; the picked one is worked out. Arrow keys go from one to the next. */
export function OutputTables({ title, shape, workings }: OutputTablesProps) {
  const words = useMessages(workingsMessages);
  const frame = useRef<HTMLFieldSetElement>(null);
  const { output, picked, pick, format } = workings;
  const go = (position: number) => {
    pick(position);
    frame.current?.querySelector<HTMLElement>(`[data-position="${position}"]`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const along = shape.at(-1) ?? 1;
    const down = shape.length < 2 ? 1 : shape.length === 2 ? along : along * (shape[1] ?? 1);
    const sideways = shape.length < 3 ? 1 : along;
    const by = (STEPS[event.key] ?? 0) * sideways || ({ ArrowDown: down, ArrowUp: -down }[event.key] ?? 0);
    const target = picked + by;
    if (by === 0) return;
    event.preventDefault();
    if (target >= 0 && target < output.length) go(target);
  };
  return (
    <fieldset ref={frame} className={styles.tensor} onKeyDown={onKeyDown}>
      <legend>{title}</legend>
      <div className={styles.slices}>
        {slicesOf(shape).map((slice, index) => (
          <table key={index} className={styles.table}>
            <SliceCaption slice={slice} />
            <tbody>
              {slice.rows.map((row, at) => (
                <tr key={at}>
                  {row.map((cell) => {
                    const position = positionOf(shape, cell);
                    const value = format(output[position] ?? NaN);
                    return (
                      <td key={cell.join()}>
                        <button
                          type="button"
                          className={styles.result}
                          data-position={position}
                          aria-pressed={position === picked}
                          aria-label={words.value(placeText(cell), value)}
                          tabIndex={position === picked ? 0 : -1}
                          onClick={() => go(position)}
                          onPointerEnter={() => pick(position)}
                        >
                          {value}
                        </button>
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        ))}
      </div>
    </fieldset>
  );
}
