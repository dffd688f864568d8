'use client';

import type { ComparedDesign } from '@/lib/analysis/compare/compare-designs';
import { FEWEST_DESIGNS, MOST_DESIGNS } from '@/lib/analysis/compare/limits';
import { TEMPLATE_IDS } from '@/lib/core/template-id';
import { compareMessages } from '@/lib/messages/compare';
import { templateMessages } from '@/lib/messages/templates';
import { sourceKey, type ComparedSource } from '@/lib/state/comparing';
import { useDesigner } from '@/components/state/designer-context';
import { useWorkspace } from '@/components/state/use-workspace';
import { Icon } from '@/components/ui/Icon';
import { IconButton } from '@/components/ui/IconButton';
import { useMessages } from '@/components/ui/use-messages';
import styles from '@/components/compare/compare.module.css';

interface DesignChooserProps {
  readonly sources: readonly ComparedSource[];
  readonly designs: readonly ComparedDesign[];
}

/** One list per column, and one that adds a column. */
export function DesignChooser({ sources, designs }: DesignChooserProps) {
  const { comparing } = useDesigner();
  const words = useMessages(compareMessages);
  const choices = useChoices();
  const chosen = new Set(sources.map(sourceKey));
  const isFull = sources.length >= MOST_DESIGNS;
  const find = (key: string) => choices.flatMap(({ options }) => options).find((option) => option.key === key)?.source;
  return (
    <div className={styles.chooser} role="group" aria-label={words.choose.label}>
      {sources.map((source, place) => {
        const key = sourceKey(source);
        const name = designs.find((design) => design.key === key)?.name ?? words.choose.design(place + 1);
        const others = sources.filter((other) => other !== source);
        return (
          <span key={key} className={styles.chosen}>
            <select
              aria-label={words.choose.design(place + 1)}
              value={key}
              onChange={(event) => {
                const next = find(event.target.value);
                if (next) comparing.choose(sources.map((other) => (other === source ? next : other)));
              }}
            >
              <Options choices={choices} isFree={(option) => option === key || !chosen.has(option)} />
            </select>
            {designs.find((design) => design.key === key)?.hasErrors && (
              <span className={styles.error} role="img" aria-label={words.errors} title={words.errors}>
                <Icon name="error" size={14} />
              </span>
            )}
            {place > 0 && (
              <IconButton
                icon="chevron-left"
                size={14}
                label={words.choose.toFront(name)}
                onClick={() => comparing.choose([source, ...others])}
              />
            )}
            <IconButton
              icon="close"
              size={14}
              label={words.choose.remove(name)}
              disabled={sources.length <= FEWEST_DESIGNS}
              onClick={() => comparing.choose(others)}
            />
          </span>
        );
      })}
      <select
        aria-label={words.choose.add}
        value=""
        disabled={isFull}
        title={isFull ? words.choose.full(MOST_DESIGNS) : undefined}
        onChange={(event) => {
          const next = find(event.target.value);
          if (next) comparing.choose([...sources, next]);
        }}
      >
        <option value="">{words.choose.add}</option>
        <Options choices={choices} isFree={(option) => !chosen.has(option)} />
      </select>
    </div>
  );
}

interface ChoiceGroup {
  readonly label: string;
  readonly options: readonly { readonly key: string; readonly name: string; readonly source: ComparedSource }[];
}

function Options({
  choices,
  isFree,
}: {
  readonly choices: readonly ChoiceGroup[];
  readonly isFree: (key: string) => boolean;
}) {
  return choices.map(({ label, options }) => (
    <optgroup key={label} label={label}>
      {options.map(({ key, name }) => (
        <option key={key} value={key} disabled={!isFree(key)}>
          {name}
        </option>
      ))}
    </optgroup>
  ));
}

function useChoices(): readonly ChoiceGroup[] {
  const words = useMessages(compareMessages).choose;
  const templates = useMessages(templateMessages);
  const designs = useWorkspace((state) => state.designs);
  const open = useWorkspace((state) => state.openDesign);
  const choice = (source: ComparedSource, name: string) => ({ key: sourceKey(source), name, source });
  return [
    {
      label: words.kept,
      options: designs.map(({ id, name }) => choice({ kind: 'design', id }, id === open ? words.open(name) : name)),
    },
    {
      label: words.templates,
      options: TEMPLATE_IDS.map((id) => choice({ kind: 'template', id }, templates[id].title)),
    },
  ];
}
