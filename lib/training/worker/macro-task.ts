/**
 * Lets the event loop run once, so that messages (pause, stop) arrive: an awaited resolved promise would not. A message
 * channel has no minimum delay, unlike setTimeout, which browsers stretch to 4 ms when nested.
 */
export function createMacroTask(): { readonly next: () => Promise<void>; readonly dispose: () => void } {
  const channel = new MessageChannel();
  let wake: () => void = () => {};
  channel.port1.onmessage = () => wake();
  return {
    next: () =>
      new Promise((resolve) => {
        wake = resolve;
        channel.port2.postMessage(null);
      }),
    dispose: () => {
      channel.port1.close();
      channel.port2.close();
    },
  };
}
