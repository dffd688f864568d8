'use client';

import { useCallback, useId, useMemo, useState, type CSSProperties } from 'react';
import type { Comparison } from '@/lib/analysis/compare/compare-designs';
import { compareMessages } from '@/lib/messages/compare';
import { sourceKey, type ComparedSource } from '@/lib/state/comparing';
import { ComparedRow } from '@/components/compare/ComparedRow';
import { foldRows, type TableItem } from '@/components/compare/fold-rows';
import { useGrowing } from '@/components/compare/use-growing';
import { useDesigner } from '@/components/state/designer-context';
import { useWorkspace } from '@/components/state/use-workspace';
import { Button } from '@/components/ui/Button';
import { useLocale, useMessages } from '@/components/ui/use-messages';
import styles from '@/components/compare/layers.module.css';

interface LayerTableProps {
  readonly comparison: Comparison;
  readonly sources: readonly ComparedSource[];
  readonly onRealign: () => void;
}

/** Row by row the layers that do the same work; rows without a difference fold together. */
export function LayerTable({ comparison, sources, onRealign }: LayerTableProps) {
  const words = useMessages(compareMessages);
  const locale = useLocale();
  const [folds, setFolds] = useState(true);
  const [unfolded, setUnfolded] = useState<ReadonlySet<string>>(new Set());
  const { designs, rows } = comparison;
  const items = useMemo(() => foldRows(rows, { folds, unfolded }), [rows, folds, unfolded]);
  const shown = items.slice(0, useGrowing(items.length));
  const openColumn = useOpenColumn(comparison, sources);
  const select = useSelect();
  const unfold = useCallback((key: string) => setUnfolded((before) => new Set(before).add(key)), []);
  return (
    <div className={styles.layers}>
      <TableBar
        comparison={comparison}
        folds={folds}
        onFolds={setFolds}
        onRealign={onRealign}
        hasOpen={openColumn >= 0}
      />
      <div className={styles.scroll} tabIndex={0} role="region" aria-label={words.table.caption}>
        <div role="table" aria-label={words.table.caption} className={styles.table} style={columns(designs.length)}>
          <div role="rowgroup" className={styles.header}>
            <div role="row" className={styles.row}>
              <div role="columnheader" className={styles.head}>
                {words.table.row}
              </div>
              {designs.map(({ key, name }) => (
                <div key={key} role="columnheader" className={styles.item}>
                  {name}
                </div>
              ))}
            </div>
          </div>
          {chunks(shown).map((chunk) => (
            <div key={itemKey(chunk[0])} role="rowgroup" className={styles.chunk}>
              {chunk.map((item) =>
                item.kind === 'row' ? (
                  <ComparedRow
                    key={itemKey(item)}
                    row={item.row}
                    number={item.number}
                    openColumn={openColumn}
                    words={words}
                    locale={locale}
                    onSelect={select}
                  />
                ) : (
                  <div key={itemKey(item)} role="row" className={styles.row}>
                    <div role="rowheader" className={styles.head}>
                      =
                    </div>
                    <div role="cell" aria-colspan={designs.length} className={styles.fold}>
                      {words.table.folded(item.count)}{' '}
                      <button type="button" onClick={() => unfold(item.key)}>
                        {words.table.unfold}
                      </button>
                    </div>
                  </div>
                ),
              )}
            </div>
          ))}
        </div>
      </div>
    </div>
  );
}

/** The browser lays out a chunk of rows only when it comes into view: there may be a thousand. */
const CHUNK = 12;

function chunks(items: readonly TableItem[]): readonly (readonly TableItem[])[] {
  return Array.from({ length: Math.ceil(items.length / CHUNK) }, (_, index) =>
    items.slice(index * CHUNK, (index + 1) * CHUNK),
  );
}

function itemKey(item: TableItem | undefined): string {
  return item?.kind === 'fold' ? `fold ${item.key}` : (item?.row.key ?? '');
}

function columns(designs: number): CSSProperties {
  return { '--columns': `72px repeat(${designs}, minmax(190px, 1fr))`, minWidth: 72 + designs * 190 } as CSSProperties;
}

interface TableBarProps {
  readonly comparison: Comparison;
  readonly folds: boolean;
  readonly onFolds: (folds: boolean) => void;
  readonly onRealign: () => void;
  readonly hasOpen: boolean;
}

function TableBar({ comparison: { rows }, folds, onFolds, onRealign, hasOpen }: TableBarProps) {
  const words = useMessages(compareMessages);
  const hint = useId();
  const different = rows.filter(({ kind }) => kind !== 'same').length;
  return (
    <div className={styles.tableBar}>
      <span role="status">{words.table.counts(rows.length, different)}</span>
      <label className={styles.check}>
        <input type="checkbox" checked={folds} onChange={(event) => onFolds(event.target.checked)} />
        {words.options.hideSame}
      </label>
      <Button onClick={onRealign} aria-describedby={hint} title={words.options.realignHint}>
        {words.options.realign}
      </Button>
      <span id={hint} className="visually-hidden">
        {words.options.realignHint}
      </span>
      {hasOpen && <span className={styles.hint}>{words.table.hint}</span>}
    </div>
  );
}

/** The column of the design on the canvas; -1 where it is not compared. */
function useOpenColumn({ designs }: Comparison, sources: readonly ComparedSource[]): number {
  const openDesign = useWorkspace((state) => state.openDesign);
  const open = sources.find(({ kind, id }) => kind === 'design' && id === openDesign);
  return open === undefined ? -1 : designs.findIndex(({ key }) => key === sourceKey(open));
}

/** Selects a layer of the open design, or the block it stands in. */
function useSelect(): (layer: string) => void {
  const { workspace } = useDesigner();
  return useCallback(
    (layer) => {
      const { nodes } = workspace.store.getState().document;
      const [block = layer] = layer.split('.');
      const node = [layer, block].find((id) => Object.hasOwn(nodes, id));
      if (node !== undefined) workspace.actions.select({ nodes: [node], edges: [] });
    },
    [workspace],
  );
}
