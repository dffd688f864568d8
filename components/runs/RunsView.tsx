'use client';

/** The list of runs and, beside it, those that are chosen laid over each other. */
export function RunsView() {
  return null;
}
