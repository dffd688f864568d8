'use client';

import { Component, type ReactNode } from 'react';
import { CrashPage } from '@/components/shell/CrashPage';

interface Props {
  readonly children: ReactNode;
}

/** The last resort: whatever breaks, there is a page that says so and hands out the design. */
export class ShellErrorBoundary extends Component<Props, { readonly error: unknown }> {
  override state: { readonly error: unknown } = { error: null };

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override render() {
    return this.state.error === null ? this.props.children : <CrashPage error={this.state.error} />;
  }
}
