import { sameJson } from '@/lib/core/same-json';
import type { Command } from '@/lib/document/command';
import { applyCommand } from '@/lib/document/apply-command';
import type { Document } from '@/lib/document/document';

/** One step that can be taken back or again; snapshots share whatever a command left alone. */
interface Step {
  /** The document on the other side of the step: before it in `past`, after it in `future`. */
  readonly document: Document;
  /** What was done, the last of several that became one step. */
  readonly command: Command;
  readonly previous: Step | null;
}

/** A document with everything that led to it and was taken back. Steps are unlimited; each adds one link. */
export interface History {
  readonly present: Document;
  readonly past: Step | null;
  readonly future: Step | null;
  /** The gesture the last step belongs to; null when the next command starts a step of its own. */
  readonly gesture: string | null;
}

export function createHistory(document: Document): History {
  return { present: document, past: null, future: null, gesture: null };
}

/**
 * Applies a command as one step, or as part of the step before when it has the same `gesture` (one drag, typing in one
 * field). A command that changes nothing leaves the history as it is, the same object.
 */
export function perform(history: History, command: Command, gesture: string | null = null): History {
  const present = applyCommand(history.present, command);
  if (present === history.present) return history;
  const begun = gesture !== null && gesture === history.gesture ? history.past : null;
  if (begun === null) {
    return { present, past: { document: history.present, command, previous: history.past }, future: null, gesture };
  }
  // Back where the gesture began: to undo it would change nothing.
  if (sameJson(present, begun.document)) {
    return { present: begun.document, past: begun.previous, future: null, gesture: null };
  }
  return { present, past: { ...begun, command }, future: null, gesture };
}

/** The next command starts a new step, even with the same gesture key. */
export function endGesture(history: History): History {
  return history.gesture === null ? history : { ...history, gesture: null };
}

export function undo(history: History): History {
  if (history.past === null) return history;
  const { document, command, previous } = history.past;
  const future = { document: history.present, command, previous: history.future };
  return { present: document, past: previous, future, gesture: null };
}

export function redo(history: History): History {
  if (history.future === null) return history;
  const { document, command, previous } = history.future;
  const past = { document: history.present, command, previous: history.past };
  return { present: document, past, future: previous, gesture: null };
}
