import { createClient, type ClientDependencies, type WorkerClient } from '@/lib/training/client';
import type { InspectCalls, InspectEvent } from '@/lib/training/inspect/protocol';

export type InspectClient = WorkerClient<InspectCalls>;

/** Talks to the inspection worker, which it starts with the first call. */
export function createInspectClient(deps: ClientDependencies<InspectCalls, InspectEvent>): InspectClient {
  return createClient(deps);
}
