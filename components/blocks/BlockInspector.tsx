'use client';

import { useId, useMemo, useState } from 'react';
import type { NodeId } from '@/lib/core/ids';
import { blockInputs, blockOf, definitionOf, MOST_REPEATS, repeatOf, usesOf } from '@/lib/document/blocks';
import type { Block, DocumentNode } from '@/lib/document/document';
import { blockMessages } from '@/lib/messages/blocks';
import { inspectorMessages } from '@/lib/messages/inspector';
import { uiMessages } from '@/lib/messages/ui';
import type { ActionId } from '@/lib/state/action';
import { familyStyle } from '@/components/canvas/family-style';
import { NumberInput } from '@/components/inspector/controls/NumberInput';
import { FreezeToggle } from '@/components/inspector/FreezeToggle';
import { LayerFigures } from '@/components/inspector/LayerFigures';
import { OutputToggle } from '@/components/inspector/OutputToggle';
import { NotedUnits } from '@/components/inspector/NotedUnits';
import { useFocusRequest } from '@/components/inspector/use-focus-request';
import { useGesture } from '@/components/inspector/use-gesture';
import { NumbersDisclosure } from '@/components/numbers/NumbersDisclosure';
import { ProblemNotes } from '@/components/problems/ProblemNotes';
import { problemsOfNode } from '@/components/problems/problem-index';
import { useAction } from '@/components/state/use-actions';
import { useWorkspace, useWorkspaceActions } from '@/components/state/use-workspace';
import { BlockOutputToggle } from '@/components/blocks/BlockOutputToggle';
import { Button } from '@/components/ui/Button';
import { Icon, type UiIconName } from '@/components/ui/Icon';
import { useMessages } from '@/components/ui/use-messages';
import styles from '@/components/inspector/inspector.module.css';

/** A use of a block: the block's name, how often it is run, its sums, and what can be done with it. */
export function BlockInspector({ id }: { readonly id: NodeId }) {
  useFocusRequest();
  const messages = useMessages(blockMessages);
  const inspector = useMessages(inspectorMessages);
  const node = useWorkspace(({ document }) => document.nodes[id]);
  const block = useWorkspace(({ document }) => (node === undefined ? null : definitionOf(document, node)));
  const uses = useWorkspace(({ document }) => usesOf(document, block?.id ?? '').length);
  const problems = useWorkspace(({ analysis }) => problemsOfNode(analysis, id));
  const nodes = useMemo(() => [id], [id]);
  if (node === undefined || block === null) return null;
  return (
    <>
      <header className={styles.header} style={familyStyle('input')}>
        <span className={styles.headerIcon}>
          <Icon name="template" size={16} />
        </span>
        <div>
          <h2>{messages.block}</h2>
          <p>{messages.uses(uses)}</p>
        </div>
      </header>
      <ProblemNotes problems={problems} />
      <NameField block={block} />
      <section className={styles.section} aria-label={inspector.parameters} data-params="">
        <RepeatField node={node} />
      </section>
      <BlockOutputToggle id={id} />
      <OutputToggle id={id} />
      <FreezeToggle nodes={nodes} />
      <NotedUnits id={id} />
      <section className={styles.section} aria-label={inspector.actions}>
        <h3>{inspector.actions}</h3>
        <div className={styles.actions}>
          <ActionButton id="open-block" icon="chevron-right" />
          <ActionButton id="expand-block" icon="unfold-all" />
          <ActionButton id="ungroup" icon="layout" />
          <ActionButton id="rewrite-layers" icon="wand" />
          {uses > 1 ? <ActionButton id="separate-block" icon="copy" /> : null}
        </div>
      </section>
      <LayerFigures id={id} />
      <NumbersDisclosure nodes={nodes} />
      <p className={styles.summary}>{messages.help}</p>
    </>
  );
}

/** The block's name, which every use has. A name half typed that says nothing changes nothing. */
function NameField({ block }: { readonly block: Block }) {
  const messages = useMessages(blockMessages);
  const { apply } = useWorkspaceActions();
  const isReadOnly = useWorkspace(({ saveState }) => saveState === 'elsewhere');
  const field = useId();
  const gesture = useGesture(`block ${block.id}`);
  const [draft, setDraft] = useState<string | null>(null);
  return (
    <div className={styles.field}>
      <label htmlFor={field}>{messages.blockName}</label>
      <input
        id={field}
        type="text"
        className={styles.text}
        maxLength={60}
        title={messages.blockNameHint}
        disabled={isReadOnly}
        value={draft ?? block.name}
        onFocus={gesture.restart}
        onBlur={() => setDraft(null)}
        onChange={({ target }) => {
          setDraft(target.value);
          apply({ kind: 'rename-block', block: block.id, name: target.value }, gesture.key());
        }}
      />
    </div>
  );
}

function RepeatField({ node }: { readonly node: DocumentNode }) {
  const messages = useMessages(blockMessages);
  const { apply } = useWorkspaceActions();
  const isReadOnly = useWorkspace(({ saveState }) => saveState === 'elsewhere');
  const inputs = useWorkspace(({ document }) => blockInputs(document, blockOf(node) ?? '').length);
  const gesture = useGesture(`repeat ${node.id}`);
  const hint = useId();
  // A block of several inputs is run once; one that is repeated all the same can be mended here.
  if (inputs !== 1 && repeatOf(node) === 1) return null;
  return (
    <div className={styles.field} data-param="repeat" onFocus={gesture.restart}>
      <span className={styles.label} aria-hidden="true">
        {messages.repeat}
      </span>
      <NumberInput
        label={messages.repeat}
        value={repeatOf(node)}
        min={1}
        max={MOST_REPEATS}
        step={1}
        isInvalid={inputs !== 1}
        describedBy={hint}
        isDisabled={isReadOnly}
        onChange={(value) => apply({ kind: 'set-param', node: node.id, param: 'repeat', value }, gesture.key())}
      />
      <p id={hint} className={styles.hint}>
        {messages.repeatHint}
      </p>
    </div>
  );
}

function ActionButton({ id, icon }: { readonly id: ActionId; readonly icon: UiIconName }) {
  const { action, enabled } = useAction(id);
  const label = useMessages(uiMessages).actions[id];
  return (
    <Button icon={icon} disabled={!enabled} onClick={action.run}>
      {label}
    </Button>
  );
}
