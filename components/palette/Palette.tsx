'use client';

import { useId, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import type { LayerDefinition } from '@/lib/layers/definition';
import { panelMessages } from '@/lib/messages/panels';
import { useDesigner } from '@/components/state/designer-context';
import { useWorkspace } from '@/components/state/use-workspace';
import { Icon } from '@/components/ui/Icon';
import { useLocale, useMessages } from '@/components/ui/use-messages';
import { LayerDragGhost } from '@/components/palette/LayerDragGhost';
import { PaletteItem } from '@/components/palette/PaletteItem';
import { searchLayers } from '@/components/palette/search-layers';
import styles from '@/components/palette/palette.module.css';

/** Every layer there is: drag one out, or press Enter to put it behind the selected layer. */
export function Palette() {
  const messages = useMessages(panelMessages);
  const locale = useLocale();
  const listId = useId();
  const list = useRef<HTMLDivElement>(null);
  const [query, setQuery] = useState('');
  const [current, setCurrent] = useState<string | null>(null);
  const groups = useMemo(() => searchLayers(query, locale), [query, locale]);
  const add = useAddLayer();
  const isReadOnly = useWorkspace(({ saveState }) => saveState === 'elsewhere');

  const layers = groups.flatMap((group) => group.layers);
  const tabStop = layers.find(({ type }) => type === current) ?? layers[0];

  const onListKey = (event: KeyboardEvent) => {
    const items = [...(list.current?.querySelectorAll<HTMLElement>('button') ?? [])];
    const at = items.indexOf(event.target as HTMLElement);
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
    if (next === undefined || at === -1) return;
    event.preventDefault();
    items[Math.min(Math.max(next, 0), items.length - 1)]?.focus();
  };
  const onSearchKey = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') {
      event.preventDefault();
      list.current?.querySelector<HTMLElement>('button')?.focus();
    } else if (event.key === 'Enter' && layers[0] !== undefined && query.trim() !== '') {
      add(layers[0]);
    } else if (event.key === 'Escape' && query !== '') {
      event.stopPropagation();
      setQuery('');
    }
  };
  return (
    <div className={styles.palette}>
      <div className={styles.search}>
        <Icon name="search" size={14} />
        <input
          type="search"
          role="searchbox"
          aria-label={messages.palette.search}
          aria-controls={listId}
          placeholder={messages.palette.search}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
          onKeyDown={onSearchKey}
        />
      </div>
      <div ref={list} id={listId} className={styles.list} onKeyDown={onListKey}>
        {groups.map(({ family, layers: members }) => (
          <section key={family} aria-label={messages.families[family]}>
            <h2>{messages.families[family]}</h2>
            <ul>
              {members.map((layer) => (
                <li key={layer.type}>
                  <PaletteItem
                    layer={layer}
                    isTabStop={layer.type === tabStop?.type}
                    isDisabled={isReadOnly}
                    onFocus={setCurrent}
                    onAdd={add}
                  />
                </li>
              ))}
            </ul>
          </section>
        ))}
        <p role="status" className={layers.length === 0 ? styles.none : 'visually-hidden'}>
          {layers.length === 0
            ? messages.palette.none(query.trim())
            : query === ''
              ? ''
              : messages.palette.found(layers.length)}
        </p>
      </div>
      <p className={styles.hint}>{messages.palette.hint}</p>
      <LayerDragGhost />
    </div>
  );
}

/** Behind the selected layer where one is selected; the new layer is selected and brought into view. */
function useAddLayer(): (layer: LayerDefinition) => void {
  const { workspace, ports } = useDesigner();
  return ({ type }) => {
    const { nodes } = workspace.store.getState().selection;
    const [after] = nodes;
    workspace.actions.apply({
      kind: 'add-layer',
      type,
      ...(after !== undefined && nodes.length === 1 ? { after } : {}),
    });
    ports.store.getState().canvas?.reveal(workspace.store.getState().selection.nodes);
  };
}
