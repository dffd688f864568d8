'use client';

import { Handle, Position as Side, type NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { formatShape } from '@/lib/core/tensor-type';
import { blockOf, repeatOf } from '@/lib/document/blocks';
import { layerTitle } from '@/lib/document/layer-title';
import { canvasMessages } from '@/lib/messages/canvas';
import { uiMessages } from '@/lib/messages/ui';
import { toggleExpanded } from '@/lib/state/design-view';
import { useLateHandles } from '@/components/blocks/use-late-handles';
import { useBlockProblems } from '@/components/blocks/use-block-problems';
import { useCanvasUi } from '@/components/canvas/canvas-ui';
import type { LayerFlowNode } from '@/components/canvas/flow-types';
import { TitleEditor } from '@/components/canvas/TitleEditor';
import { ProblemBadge } from '@/components/problems/ProblemBadge';
import { useDesigner } from '@/components/state/designer-context';
import { useWorkspace } from '@/components/state/use-workspace';
import { IconButton } from '@/components/ui/IconButton';
import { useLocale, useMessages } from '@/components/ui/use-messages';
import node from '@/components/canvas/layer-node.module.css';
import styles from '@/components/blocks/blocks.module.css';

/** A block expanded at its place: a frame around its inside, which is drawn by itself. */
export const BlockFrame = memo(function BlockFrame({ id }: NodeProps<LayerFlowNode>) {
  useLateHandles(id);
  const locale = useLocale();
  const canvas = useMessages(canvasMessages);
  const actions = useMessages(uiMessages).actions;
  const { workspace } = useDesigner();
  const use = useWorkspace(({ document }) => document.nodes[id]);
  const blocks = useWorkspace(({ document }) => document.blocks);
  const output = useWorkspace(({ analysis }) => analysis.layers[id]?.output ?? null);
  const isRenaming = useCanvasUi(({ renaming }) => renaming === id);
  const problems = useBlockProblems(id);
  if (use === undefined || blockOf(use) === null) return null;
  const title = layerTitle(use, locale, blocks);
  const repeat = repeatOf(use);
  const collapse = () => {
    const { document, view } = workspace.store.getState();
    workspace.actions.look(toggleExpanded(document, view, id));
  };
  return (
    <div className={styles.frame} data-severity={problems[0]?.severity} data-block-frame="">
      <Handle
        className={node.handle}
        type="target"
        position={Side.Top}
        role="img"
        aria-label={canvas.nodeInput(title)}
      />
      <div className={styles.frameHead} data-frame-head="">
        {isRenaming ? <TitleEditor node={use} /> : <span className={node.title}>{title}</span>}
        {repeat > 1 ? <span className={styles.repeat}>× {repeat}</span> : null}
        {output === null ? null : <span className={node.shape}>{formatShape(output.shape)}</span>}
        <ProblemBadge problems={problems} />
        <IconButton
          className="nodrag"
          icon="fold-all"
          size={14}
          tabIndex={-1}
          tip="below-end"
          label={actions['expand-block']}
          onClick={collapse}
        />
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
});
