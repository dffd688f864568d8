'use client';

import { activationTypes } from '@/lib/analysis/rewrites/design-rewrites';
import type { RewriteId } from '@/lib/core/design-problem';
import type { NodeId } from '@/lib/core/ids';
import { layerDefinition } from '@/lib/layers/registry';
import { rewriteNames } from '@/lib/messages/rewrite-names';
import { rewriteMessages } from '@/lib/messages/rewrites';
import { uiMessages } from '@/lib/messages/ui';
import { useWorkspace, useWorkspaceActions } from '@/components/state/use-workspace';
import { Button } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';
import { useLocale, useMessages } from '@/components/ui/use-messages';
import { RewriteProofView } from '@/components/rewrites/RewriteProofView';
import { useRewrites, type Rewrites } from '@/components/rewrites/use-rewrites';
import styles from '@/components/rewrites/rewrites.module.css';

interface Props {
  /** What is selected; null: nothing, so it is about the whole design. */
  readonly nodes: readonly NodeId[] | null;
  /** Which rewrite to show first; null: the first there is. */
  readonly rewrite: RewriteId | null;
  readonly onClose: () => void;
}

/** What layers could be replaced with, and what that would change, before it is done as one step. */
export function RewritesDialog({ nodes, rewrite, onClose }: Props) {
  const t = useMessages(rewriteMessages);
  const ui = useMessages(uiMessages);
  const { apply } = useWorkspaceActions();
  const isReadOnly = useWorkspace(({ saveState }) => saveState === 'elsewhere' || saveState === 'loading');
  const rewrites = useRewrites(nodes, rewrite);
  const { chosen, complete, proof, isWorking, hasFailed } = rewrites;
  const confirm = () => {
    if (complete !== null) apply({ kind: 'batch', commands: complete.commands });
    onClose();
  };
  return (
    <Dialog
      title={t.title}
      width="wide"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{ui.cancel}</Button>
          <Button look="primary" disabled={complete === null || isReadOnly} onClick={confirm}>
            {t.apply}
          </Button>
        </>
      }
    >
      <p className={styles.intro}>{t.intro}</p>
      {nodes !== null && <Scope count={nodes.length} rewrites={rewrites} />}
      <Choice rewrites={rewrites} />
      {chosen?.kind === 'replace-activations' && <ActivationChoice rewrites={rewrites} />}
      {isWorking && <p role="status">{t.working}</p>}
      {hasFailed && <p role="alert">{t.failed}</p>}
      {chosen !== null && complete === null && !isWorking && !hasFailed && <p role="status">{t.impossible}</p>}
      {complete !== null && proof !== null && <RewriteProofView plan={complete} proof={proof} />}
    </Dialog>
  );
}

function Scope({ count, rewrites }: { readonly count: number; readonly rewrites: Rewrites }) {
  const t = useMessages(rewriteMessages);
  const options = [
    { isEverywhere: false, label: t.selected(count) },
    { isEverywhere: true, label: t.everywhere },
  ];
  return (
    <fieldset className={styles.scope}>
      <legend>{t.where}</legend>
      {options.map(({ isEverywhere, label }) => (
        <label key={label}>
          <input
            type="radio"
            name="rewrite-scope"
            checked={rewrites.isEverywhere === isEverywhere}
            onChange={() => rewrites.setEverywhere(isEverywhere)}
          />
          {label}
        </label>
      ))}
    </fieldset>
  );
}

function Choice({ rewrites: { plans, chosen, choose, isWorking, hasFailed } }: { readonly rewrites: Rewrites }) {
  const t = useMessages(rewriteMessages);
  const names = useMessages(rewriteNames);
  const isComplete = useWorkspace(({ analysis }) => analysis.totals.complete);
  if (plans.length === 0 && (isWorking || hasFailed)) return null;
  if (plans.length === 0) return <p role="status">{isComplete ? t.nothing : `${t.nothing} ${t.errors}`}</p>;
  return (
    <>
      <fieldset className={styles.choice}>
        <legend>{t.what}</legend>
        {plans.map(({ kind, nodes }) => (
          <label key={kind} data-chosen={kind === chosen?.kind}>
            <input
              type="radio"
              name="rewrite-kind"
              checked={kind === chosen?.kind}
              onChange={() => choose(kind)}
              {...(kind === chosen?.kind ? { 'data-autofocus': true } : {})}
            />
            <span>{names[kind]}</span>
            <span className={styles.count}>{t.layers(nodes.length)}</span>
          </label>
        ))}
      </fieldset>
      {chosen !== null && <p className={styles.why}>{t.why[chosen.kind]}</p>}
      {isComplete ? null : <p className={styles.why}>{t.errors}</p>}
    </>
  );
}

function ActivationChoice({ rewrites: { activation, setActivation } }: { readonly rewrites: Rewrites }) {
  const t = useMessages(rewriteMessages);
  const locale = useLocale();
  return (
    <label className={styles.activation}>
      {t.activation}
      <select value={activation} onChange={({ target }) => setActivation(target.value)}>
        {activationTypes().map((type) => (
          <option key={type} value={type}>
            {layerDefinition(type)?.text[locale].title ?? type}
          </option>
        ))}
      </select>
    </label>
  );
}
