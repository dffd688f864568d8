import type { Platform } from '@/lib/state/shortcuts';

/** Whether keys are named and pressed as on a Mac. Only in the browser. */
export function currentPlatform(): Platform {
  return /Mac|iPhone|iPad/.test(navigator.platform) ? 'mac' : 'other';
}
