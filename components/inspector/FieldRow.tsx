'use client';

import { useId } from 'react';
import type { Diagnostic } from '@/lib/analysis/diagnostic';
import type { DocumentNode } from '@/lib/document/document';
import type { LayerDefinition } from '@/lib/layers/definition';
import { useWorkspace, useWorkspaceActions } from '@/components/state/use-workspace';
import { useLocale } from '@/components/ui/use-messages';
import { Control } from '@/components/inspector/controls/Control';
import { useGesture } from '@/components/inspector/use-gesture';
import { ProblemNotes } from '@/components/problems/ProblemNotes';
import styles from '@/components/inspector/inspector.module.css';

interface FieldRowProps {
  readonly name: string;
  readonly node: DocumentNode;
  readonly definition: LayerDefinition;
  readonly problems: readonly Diagnostic[];
}

/** One parameter: label, control, hint, and what is wrong with it. */
export function FieldRow({ name, node, definition, problems }: FieldRowProps) {
  const { apply } = useWorkspaceActions();
  const isReadOnly = useWorkspace(({ saveState }) => saveState === 'elsewhere');
  const gesture = useGesture(`param ${node.id} ${name}`);
  const hintId = useId();
  const notesId = useId();
  const field = definition.fields[name];
  const text = definition.text[useLocale()];
  if (field === undefined) return null;
  const { label, hint } = text.fields[name] ?? { label: name, hint: '' };
  return (
    <div className={styles.field} data-param={name} onFocus={gesture.restart}>
      <span className={styles.label} aria-hidden="true">
        {label}
      </span>
      <Control
        field={field}
        label={label}
        value={node.params[name] ?? field.default}
        options={text.options ?? {}}
        isInvalid={problems.some(({ severity }) => severity === 'error')}
        describedBy={problems.length > 0 ? `${notesId} ${hintId}` : hintId}
        isDisabled={isReadOnly}
        onChange={(value) => apply({ kind: 'set-param', node: node.id, param: name, value }, gesture.key())}
      />
      <div id={notesId}>
        <ProblemNotes problems={problems} />
      </div>
      <p id={hintId} className={styles.hint}>
        {hint}
      </p>
    </div>
  );
}
