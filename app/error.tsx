'use client';

import { StartFailure } from '@/components/shell/StartFailure';

/** Shown by Next when the page breaks before the designer is up. */
export default function PageError({ error }: { readonly error: Error }) {
  return <StartFailure error={error} />;
}
