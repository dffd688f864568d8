'use client';

import dynamic from 'next/dynamic';
import { useMemo } from 'react';
import type { NodeId } from '@/lib/core/ids';
import { layerDefinition } from '@/lib/layers/registry';
import { inspectorMessages } from '@/lib/messages/inspector';
import { panelMessages } from '@/lib/messages/panels';
import { useWorkspace } from '@/components/state/use-workspace';
import { LayerIcon } from '@/components/ui/LayerIcon';
import { useLocale, useMessages } from '@/components/ui/use-messages';
import { familyStyle } from '@/components/canvas/family-style';
import { BlockOutputToggle } from '@/components/blocks/BlockOutputToggle';
import { ActionButtons } from '@/components/inspector/ActionButtons';
import { FieldRows } from '@/components/inspector/FieldRows';
import { FreezeToggle } from '@/components/inspector/FreezeToggle';
import { LayerFigures } from '@/components/inspector/LayerFigures';
import { LayerHelp } from '@/components/inspector/LayerHelp';
import { OutputToggle } from '@/components/inspector/OutputToggle';
import { TitleField } from '@/components/inspector/TitleField';
import { useFocusRequest } from '@/components/inspector/use-focus-request';
import { NumbersDisclosure } from '@/components/numbers/NumbersDisclosure';
import { ProblemNotes } from '@/components/problems/ProblemNotes';
import { problemsOfNode } from '@/components/problems/problem-index';
import styles from '@/components/inspector/inspector.module.css';

const NotedUnits = dynamic(() => import('@/components/inspector/NotedUnits').then((m) => m.NotedUnits), { ssr: false });

const LAYER_ACTIONS = [
  { id: 'show-workings', icon: 'calculator' },
  { id: 'show-unit-view', icon: 'eye' },
  { id: 'rewrite-layers', icon: 'wand' },
] as const;

/** One layer: its name, its settings from its fields, its figures, and what it is. */
export function LayerInspector({ id }: { readonly id: NodeId }) {
  useFocusRequest();
  const locale = useLocale();
  const messages = useMessages(inspectorMessages);
  const families = useMessages(panelMessages).families;
  const node = useWorkspace(({ document }) => document.nodes[id]);
  const problems = useWorkspace(({ analysis }) => problemsOfNode(analysis, id));
  const nodes = useMemo(() => [id], [id]);
  const definition = layerDefinition(node?.type ?? '');
  if (node === undefined || definition === null) return null;
  const text = definition.text[locale];
  const ofWhole = problems.filter(
    ({ place }) => place.kind !== 'param' || !Object.hasOwn(definition.fields, place.param),
  );
  return (
    <>
      <header className={styles.header} style={familyStyle(definition.family)}>
        <span className={styles.headerIcon}>
          <LayerIcon name={definition.icon} size={18} />
        </span>
        <div>
          <h2>{text.title}</h2>
          <p>{families[definition.family]}</p>
        </div>
      </header>
      <ProblemNotes problems={ofWhole} />
      <TitleField node={node} />
      <section className={styles.section} aria-label={messages.parameters} data-params="">
        <h3>{messages.parameters}</h3>
        <FieldRows node={node} definition={definition} problems={problems} />
      </section>
      <BlockOutputToggle id={id} />
      <OutputToggle id={id} />
      <FreezeToggle nodes={nodes} />
      {node.notes && <NotedUnits id={id} />}
      <LayerFigures id={id} />
      <ActionButtons actions={LAYER_ACTIONS} />
      <NumbersDisclosure nodes={nodes} />
      <LayerHelp definition={definition} />
    </>
  );
}
