import { useEffect } from 'react';
import { useStore } from 'zustand';
import { inspectorFocus, takeFocusRequest } from '@/components/inspector/inspector-focus';

/** Meets a request for the focus, also one made before this part of the inspector was there. */
export function useFocusRequest(): void {
  const request = useStore(inspectorFocus, (state) => state.request);
  useEffect(() => {
    const frame = document.querySelector<HTMLElement>('[data-inspector]');
    if (request !== null && frame !== null) focusControl(frame);
  }, [request]);
}

function focusControl(frame: HTMLElement): void {
  const param = takeFocusRequest()?.param ?? null;
  const field = param === null ? null : frame.querySelector<HTMLElement>(`[data-param="${CSS.escape(param)}"]`);
  const folded = field?.closest('details');
  if (folded != null) folded.open = true;
  const scope = field ?? frame.querySelector<HTMLElement>('[data-params]') ?? frame;
  const control =
    scope.querySelector<HTMLElement>('input, select') ?? frame.querySelector<HTMLElement>('input, select');
  control?.focus();
}
