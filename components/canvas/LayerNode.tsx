'use client';

import { Handle, Position as Side, type NodeProps } from '@xyflow/react';
import dynamic from 'next/dynamic';
import { memo } from 'react';
import { useStore } from 'zustand';
import type { NodeId } from '@/lib/core/ids';
import { formatShape } from '@/lib/core/tensor-type';
import type { Document } from '@/lib/document/document';
import { areFrozen } from '@/lib/analysis/freezing';
import { layerTitle } from '@/lib/document/layer-title';
import { shareOfParams } from '@/lib/analysis/totals';
import { layerDefinition } from '@/lib/layers/registry';
import { canvasMessages } from '@/lib/messages/canvas';
import { formatShare } from '@/lib/messages/figures';
import { useDesigner } from '@/components/state/designer-context';
import { useWorkspace } from '@/components/state/use-workspace';
import { Icon } from '@/components/ui/Icon';
import { LayerIcon } from '@/components/ui/LayerIcon';
import { useLocale, useMessages } from '@/components/ui/use-messages';
import { problemsOfNode } from '@/components/problems/problem-index';
import { ProblemBadge } from '@/components/problems/ProblemBadge';
import { useCanvasUi } from '@/components/canvas/canvas-ui';
import { faceParams } from '@/lib/layers/face-params';
import { familyStyle } from '@/components/canvas/family-style';
import type { LayerFlowNode } from '@/components/canvas/flow-types';
import { TitleEditor } from '@/components/canvas/TitleEditor';
import styles from '@/components/canvas/layer-node.module.css';

const NodeNotes = dynamic(() => import('@/components/canvas/NodeNotes').then((m) => m.NodeNotes), { ssr: false });

function isOutputOfBlock({ nodes, blocks }: Document, id: NodeId): boolean {
  const scope = nodes[id]?.scope;
  return scope !== undefined && blocks[scope]?.output === id;
}

/** One face for every layer: what it is, how it is set, what it gives, and its share of the parameters. */
export const LayerNode = memo(function LayerNode({ id }: NodeProps<LayerFlowNode>) {
  const locale = useLocale();
  const messages = useMessages(canvasMessages);
  const node = useWorkspace(({ document }) => document.nodes[id]);
  const layer = useWorkspace(({ analysis }) => analysis.layers[id]);
  const share = useWorkspace(({ analysis }) => shareOfParams(analysis.layers[id]?.params ?? 0, analysis.totals));
  const problems = useWorkspace(({ analysis }) => problemsOfNode(analysis, id));
  const isFrozen = useWorkspace(({ document, analysis }) => areFrozen(analysis, [id], document.training.frozen));
  const isBlockOutput = useWorkspace(({ document }) => isOutputOfBlock(document, id));
  const mark = useStore(useDesigner().marks, (marks) => marks[id]);
  const { Content } = useStore(useDesigner().nodeSlot);
  const isRenaming = useCanvasUi(({ renaming }) => renaming === id);
  const definition = layerDefinition(node?.type ?? '');
  if (node === undefined) return null;
  const title = layerTitle(node, locale);
  const params = definition === null ? [] : faceParams(definition, node.params, locale);
  const paramsText = params.map(({ label, value }) => `${label} ${value}`).join(' · ');
  return (
    <div
      className={styles.node}
      style={familyStyle(definition?.family)}
      data-severity={problems[0]?.severity}
      data-notes={node.notes && ''}
    >
      {definition?.inputs.arity === 'none' ? null : (
        <Handle
          className={styles.handle}
          type="target"
          position={Side.Top}
          role="img"
          aria-label={messages.nodeInput(title)}
        />
      )}
      <div className={styles.head}>
        <span className={styles.icon}>
          <LayerIcon name={definition?.icon ?? 'input'} size={16} />
        </span>
        {isRenaming ? <TitleEditor node={node} /> : <span className={styles.title}>{title}</span>}
        {isFrozen ? (
          <span className={styles.lock} title={messages.frozen}>
            <Icon name="lock" size={13} />
          </span>
        ) : null}
        <ProblemBadge problems={problems} />
      </div>
      <div className={styles.params} title={paramsText}>
        {params.map(({ label, value, isWord }) => (
          <span key={label} className={styles.param}>
            {isWord ? '' : `${label} `}
            <b>{value}</b>
          </span>
        ))}
      </div>
      <div className={styles.foot}>
        <span className={styles.shape}>{layer?.output ? formatShape(layer.output.shape) : messages.shapeUnknown}</span>
        {isBlockOutput ? <span className={styles.output}>{messages.blockOutput}</span> : null}
        {mark === undefined ? null : (
          <span className={styles.mark} title={mark.label}>
            <span aria-hidden="true">{mark.text}</span>
            <span className="visually-hidden">{mark.label}</span>
          </span>
        )}
        {share > 0 ? (
          <span className={styles.share} title={messages.shareOfParams(formatShare(locale, share))}>
            {formatShare(locale, share)}
          </span>
        ) : null}
      </div>
      {node.notes && <NodeNotes id={id} />}
      <div className={styles.bar} aria-hidden="true">
        <div style={{ width: `${share * 100}%` }} />
      </div>
      {Content === null ? null : <Content node={id} />}
      <Handle
        className={styles.handle}
        type="source"
        position={Side.Bottom}
        role="img"
        aria-label={messages.nodeOutput(title)}
      />
    </div>
  );
});
