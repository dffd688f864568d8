import { useEffect } from 'react';
import { useDesigner } from '@/components/state/designer-context';
import type { PortName, Ports } from '@/lib/state/ports';

/**
 * Offers a port to the actions while the component is on the page; null = nothing to offer now. Memoise the port: each
 * new object is a new registration.
 */
export function usePort<N extends PortName>(name: N, port: Ports[N] | null): void {
  const { ports } = useDesigner();
  useEffect(() => (port === null ? undefined : ports.register(name, port)), [ports, name, port]);
}
