'use client';

import { createContext, use, type ReactNode } from 'react';
import type { Designer } from '@/components/state/create-designer';

const DesignerContext = createContext<Designer | null>(null);

export function DesignerProvider({
  designer,
  children,
}: {
  readonly designer: Designer;
  readonly children: ReactNode;
}) {
  return <DesignerContext value={designer}>{children}</DesignerContext>;
}

/** The stores and actions of the page; one object for the page's whole life. */
export function useDesigner(): Designer {
  const designer = use(DesignerContext);
  if (designer === null) throw new Error('useDesigner is called outside DesignerProvider');
  return designer;
}
