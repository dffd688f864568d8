const KEY = 'shapeflow.queue';

/** Remembers over a reload that a queue is going on, so that a page without one loads nothing of studies. */
export function noteGoingQueue(isGoing: boolean): void {
  try {
    if (isGoing) localStorage.setItem(KEY, '1');
    else localStorage.removeItem(KEY);
  } catch {
    // Where storage is barred the queue goes on when the panel is next opened.
  }
}

export function isQueueGoing(): boolean {
  try {
    return localStorage.getItem(KEY) !== null;
  } catch {
    return false;
  }
}
