import { createStore } from 'zustand/vanilla';

/** Asks the inspector to take the focus: to one parameter's control, or (null) to its first one. */
export interface FocusRequest {
  readonly param: string | null;
}

/** The request that has not been met yet. The inspector takes it, also when it opens only afterwards. */
export const inspectorFocus = createStore<{ readonly request: FocusRequest | null }>(() => ({ request: null }));

export function requestInspectorFocus(param: string | null): void {
  inspectorFocus.setState({ request: { param } });
}

export function takeFocusRequest(): FocusRequest | null {
  const { request } = inspectorFocus.getState();
  if (request !== null) inspectorFocus.setState({ request: null });
  return request;
}
