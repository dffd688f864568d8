'use client';

import { useMemo, useState } from 'react';
import { documentId } from '@/lib/document/blocks';
import { formatShape } from '@/lib/core/tensor-type';
import { formatCount, formatShare } from '@/lib/messages/figures';
import { panelMessages } from '@/lib/messages/panels';
import { useAction } from '@/components/state/use-actions';
import { useDesigner } from '@/components/state/designer-context';
import { useWorkspace, useWorkspaceActions } from '@/components/state/use-workspace';
import { Button } from '@/components/ui/Button';
import { LayerIcon } from '@/components/ui/LayerIcon';
import { useLocale, useMessages } from '@/components/ui/use-messages';
import { familyStyle } from '@/components/canvas/family-style';
import { MemoryFigures } from '@/components/summary/MemoryFigures';
import { SortHeader } from '@/components/summary/SortHeader';
import { sortRows, summaryRows, type Sorting, type SummaryRow } from '@/components/summary/summary-rows';
import { fieldText } from '@/components/summary/summary-text';
import styles from '@/components/summary/summary.module.css';

/** Every layer in one table, with totals. A click on a line selects the layer. */
export function SummaryPanel() {
  const locale = useLocale();
  const words = useMessages(panelMessages).summary;
  const document = useWorkspace((state) => state.document);
  const analysis = useWorkspace((state) => state.analysis);
  const selected = useWorkspace(({ selection }) => selection.nodes);
  const [sorting, setSorting] = useState<Sorting>({ by: 'order', descending: false });
  const rows = useMemo(() => summaryRows(document, analysis, locale), [document, analysis, locale]);
  const sorted = useMemo(() => sortRows(rows, sorting, locale), [rows, sorting, locale]);
  const markdown = useAction('copy-summary-markdown');
  const csv = useAction('copy-summary-csv');
  const header = (by: Sorting['by'], label: string, isNumeric = false) => (
    <SortHeader by={by} label={label} isNumeric={isNumeric} sorting={sorting} onSort={setSorting} />
  );
  return (
    <div className={styles.panel}>
      <div className={styles.bar}>
        <MemoryFigures />
        <span className={styles.copy}>
          <Button icon="copy" disabled={!markdown.enabled} onClick={markdown.action.run}>
            {words.copyMarkdown}
          </Button>
          <Button icon="copy" disabled={!csv.enabled} onClick={csv.action.run}>
            {words.copyCsv}
          </Button>
        </span>
      </div>
      <div className={styles.scroll} tabIndex={0} role="region" aria-label={words.title}>
        <table className={styles.table}>
          <thead>
            <tr>
              {header('order', '#', true)}
              {header('title', words.layer)}
              {header('type', words.type)}
              {header('output', words.output, true)}
              {header('params', words.params, true)}
              <th scope="col" className={styles.numeric}>
                {words.share}
              </th>
              {header('macs', words.macs, true)}
              {header('receptiveField', words.receptiveField, true)}
            </tr>
          </thead>
          <tbody>
            {sorted.map((row) => (
              <Row
                key={row.id}
                row={row}
                number={rows.indexOf(row) + 1}
                isSelected={selected.includes(documentId(row.id))}
              />
            ))}
          </tbody>
          <tfoot>
            <tr>
              <td />
              <th scope="row" colSpan={3}>
                {analysis.totals.complete ? words.total : words.totalSoFar}
              </th>
              <td className={styles.numeric}>
                {formatCount(locale, analysis.totals.params)}
                {analysis.totals.trainableParams === analysis.totals.params ? null : (
                  <span className={styles.note}>
                    {words.trainable(formatCount(locale, analysis.totals.trainableParams))}
                  </span>
                )}
              </td>
              <td />
              <td className={styles.numeric}>{formatCount(locale, analysis.totals.macs)}</td>
              <td />
            </tr>
          </tfoot>
        </table>
        {rows.length === 0 ? <p className={styles.empty}>{words.empty}</p> : null}
      </div>
    </div>
  );
}

interface RowProps {
  readonly row: SummaryRow;
  readonly number: number;
  readonly isSelected: boolean;
}

function Row({ row, number, isSelected }: RowProps) {
  const locale = useLocale();
  const words = useMessages(panelMessages).summary;
  const { select } = useWorkspaceActions();
  const { ports } = useDesigner();
  const choose = () => {
    const node = documentId(row.id);
    select({ nodes: [node], edges: [] });
    ports.store.getState().canvas?.reveal([node]);
  };
  return (
    <tr
      className={styles.row}
      aria-current={isSelected ? 'true' : undefined}
      style={familyStyle(row.family)}
      onClick={choose}
    >
      <td className={styles.numeric}>{number}</td>
      <th scope="row">
        <button
          type="button"
          className={styles.layer}
          onClick={(event) => {
            event.stopPropagation();
            choose();
          }}
        >
          <LayerIcon name={row.icon} size={14} />
          {row.title}
        </button>
      </th>
      <td className={styles.type}>{row.typeTitle}</td>
      <td className={`${styles.numeric} mono`}>{row.output === null ? words.unknown : formatShape(row.output)}</td>
      <td className={styles.numeric}>{row.output === null ? '–' : formatCount(locale, row.params)}</td>
      <td className={styles.share}>
        <span className={styles.shareBar} aria-hidden="true">
          <span style={{ width: `${row.share * 100}%` }} />
        </span>
        <span className={styles.shareText}>{row.share === 0 ? '–' : formatShare(locale, row.share)}</span>
      </td>
      <td className={styles.numeric}>{row.output === null ? '–' : formatCount(locale, row.macs)}</td>
      <td className={styles.numeric}>{fieldText(row, words)}</td>
    </tr>
  );
}
