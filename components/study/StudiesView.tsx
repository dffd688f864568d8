'use client';

/** Studies: many runs of one design and its variants, queued. */
export default function StudiesView() {
  return null;
}
