'use client';

import { formatShape, sameShape } from '@/lib/core/tensor-type';
import { layerTitle } from '@/lib/document/layer-title';
import type { ReceptiveField } from '@/lib/analysis/analysis';
import type { RewritePlan } from '@/lib/analysis/rewrites/plan-rewrites';
import type { Change, RewriteProof } from '@/lib/analysis/rewrites/prove-rewrite';
import { sameJson } from '@/lib/core/same-json';
import { formatBytes, formatCount } from '@/lib/messages/figures';
import { rewriteMessages } from '@/lib/messages/rewrites';
import { useWorkspace } from '@/components/state/use-workspace';
import { Icon } from '@/components/ui/Icon';
import { useLocale, useMessages } from '@/components/ui/use-messages';
import { changeText } from '@/components/rewrites/change-text';
import styles from '@/components/rewrites/rewrites.module.css';

interface Props {
  readonly plan: RewritePlan;
  readonly proof: RewriteProof;
}

/** Layers shown one by one; the sums hold for all. */
const MOST_PARTS = 8;
const MOST_NAMES = 4;

/** Before and after: the network's sums, each rewritten place, and what that does to the layers behind. */
export function RewriteProofView({ plan, proof }: Props) {
  return (
    <>
      <Totals proof={proof} />
      <Consequences plan={plan} proof={proof} />
      <Parts proof={proof} />
    </>
  );
}

function Totals({ proof: { totals, layers, output } }: { readonly proof: RewriteProof }) {
  const t = useMessages(rewriteMessages);
  const locale = useLocale();
  const count = (value: number) => formatCount(locale, value);
  const bytes = (value: number) => formatBytes(locale, value);
  const of = (read: (each: RewriteProof['totals']['before']) => number): Change<number> => ({
    before: read(totals.before),
    after: read(totals.after),
  });
  const rows = [
    { name: t.params, change: of(({ params }) => params), format: count },
    { name: t.macs, change: of(({ macs }) => macs), format: count },
    { name: t.memoryInference, change: of(({ memory }) => memory.inference), format: bytes },
    { name: t.memoryTraining, change: of(({ memory }) => memory.training), format: bytes },
    { name: t.nodes, change: layers, format: count },
  ];
  const shape = (each: readonly number[] | null) => (each === null ? '?' : formatShape(each));
  return (
    <table className={styles.table}>
      <caption>{t.totals}</caption>
      <thead>
        <tr>
          <th scope="col">{t.figure}</th>
          <th scope="col">{t.before}</th>
          <th scope="col">{t.after}</th>
          <th scope="col">{t.change}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, change, format }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{format(change.before)}</td>
            <td>{format(change.after)}</td>
            <td>{changeText(change, { locale, unchanged: t.unchanged, format })}</td>
          </tr>
        ))}
        <tr>
          <th scope="row">{t.output}</th>
          <td>{shape(output.before)}</td>
          <td>{shape(output.after)}</td>
          <td>{sameJson(output.before, output.after) ? t.unchanged : ''}</td>
        </tr>
      </tbody>
    </table>
  );
}

/** What stays and what does not, each with a sign of its own. */
function Consequences({ plan, proof }: Props) {
  const t = useMessages(rewriteMessages);
  const titleOf = useTitles();
  const { parts, reshaped, output } = proof;
  const keepsShapes = reshaped.length === 0 && parts.every((part) => sameJson(part.output.before, part.output.after));
  const keepsFields = parts.every(({ field }) => field.before !== null && sameJson(field.before, field.after));
  const changes = output.before !== null && output.after !== null && !sameShape(output.before, output.after);
  const repairs = plan.commands.filter(({ kind }) => kind !== 'replace-layer' && kind !== 'remove').length;
  const names = reshaped.slice(0, MOST_NAMES).map(({ node, shape }) => `${titleOf(node)} ${formatShape(shape.after)}`);
  return (
    <ul className={styles.consequences}>
      {keepsShapes && <Consequence sign="success" text={t.keeps} />}
      {keepsFields && <Consequence sign="success" text={t.keepsField} />}
      {names.length > 0 && <Consequence sign="warning" text={t.reshapes(names, reshaped.length - names.length)} />}
      {repairs > 0 && <Consequence sign="hint" text={t.mends(repairs)} />}
      {changes && output.before !== null && output.after !== null && (
        <Consequence sign="warning" text={t.outputChanges(formatShape(output.before), formatShape(output.after))} />
      )}
    </ul>
  );
}

function Consequence({ sign, text }: { readonly sign: 'success' | 'warning' | 'hint'; readonly text: string }) {
  return (
    <li data-sign={sign}>
      <Icon name={sign} size={15} />
      <span>{text}</span>
    </li>
  );
}

function Parts({ proof: { parts } }: { readonly proof: RewriteProof }) {
  const t = useMessages(rewriteMessages);
  const locale = useLocale();
  const titleOf = useTitles();
  const count = (value: number) => formatCount(locale, value);
  const shape = (each: readonly number[] | null) => (each === null ? '?' : formatShape(each));
  const field = (each: ReceptiveField | null) => (each === null ? '–' : each.global ? t.whole : formatShape(each.size));
  return (
    <>
      <table className={styles.table}>
        <caption>{t.parts}</caption>
        <thead>
          <tr>
            <th scope="col">{t.layer}</th>
            <th scope="col">{t.params}</th>
            <th scope="col">{t.macs}</th>
            <th scope="col">{t.field}</th>
            <th scope="col">{t.shape}</th>
          </tr>
        </thead>
        <tbody>
          {parts.slice(0, MOST_PARTS).map((part) => (
            <tr key={part.node}>
              <th scope="row">{part.uses > 1 ? t.uses(titleOf(part.node), part.uses) : titleOf(part.node)}</th>
              <td>{arrow(part.params, count)}</td>
              <td>{arrow(part.macs, count)}</td>
              <td>{arrow(part.field, field)}</td>
              <td>{arrow(part.output, shape)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {parts.length > MOST_PARTS && <p className={styles.why}>{t.more(parts.length - MOST_PARTS)}</p>}
    </>
  );
}

/** "2,416 → 3,200", or what both are. */
function arrow<V>({ before, after }: Change<V>, format: (value: V) => string): string {
  const [from, to] = [format(before), format(after)];
  return from === to ? from : `${from} → ${to}`;
}

function useTitles(): (id: string) => string {
  const locale = useLocale();
  const nodes = useWorkspace(({ document }) => document.nodes);
  return (id) => {
    const node = nodes[id];
    return node === undefined ? id : node.title === undefined ? id : layerTitle(node, locale);
  };
}
