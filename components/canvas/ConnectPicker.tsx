'use client';

import { useEffect, useId, useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import { formatShape } from '@/lib/core/tensor-type';
import type { NodeId } from '@/lib/core/ids';
import { layerTitle } from '@/lib/document/layer-title';
import { layerDefinition } from '@/lib/layers/registry';
import { canvasMessages } from '@/lib/messages/canvas';
import { useWorkspace } from '@/components/state/use-workspace';
import { LayerIcon } from '@/components/ui/LayerIcon';
import { useLocale, useMessages } from '@/components/ui/use-messages';
import { useCanvasUi, useCanvasUiStore } from '@/components/canvas/canvas-ui';
import { connectTargets } from '@/components/canvas/connect-targets';
import { familyStyle } from '@/components/canvas/family-style';
import { useJoin } from '@/components/canvas/use-connecting';
import styles from '@/components/canvas/canvas.module.css';

interface ConnectPickerProps {
  readonly frame: RefObject<HTMLElement | null>;
}

/** Connecting without a pointer: a list of the layers that the selected one can lead to. */
export function ConnectPicker({ frame }: ConnectPickerProps) {
  const source = useCanvasUi(({ connecting }) => connecting);
  const ui = useCanvasUiStore();
  if (source === null) return null;
  const close = () => {
    ui.setState({ connecting: null });
    frame.current?.focus({ preventScroll: true });
  };
  return <TargetList key={source} source={source} onClose={close} />;
}

function TargetList({ source, onClose }: { readonly source: NodeId; readonly onClose: () => void }) {
  const messages = useMessages(canvasMessages);
  const locale = useLocale();
  const document = useWorkspace((state) => state.document);
  const layers = useWorkspace(({ analysis }) => analysis.layers);
  const join = useJoin();
  const listId = useId();
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  useEffect(() => field.current?.focus(), []);

  const targets = connectTargets({ document, source, query, locale });
  const active = Math.min(at, targets.length - 1);
  useEffect(() => list.current?.children[active]?.scrollIntoView({ block: 'nearest' }), [active]);
  const pick = (target: NodeId | undefined) => {
    if (target !== undefined) join(source, target);
    onClose();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') setAt(Math.min(active + 1, targets.length - 1));
    else if (event.key === 'ArrowUp') setAt(Math.max(active - 1, 0));
    else if (event.key === 'Enter') pick(targets[active]?.id);
    else if (event.key === 'Escape') onClose();
    else return event.stopPropagation();
    event.preventDefault();
    event.stopPropagation();
  };
  const from = document.nodes[source];
  const title = messages.connectFrom(from === undefined ? source : layerTitle(from, locale, document.blocks));
  return (
    <div className={styles.pickerFrame}>
      <div role="dialog" aria-label={title} className={styles.picker} onKeyDown={onKeyDown}>
        <h2>{title}</h2>
        <input
          ref={field}
          role="combobox"
          aria-label={messages.connectSearch}
          placeholder={messages.connectSearch}
          aria-expanded="true"
          aria-controls={listId}
          aria-activedescendant={targets[active] === undefined ? undefined : `${listId}-${active}`}
          value={query}
          onChange={(event) => {
            setQuery(event.target.value);
            setAt(0);
          }}
          onBlur={onClose}
        />
        {targets.length === 0 ? <p className={styles.pickerNone}>{messages.connectNone}</p> : null}
        <ul ref={list} id={listId} role="listbox" aria-label={messages.connectTo} className={styles.pickerList}>
          {targets.map((node, index) => {
            const definition = layerDefinition(node.type);
            const output = layers[node.id]?.output;
            return (
              <li
                key={node.id}
                id={`${listId}-${index}`}
                role="option"
                aria-selected={index === active}
                className={styles.pickerOption}
                style={familyStyle(definition?.family)}
                onPointerDown={(event) => {
                  event.preventDefault();
                  pick(node.id);
                }}
              >
                <LayerIcon name={definition?.icon ?? 'input'} />
                {layerTitle(node, locale, document.blocks)}
                {output ? <span className={styles.pickerShape}>{formatShape(output.shape)}</span> : null}
              </li>
            );
          })}
        </ul>
      </div>
    </div>
  );
}
