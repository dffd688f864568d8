import type { Locale } from '@/lib/core/locale';
import { layerDefinition } from '@/lib/layers/registry';
import type { Cell, ComparisonRow } from '@/lib/analysis/compare/compare-designs';
import { ALONG_DEPTH, deltaInRow, fieldDeltaInRow, type AlongDepth } from '@/lib/analysis/compare/figures';
import {
  changeTexts,
  fieldText,
  layerName,
  settingsText,
  shapeText,
  STATE_SIGNS,
  stateOf,
} from '@/lib/analysis/compare/report/cell-text';
import { signed } from '@/lib/analysis/compare/report/totals-table';
import type { CompareMessages } from '@/lib/messages/compare';
import { familyStyle } from '@/components/canvas/family-style';
import { writeFigure } from '@/components/compare/figure/figure-words';
import { LayerIcon } from '@/components/ui/LayerIcon';
import styles from '@/components/compare/layers.module.css';

interface ComparedCellProps {
  readonly row: ComparisonRow;
  readonly design: number;
  readonly cell: Cell;
  readonly words: CompareMessages;
  readonly locale: Locale;
  /** Null where the design is not on the canvas. */
  readonly onSelect: ((layer: string) => void) | null;
}

/** One layer: what it is, how it is set, what it counts, and how all that differs from the first of its row. */
export function ComparedCell(props: ComparedCellProps) {
  const { row, cell, words, locale } = props;
  const { layer } = cell;
  const state = stateOf(row, cell);
  const settings = settingsText(layer, locale);
  const changes = changeTexts(row, cell, { locale, words });
  return (
    <div className={styles.cell} data-state={state}>
      <div className={styles.name} style={familyStyle(layer.family ?? undefined)}>
        {STATE_SIGNS[state] !== '' && (
          <span className={styles.sign} role="img" aria-label={words.states[state]} title={words.states[state]}>
            {STATE_SIGNS[state]}
          </span>
        )}
        <LayerIcon name={layerDefinition(layer.type)?.icon ?? 'input'} size={14} />
        <LayerName {...props} />
        {settings !== '' && <span className={styles.settings}>{settings}</span>}
      </div>
      {changes.length > 0 && (
        <ul className={styles.changes}>
          {changes.map((change) => (
            <li key={change}>{change}</li>
          ))}
        </ul>
      )}
      <Figures {...props} />
      {!layer.isCounted && <div className={styles.uncounted}>{words.notCounted}</div>}
    </div>
  );
}

function LayerName({ cell: { layer }, words, locale, onSelect }: ComparedCellProps) {
  const name = layerName(layer, locale);
  if (onSelect === null) return <strong title={layer.id}>{name}</strong>;
  return (
    <button
      type="button"
      className={styles.select}
      aria-label={words.table.select(`${name} (${layer.id})`)}
      title={layer.id}
      onClick={() => onSelect(layer.id)}
    >
      {name}
    </button>
  );
}

function Figures({ row, design, cell: { layer }, words }: ComparedCellProps) {
  const fieldDelta = fieldDeltaInRow(row, design);
  const figure = (name: AlongDepth) => {
    const [value, delta] = [layer[name], deltaInRow(row, design, name)];
    // A layer without parameters or MACs, beside others without, says nothing by saying 0.
    if (value === 0 && (delta === null || delta === 0)) return null;
    const write = writeFigure(words, name);
    return (
      <div key={name}>
        <dt>{words.table[name]}</dt>
        <dd>
          {value === null ? words.unknown : write(value)} <Delta delta={delta} write={write} />
        </dd>
      </div>
    );
  };
  return (
    <dl className={styles.figures}>
      <div>
        <dt>{words.table.output}</dt>
        <dd>{shapeText(layer, words)}</dd>
      </div>
      {ALONG_DEPTH.map(figure)}
      {layer.field !== null && (
        <div>
          <dt>{words.table.field}</dt>
          <dd>
            {fieldText(layer.field, words)} <Delta delta={fieldDelta?.[0] ?? null} write={words.count} />
          </dd>
        </div>
      )}
    </dl>
  );
}

function Delta({ delta, write }: { readonly delta: number | null; readonly write: (value: number) => string }) {
  if (delta === null || delta === 0) return null;
  return <span className={styles.delta}>{signed(delta, write)}</span>;
}
