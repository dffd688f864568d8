'use client';

import { Handle, Position as Side, type NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { useStore } from 'zustand';
import { formatShape } from '@/lib/core/tensor-type';
import { areFrozen } from '@/lib/analysis/freezing';
import { shareOfParams } from '@/lib/analysis/totals';
import { BLOCK_INPUT_TYPE, blockInputs, definitionOf, nodesIn, repeatOf } from '@/lib/document/blocks';
import { layerTitle } from '@/lib/document/layer-title';
import { blockMessages } from '@/lib/messages/blocks';
import { hasNotedUnits } from '@/lib/document/noted-units';
import { canvasMessages } from '@/lib/messages/canvas';
import { formatShare } from '@/lib/messages/figures';
import { useLateHandles } from '@/components/blocks/use-late-handles';
import { useBlockProblems } from '@/components/blocks/use-block-problems';
import { useCanvasUi } from '@/components/canvas/canvas-ui';
import { familyStyle } from '@/components/canvas/family-style';
import type { LayerFlowNode } from '@/components/canvas/flow-types';
import { NodeNotes } from '@/components/canvas/NodeNotes';
import { TitleEditor } from '@/components/canvas/TitleEditor';
import { ProblemBadge } from '@/components/problems/ProblemBadge';
import { useDesigner } from '@/components/state/designer-context';
import { useWorkspace } from '@/components/state/use-workspace';
import { Icon } from '@/components/ui/Icon';
import { useLocale, useMessages } from '@/components/ui/use-messages';
import node from '@/components/canvas/layer-node.module.css';
import styles from '@/components/blocks/blocks.module.css';

/** One face for what is no layer: a block as one node with its sums, and an input of a block. */
export const BlockNode = memo(function BlockNode({ id }: NodeProps<LayerFlowNode>) {
  useLateHandles(id);
  const isInput = useWorkspace(({ document }) => document.nodes[id]?.type === BLOCK_INPUT_TYPE);
  return isInput ? <InputFace id={id} /> : <BlockFace id={id} />;
});

function BlockFace({ id }: { readonly id: string }) {
  const locale = useLocale();
  const messages = useMessages(blockMessages);
  const canvas = useMessages(canvasMessages);
  const use = useWorkspace(({ document }) => document.nodes[id]);
  const blocks = useWorkspace(({ document }) => document.blocks);
  const layer = useWorkspace(({ analysis }) => analysis.layers[id]);
  const share = useWorkspace(({ analysis }) => shareOfParams(analysis.layers[id]?.params ?? 0, analysis.totals));
  const block = use === undefined ? null : definitionOf({ blocks }, use);
  const count = useWorkspace(({ document }) => (block === null ? 0 : layersIn(document, block.id)));
  const takesInput = useWorkspace(({ document }) => block !== null && blockInputs(document, block.id).length > 0);
  const isRenaming = useCanvasUi(({ renaming }) => renaming === id);
  const isFrozen = useWorkspace(({ document, analysis }) => areFrozen(analysis, [id], document.training.frozen));
  const problems = useBlockProblems(id);
  const hasNotes = useWorkspace(({ document }) => hasNotedUnits(document, id));
  const { Content } = useStore(useDesigner().nodeSlot);
  if (use === undefined) return null;
  const title = layerTitle(use, locale, blocks);
  const repeat = repeatOf(use);
  return (
    <div
      className={`${node.node} ${styles.block}`}
      style={familyStyle('input')}
      data-severity={problems[0]?.severity}
      data-block=""
      data-notes={hasNotes ? '' : undefined}
    >
      {takesInput ? (
        <Handle
          className={node.handle}
          type="target"
          position={Side.Top}
          role="img"
          aria-label={canvas.nodeInput(title)}
        />
      ) : null}
      <div className={node.head}>
        <span className={node.icon}>
          <Icon name="template" size={14} />
        </span>
        {isRenaming ? <TitleEditor node={use} /> : <span className={node.title}>{title}</span>}
        {repeat > 1 ? (
          <span className={styles.repeat} role="img" aria-label={messages.repeated(title, repeat)}>
            × {repeat}
          </span>
        ) : null}
        {isFrozen ? (
          <span className={node.lock} title={canvas.frozen}>
            <Icon name="lock" size={13} />
          </span>
        ) : null}
        <ProblemBadge problems={problems} />
      </div>
      <div className={node.params}>{messages.layers(count)}</div>
      <div className={node.foot}>
        <span className={node.shape}>{layer?.output ? formatShape(layer.output.shape) : canvas.shapeUnknown}</span>
        {share > 0 ? (
          <span className={node.share} title={canvas.shareOfParams(formatShare(locale, share))}>
            {formatShare(locale, share)}
          </span>
        ) : null}
      </div>
      {hasNotes && <NodeNotes id={id} />}
      <div className={node.bar} aria-hidden="true">
        <div style={{ width: `${share * 100}%` }} />
      </div>
      {Content === null ? null : <Content node={id} />}
      <Handle
        className={node.handle}
        type="source"
        position={Side.Bottom}
        role="img"
        aria-label={canvas.nodeOutput(title)}
      />
    </div>
  );
}

function layersIn(document: Parameters<typeof nodesIn>[0], block: string): number {
  return nodesIn(document, block).filter(({ type }) => type !== BLOCK_INPUT_TYPE).length;
}

function InputFace({ id }: { readonly id: string }) {
  const locale = useLocale();
  const messages = useMessages(blockMessages);
  const canvas = useMessages(canvasMessages);
  const input = useWorkspace(({ document }) => document.nodes[id]);
  const layer = useWorkspace(({ analysis }) => analysis.layers[id]);
  if (input === undefined) return null;
  const title = layerTitle(input, locale);
  return (
    <div className={`${node.node} ${styles.input}`} style={familyStyle('input')}>
      <div className={node.head}>
        <span className={node.icon}>
          <Icon name="chevron-down" size={14} />
        </span>
        <span className={node.title}>{title}</span>
      </div>
      <div className={node.params}>{messages.addInput}</div>
      <div className={node.foot}>
        <span className={node.shape}>{layer?.output ? formatShape(layer.output.shape) : canvas.shapeUnknown}</span>
      </div>
      <Handle
        className={node.handle}
        type="source"
        position={Side.Bottom}
        role="img"
        aria-label={canvas.nodeOutput(title)}
      />
    </div>
  );
}
