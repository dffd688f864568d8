'use client';

import { useId } from 'react';
import { useHeldCell } from '@/components/inspect/why/use-asked-cell';
import type { AskedUnit } from '@/components/inspect/why/use-origin';
import { WhyNumber } from '@/components/inspect/why/WhyNumber';
import { setWhy, useWhy } from '@/components/inspect/why/why-state';
import { useMessages } from '@/components/ui/use-messages';
import { inspectWhyMessages } from '@/lib/messages/inspect-why';
import styles from '@/components/inspect/why/why.module.css';

/** Which cell of the unit's map is asked about. */
export function CellChoice({ asked }: { readonly asked: AskedUnit }) {
  const [rows, columns] = asked.extent ?? [1, 1];
  const held = useHeldCell(asked);
  const t = useMessages(inspectWhyMessages).cell;
  const id = useId();
  const cell = useWhy((state) => state.cell);
  const [row, column] = [Math.min(cell?.[0] ?? 0, rows - 1), Math.min(cell?.[1] ?? 0, columns - 1)];
  const middle = [Math.floor(rows / 2), Math.floor(columns / 2)] as const;
  return (
    <>
      <label htmlFor={id}>{t.label}</label>
      <select
        id={id}
        className={styles.select}
        value={cell === null ? 'strongest' : 'given'}
        onChange={({ target }) => setWhy({ cell: target.value === 'given' ? (held ?? middle) : null })}
      >
        <option value="strongest">{held === null ? t.strongest : t.held(held[0], held[1])}</option>
        <option value="given">{t.given}</option>
      </select>
      {cell !== null && (
        <>
          <WhyNumber
            label={t.row}
            value={row}
            bounds={upTo(rows)}
            onChange={(value) => setWhy({ cell: [value, column] })}
          />
          {columns > 1 && (
            <WhyNumber
              label={t.column}
              value={column}
              bounds={upTo(columns)}
              onChange={(value) => setWhy({ cell: [row, value] })}
            />
          )}
        </>
      )}
    </>
  );
}

function upTo(count: number) {
  return { min: 0, max: count - 1, step: 1 };
}
