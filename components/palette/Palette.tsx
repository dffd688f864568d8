'use client';

import dynamic from 'next/dynamic';
import { useId, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { FAMILIES, type Family, type LayerDefinition } from '@/lib/layers/definition';
import { panelMessages } from '@/lib/messages/panels';
import { openScope } from '@/lib/state/design-view';
import { useDesigner } from '@/components/state/designer-context';
import { useWorkspace } from '@/components/state/use-workspace';
import { usePreferenceActions, usePreferences } from '@/components/state/use-preferences';
import { Icon } from '@/components/ui/Icon';
import { IconButton } from '@/components/ui/IconButton';
import { useLocale, useMessages } from '@/components/ui/use-messages';
import { LayerDragGhost } from '@/components/palette/LayerDragGhost';
import { onPaletteKey } from '@/components/palette/palette-keys';
import { headingKey, PaletteFamily } from '@/components/palette/PaletteFamily';
import { PaletteItem } from '@/components/palette/PaletteItem';
import { searchLayers } from '@/components/palette/search-layers';
import styles from '@/components/palette/palette.module.css';

// Most designs have no blocks.
const BlockPalette = dynamic(() => import('@/components/blocks/BlockPalette').then((m) => m.BlockPalette), {
  ssr: false,
});

/** Every layer there is: drag one out, or press Enter to put it behind the selected layer. */
export function Palette() {
  const messages = useMessages(panelMessages);
  const locale = useLocale();
  const listId = useId();
  const list = useRef<HTMLDivElement>(null);
  const [query, setQuery] = useState('');
  const [current, setCurrent] = useState<string | null>(null);
  const isSearching = query.trim() !== '';
  const groups = useMemo(
    () => searchLayers(query, locale, (family) => messages.families[family]),
    [query, locale, messages],
  );
  const { closed, toggle } = useClosedFamilies();
  const add = useAddLayer();
  const hasBlocks = useWorkspace(({ document }) => Object.keys(document.blocks).length > 0);
  const isReadOnly = useWorkspace(({ saveState }) => saveState === 'elsewhere');

  const found = groups.flatMap((group) => group.layers);
  const shown = groups.filter(({ family }) => isSearching || !closed.includes(family));
  const stops = [
    ...shown.flatMap(({ layers }) => layers.map(({ layer }) => layer.type)),
    ...(isSearching ? [] : groups.map(({ family }) => headingKey(family))),
  ];
  const tabStop = current !== null && stops.includes(current) ? current : stops[0];

  const onSearchKey = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') {
      event.preventDefault();
      list.current?.querySelector<HTMLElement>('button[tabindex="0"]')?.focus();
    } else if (event.key === 'Enter' && found[0] !== undefined && isSearching) {
      add(found[0].layer);
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
        <IconButton
          icon={closed.length === FAMILIES.length ? 'unfold-all' : 'fold-all'}
          label={closed.length === FAMILIES.length ? messages.palette.openAll : messages.palette.closeAll}
          tip="below-end"
          disabled={isSearching}
          onClick={() =>
            toggle(closed.length === FAMILIES.length ? FAMILIES : FAMILIES.filter((it) => !closed.includes(it)))
          }
        />
      </div>
      <div ref={list} id={listId} className={styles.list} onKeyDown={onPaletteKey}>
        {isSearching || !hasBlocks ? null : <BlockPalette />}
        {groups.map(({ family, layers }) => (
          <PaletteFamily
            key={family}
            family={family}
            count={layers.length}
            isOpen={isSearching || !closed.includes(family)}
            onToggle={isSearching ? null : () => toggle([family])}
            isTabStop={headingKey(family) === tabStop}
            onFocus={setCurrent}
          >
            {layers.map(({ layer, via }) => (
              <li key={layer.type}>
                <PaletteItem
                  layer={layer}
                  via={via}
                  isTabStop={layer.type === tabStop}
                  isDisabled={isReadOnly}
                  onFocus={setCurrent}
                  onAdd={add}
                />
              </li>
            ))}
          </PaletteFamily>
        ))}
        <p role="status" className={found.length === 0 ? styles.none : 'visually-hidden'}>
          {found.length === 0
            ? messages.palette.none(query.trim())
            : query === ''
              ? ''
              : messages.palette.found(found.length)}
        </p>
      </div>
      <p className={styles.hint}>{messages.palette.hint}</p>
      <LayerDragGhost />
    </div>
  );
}

/** The families that are folded up, remembered across visits. */
function useClosedFamilies() {
  const closed = usePreferences(({ closedFamilies }) => closedFamilies);
  const { set } = usePreferenceActions();
  const toggle = (families: readonly Family[]) =>
    set({ closedFamilies: FAMILIES.filter((family) => closed.includes(family) !== families.includes(family)) });
  return { closed, toggle };
}

/** Behind the selected layer where one is selected; the new layer is selected and brought into view. */
function useAddLayer(): (layer: LayerDefinition) => void {
  const { workspace, ports } = useDesigner();
  return ({ type }) => {
    const { document, view, selection } = workspace.store.getState();
    const { nodes } = selection;
    const [after] = nodes;
    const scope = openScope(document, view);
    workspace.actions.apply({
      kind: 'add-layer',
      type,
      ...(after !== undefined && nodes.length === 1 ? { after } : scope === null ? {} : { scope }),
    });
    ports.store.getState().canvas?.reveal(workspace.store.getState().selection.nodes);
  };
}
