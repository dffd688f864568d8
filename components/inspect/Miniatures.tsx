'use client';

import { useEffect } from 'react';
import { connectMiniatures } from '@/components/inspect/miniature-painter';
import { useDesigner } from '@/components/state/designer-context';
import { usePreferences } from '@/components/state/use-preferences';

/** Puts a small picture on every layer of the canvas, as long as this is on the page. */
export function Miniatures() {
  const designer = useDesigner();
  const isWanted = usePreferences(({ miniatures }) => miniatures);
  useEffect(() => (isWanted ? connectMiniatures(designer) : undefined), [designer, isWanted]);
  return null;
}
