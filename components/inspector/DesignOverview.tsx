'use client';

import dynamic from 'next/dynamic';
import { formatShape } from '@/lib/core/tensor-type';
import { titleInId } from '@/lib/datasets/dataset-id';
import { targetWidth } from '@/lib/datasets/dataset';
import { datasetById } from '@/lib/datasets/registry';
import { NO_DATASET } from '@/lib/document/training-settings';
import { formatBytes, formatCount } from '@/lib/messages/figures';
import { inspectorMessages } from '@/lib/messages/inspector';
import { useDatasets } from '@/components/data/use-datasets';
import { useWorkspace, useWorkspaceActions } from '@/components/state/use-workspace';
import { useLocale, useMessages } from '@/components/ui/use-messages';
import { BatchSizeField } from '@/components/inspector/BatchSizeField';
import controls from '@/components/inspector/controls/controls.module.css';
import { ActionButtons } from '@/components/inspector/ActionButtons';
import { useFocusRequest } from '@/components/inspector/use-focus-request';
import { NumbersDisclosure } from '@/components/numbers/NumbersDisclosure';
import styles from '@/components/inspector/inspector.module.css';

const ProblemNotes = dynamic(() => import('@/components/problems/ProblemNotes').then((m) => m.ProblemNotes), {
  ssr: false,
});

const DESIGN_ACTIONS = [{ id: 'rewrite-layers', icon: 'wand' }] as const;

/** The design as a whole, while nothing is selected. */
export function DesignOverview() {
  useFocusRequest();
  const messages = useMessages(inspectorMessages);
  const name = useWorkspace(({ document }) => document.name);
  const problems = useWorkspace(({ analysis }) =>
    analysis.diagnostics.filter(({ place }) => place.kind === 'document'),
  );
  return (
    <>
      <header className={styles.header}>
        <div>
          <h2>{name}</h2>
          <p>{messages.design}</p>
        </div>
      </header>
      {problems.length === 0 ? null : <ProblemNotes problems={problems} />}
      <Totals />
      <ActionButtons actions={DESIGN_ACTIONS} />
      <NumbersDisclosure nodes={null} />
      <Task />
    </>
  );
}

function Totals() {
  const locale = useLocale();
  const messages = useMessages(inspectorMessages);
  const totals = useWorkspace(({ analysis }) => analysis.totals);
  const layers = useWorkspace(({ analysis }) => Object.keys(analysis.flat.nodes).length);
  const facts: readonly (readonly [string, string])[] = [
    [messages.layers, formatCount(locale, layers)],
    [messages.params, formatCount(locale, totals.params)],
    [messages.trainable, formatCount(locale, totals.trainableParams)],
    [messages.macs, formatCount(locale, totals.macs)],
    [messages.weights, formatBytes(locale, totals.memory.weights)],
    [messages.memoryInference, formatBytes(locale, totals.memory.inference)],
    [messages.memoryTraining, formatBytes(locale, totals.memory.training)],
  ];
  return (
    <section className={styles.section} aria-label={messages.facts}>
      <h3>{messages.facts}</h3>
      <dl className={styles.facts}>
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {totals.complete ? null : <p className={styles.hint}>{messages.incomplete}</p>}
    </section>
  );
}

function Task() {
  const locale = useLocale();
  const messages = useMessages(inspectorMessages);
  const { apply } = useWorkspaceActions();
  const training = useWorkspace(({ document }) => document.training);
  const isReadOnly = useWorkspace(({ saveState }) => saveState === 'elsewhere');
  const datasets = useDatasets();
  const dataset = datasetById(training.dataset);
  return (
    <section className={styles.section} aria-label={messages.task}>
      <h3>{messages.task}</h3>
      <div className={styles.field}>
        <span className={styles.label} aria-hidden="true">
          {messages.dataset}
        </span>
        <select
          className={controls.select}
          aria-label={messages.dataset}
          disabled={isReadOnly}
          value={training.dataset}
          onChange={({ target }) => apply({ kind: 'set-training', settings: { dataset: target.value } })}
        >
          {dataset === undefined && training.dataset !== NO_DATASET ? (
            <option value={training.dataset}>
              {messages.unknownDataset(titleInId(training.dataset) ?? training.dataset)}
            </option>
          ) : null}
          {datasets.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
          <option value={NO_DATASET}>{messages.noDataset}</option>
        </select>
        {dataset === undefined ? null : (
          <p className={styles.hint}>
            {messages.datasetText(
              formatShape(dataset.inputShape),
              formatCount(locale, targetWidth(dataset.targets[0])),
              formatCount(locale, dataset.training.count),
              dataset.targets[0].kind,
            )}
          </p>
        )}
      </div>
      <BatchSizeField />
    </section>
  );
}
