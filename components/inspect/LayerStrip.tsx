'use client';

import { useEffect, useRef, type KeyboardEvent } from 'react';
import { useInspect, useInspectActions } from '@/components/inspect/use-inspect';
import { useLayerKeys } from '@/components/inspect/use-layer-keys';
import { IconButton } from '@/components/ui/IconButton';
import { useMessages } from '@/components/ui/use-messages';
import { formatShape } from '@/lib/core/tensor-type';
import { inspectMessages } from '@/lib/messages/inspect';
import styles from '@/components/inspect/strip.module.css';

const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 };

/** The layers by name, in order; the arrow keys go through them. */
export function LayerStrip() {
  const t = useMessages(inspectMessages).layers;
  const layers = useInspect(({ subject }) => subject?.layers ?? []);
  const chosen = useInspect(({ layer }) => layer);
  const { chooseLayer } = useInspectActions();
  const list = useRef<HTMLDivElement>(null);
  const step = useLayerKeys();
  const at = layers.findIndex(({ node }) => node === chosen);

  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [chosen]);

  const onKeyDown = (event: KeyboardEvent) => {
    const move = event.key === 'Home' ? -layers.length : event.key === 'End' ? layers.length : STEPS[event.key];
    if (move === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    step(move);
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>('[aria-selected=true]')?.focus());
  };

  return (
    <div className={styles.strip}>
      <IconButton icon="chevron-left" label={t.up} disabled={at <= 0} onClick={() => step(-1)} />
      <IconButton icon="chevron-right" label={t.down} disabled={at === layers.length - 1} onClick={() => step(1)} />
      <div
        ref={list}
        className={styles.list}
        role="listbox"
        aria-orientation="horizontal"
        aria-label={t.label}
        onKeyDown={onKeyDown}
      >
        {layers.map(({ node, title, shape }, index) => (
          <div
            key={node}
            role="option"
            className={styles.layer}
            aria-selected={node === chosen}
            aria-label={t.option(title, formatShape(shape))}
            tabIndex={index === Math.max(0, at) ? 0 : -1}
            onClick={() => chooseLayer(node)}
          >
            <span>{title}</span>
            <span className={styles.shape}>{formatShape(shape)}</span>
          </div>
        ))}
      </div>
    </div>
  );
}
