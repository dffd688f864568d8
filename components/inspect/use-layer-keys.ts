import { useCallback, useEffect } from 'react';
import { useInspectActions, useInspectStore } from '@/components/inspect/use-inspect';
import { isTyping } from '@/components/shell/is-typing';

/** Goes so many layers on, as far as there are any; [ and ] do so from wherever the focus is. */
export function useLayerKeys(): (by: number) => void {
  const store = useInspectStore();
  const { chooseLayer } = useInspectActions();
  const step = useCallback(
    (by: number) => {
      const { subject, layer } = store.getState();
      const nodes = subject?.layers.map(({ node }) => node) ?? [];
      const at = layer === null ? 0 : nodes.indexOf(layer);
      const node = nodes[Math.min(nodes.length - 1, Math.max(0, at + by))];
      if (node !== undefined) chooseLayer(node);
    },
    [store, chooseLayer],
  );
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const isPlain = !event.altKey && !event.ctrlKey && !event.metaKey && !event.defaultPrevented;
      if (!isPlain || isTyping(event.target) || (event.key !== '[' && event.key !== ']')) return;
      event.preventDefault();
      step(event.key === '[' ? -1 : 1);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [step]);
  return step;
}
