import { shownDesign, type ShownDesign } from '@/lib/state/shown-design';
import { useWorkspace } from '@/components/state/use-workspace';

/** What the canvas shows of the design, everything at its place in this view. */
export function useShownDesign(): ShownDesign {
  return useWorkspace(({ document, view }) => shownDesign(document, view));
}
