'use client';

import type { BlockId } from '@/lib/core/ids';
import { BLOCK_INPUT_TYPE, BLOCK_TYPE, wouldContainItself } from '@/lib/document/blocks';
import { blockMessages } from '@/lib/messages/blocks';
import { openScope } from '@/lib/state/design-view';
import { draggedBlock } from '@/components/palette/dragged-layer';
import { useDragSource } from '@/components/palette/use-drag-source';
import { useDesigner } from '@/components/state/designer-context';
import { useWorkspace } from '@/components/state/use-workspace';
import { Icon } from '@/components/ui/Icon';
import { useMessages } from '@/components/ui/use-messages';
import { familyStyle } from '@/components/canvas/family-style';
import palette from '@/components/palette/palette.module.css';

/** The blocks of the design, to use once more, and inside a block one more input of it. */
export function BlockPalette() {
  const messages = useMessages(blockMessages);
  const blocks = useWorkspace(({ document }) => document.blocks);
  const scope = useWorkspace(({ document, view }) => openScope(document, view));
  const isReadOnly = useWorkspace(({ saveState }) => saveState === 'elsewhere');
  const document = useWorkspace((state) => state.document);
  const add = useAddBlock();
  const usable = Object.values(blocks).filter(({ id }) => !wouldContainItself(document, id, scope));
  if (usable.length === 0 && scope === null) return null;
  return (
    <section aria-label={messages.paletteTitle} style={familyStyle('input')}>
      <h2 className={palette.heading}>
        <span className={palette.family}>{messages.paletteTitle}</span>
      </h2>
      <ul>
        {usable.map(({ id, name }) => (
          <li key={id}>
            <Item name={name} dragged={draggedBlock(id)} isDisabled={isReadOnly} onAdd={() => add(id)} />
          </li>
        ))}
        {scope === null ? null : (
          <li>
            <Item name={messages.addInput} dragged={BLOCK_INPUT_TYPE} isDisabled={isReadOnly} onAdd={() => add(null)} />
          </li>
        )}
      </ul>
    </section>
  );
}

interface ItemProps {
  readonly name: string;
  readonly dragged: string;
  readonly isDisabled: boolean;
  readonly onAdd: () => void;
}

function Item({ name, dragged, isDisabled, onAdd }: ItemProps) {
  const drag = useDragSource(dragged);
  return (
    <button type="button" className={palette.item} disabled={isDisabled} title={name} onClick={onAdd} {...drag}>
      <span className={palette.icon}>
        <Icon name={dragged === BLOCK_INPUT_TYPE ? 'chevron-down' : 'template'} size={14} />
      </span>
      <span className={palette.title}>{name}</span>
    </button>
  );
}

/** Behind the selected layer where one is; null: an input of the open block. */
function useAddBlock(): (block: BlockId | null) => void {
  const { workspace, ports } = useDesigner();
  return (block) => {
    const { document, view, selection } = workspace.store.getState();
    const [after, another] = selection.nodes;
    const scope = openScope(document, view);
    const drawn = scope === null ? {} : { scope };
    const behind = block !== null && after !== undefined && another === undefined ? { after } : drawn;
    workspace.actions.apply(
      block === null
        ? { kind: 'add-layer', type: BLOCK_INPUT_TYPE, ...drawn }
        : { kind: 'add-layer', type: BLOCK_TYPE, params: { block }, ...behind },
    );
    ports.store.getState().canvas?.reveal(workspace.store.getState().selection.nodes);
  };
}
