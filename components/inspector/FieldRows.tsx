'use client';

import type { Diagnostic } from '@/lib/analysis/diagnostic';
import type { DocumentNode } from '@/lib/document/document';
import type { LayerDefinition } from '@/lib/layers/definition';
import { inspectorMessages } from '@/lib/messages/inspector';
import { useMessages } from '@/components/ui/use-messages';
import { FieldRow } from '@/components/inspector/FieldRow';
import styles from '@/components/inspector/inspector.module.css';

interface FieldRowsProps {
  readonly node: DocumentNode;
  readonly definition: LayerDefinition;
  readonly problems: readonly Diagnostic[];
}

/** A control for every field; those rarely needed are folded away, unless one of them has a problem. */
export function FieldRows({ node, definition, problems }: FieldRowsProps) {
  const messages = useMessages(inspectorMessages);
  const names = Object.keys(definition.fields);
  if (names.length === 0) return <p className={styles.muted}>{messages.noParameters}</p>;
  const ofParam = (name: string) => problems.filter(({ place }) => place.kind === 'param' && place.param === name);
  const advanced = names.filter((name) => definition.fields[name]?.advanced === true);
  const row = (name: string) => (
    <FieldRow key={name} name={name} node={node} definition={definition} problems={ofParam(name)} />
  );
  return (
    <>
      {names.filter((name) => !advanced.includes(name)).map(row)}
      {advanced.length === 0 ? null : (
        <details className={styles.advanced} open={advanced.some((name) => ofParam(name).length > 0)}>
          <summary>{messages.advanced}</summary>
          {advanced.map(row)}
        </details>
      )}
    </>
  );
}
