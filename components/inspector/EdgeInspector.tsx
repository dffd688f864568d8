'use client';

import type { EdgeId, NodeId } from '@/lib/core/ids';
import { formatShape } from '@/lib/core/tensor-type';
import { layerTitle } from '@/lib/document/layer-title';
import { inspectorMessages } from '@/lib/messages/inspector';
import { uiMessages } from '@/lib/messages/ui';
import { useAction } from '@/components/state/use-actions';
import { useWorkspace, useWorkspaceActions } from '@/components/state/use-workspace';
import { Button } from '@/components/ui/Button';
import { useLocale, useMessages } from '@/components/ui/use-messages';
import { ProblemNotes } from '@/components/problems/ProblemNotes';
import { problemsOfEdge } from '@/components/problems/problem-index';
import styles from '@/components/inspector/inspector.module.css';

/** One connection: its two ends and the shape it carries. */
export function EdgeInspector({ id }: { readonly id: EdgeId }) {
  const messages = useMessages(inspectorMessages);
  const actionNames = useMessages(uiMessages).actions;
  const edge = useWorkspace(({ document }) => document.edges[id]);
  const type = useWorkspace(({ analysis }) => analysis.edges[id] ?? null);
  const problems = useWorkspace(({ analysis }) => problemsOfEdge(analysis, id));
  const remove = useAction('delete');
  if (edge === undefined) return null;
  return (
    <>
      <header className={styles.header}>
        <h2>{messages.connection}</h2>
      </header>
      <ProblemNotes problems={problems} />
      <dl className={styles.facts}>
        <End name={messages.from} node={edge.source} />
        <End name={messages.to} node={edge.target} />
        <div>
          <dt>{messages.carries}</dt>
          <dd className={type === null ? undefined : 'mono'}>
            {type === null ? messages.unknown : formatShape(type.shape)}
          </dd>
        </div>
      </dl>
      <div className={styles.actions}>
        <Button icon="trash" disabled={!remove.enabled} onClick={remove.action.run}>
          {actionNames.delete}
        </Button>
      </div>
    </>
  );
}

function End({ name, node }: { readonly name: string; readonly node: NodeId }) {
  const locale = useLocale();
  const layer = useWorkspace(({ document }) => document.nodes[node]);
  const blocks = useWorkspace(({ document }) => document.blocks);
  const { select } = useWorkspaceActions();
  if (layer === undefined) return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <button type="button" className={styles.link} onClick={() => select({ nodes: [node], edges: [] })}>
          {layerTitle(layer, locale, blocks)}
        </button>
      </dd>
    </div>
  );
}
