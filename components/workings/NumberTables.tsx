'use client';

import type { Shape } from '@/lib/core/tensor-type';
import { positionOf } from '@/lib/layers/cells';
import { workingsMessages } from '@/lib/messages/workings';
import { useMessages } from '@/components/ui/use-messages';
import { NumberCell } from '@/components/workings/NumberCell';
import { placeText, slicesOf, valueAt, type Slice } from '@/components/workings/slices';
import styles from '@/components/workings/workings.module.css';

interface NumberTablesProps {
  readonly title: string;
  readonly shape: Shape;
  readonly values: readonly number[];
  /** Cells that the picked output number is made of, as `placeText` writes them. */
  readonly read: ReadonlySet<string>;
  readonly onChange: (position: number, value: number) => void;
}

/** A tensor whose numbers can be changed. */
export function NumberTables({ title, shape, values, read, onChange }: NumberTablesProps) {
  const words = useMessages(workingsMessages);
  return (
    <fieldset className={styles.tensor}>
      <legend>{title}</legend>
      <div className={styles.slices}>
        {slicesOf(shape).map((slice, index) => (
          <table key={index} className={styles.table}>
            <SliceCaption slice={slice} />
            <tbody>
              {slice.rows.map((row, at) => (
                <tr key={at}>
                  {row.map((cell) => (
                    <td key={cell.join()} data-read={read.has(placeText(cell)) ? '' : undefined}>
                      <NumberCell
                        label={words.cell(placeText(cell))}
                        value={valueAt(values, shape, cell)}
                        onChange={(value) => onChange(positionOf(shape, cell), value)}
                      />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        ))}
      </div>
    </fieldset>
  );
}

export function SliceCaption({ slice }: { readonly slice: Slice }) {
  const words = useMessages(workingsMessages);
  if (slice.channel === null) return null;
  const filter = slice.filter === null ? [] : [words.filter(slice.filter)];
  return <caption>{[words.channel(slice.channel), ...filter].join(', ')}</caption>;
}
