'use client';

import type { Diagnostic, Place } from '@/lib/analysis/diagnostic';
import type { Document } from '@/lib/document/document';
import { layerTitle } from '@/lib/document/layer-title';
import { layerDefinition } from '@/lib/layers/registry';
import type { Locale } from '@/lib/core/locale';
import { panelMessages } from '@/lib/messages/panels';
import type { Designer } from '@/components/state/create-designer';
import { useDesigner } from '@/components/state/designer-context';
import { useWorkspace } from '@/components/state/use-workspace';
import { Icon } from '@/components/ui/Icon';
import { useLocale, useMessages } from '@/components/ui/use-messages';
import { requestInspectorFocus } from '@/components/inspector/inspector-focus';
import { FixButtons } from '@/components/problems/FixButtons';
import { SilenceMenu } from '@/components/problems/SilenceMenu';
import { useKeptFocus } from '@/components/problems/use-kept-focus';
import { useProblemText } from '@/components/problems/use-problem-text';
import styles from '@/components/problems/problems.module.css';

/** One problem: the text is a button that goes to its place, the fixes stand beside it. */
export function ProblemRow({ problem }: { readonly problem: Diagnostic }) {
  const designer = useDesigner();
  const row = useKeptFocus<HTMLLIElement>();
  const locale = useLocale();
  const words = useMessages(panelMessages).problems;
  const text = useProblemText();
  const place = useWorkspace(({ document }) => placeName({ place: problem.place, document, locale })) ?? words.design;
  return (
    <li ref={row} className={styles.row} data-severity={problem.severity}>
      <button type="button" className={styles.go} onClick={() => goTo(designer, problem.place)}>
        <Icon name={problem.severity} size={16} />
        <span className="visually-hidden">{words.severity[problem.severity]}</span>
        <span className={styles.place}>{place}</span>
        <span className={styles.message}>{text.message(problem)}</span>
      </button>
      <FixButtons problem={problem} />
      <SilenceMenu problem={problem} />
    </li>
  );
}

interface PlaceToName {
  readonly place: Place;
  readonly document: Document;
  readonly locale: Locale;
}

/** "Conv2D", "Conv2D: Kernel", "Flatten → Dense"; null for the design as a whole. */
function placeName({ place, document, locale }: PlaceToName): string | null {
  if (place.kind === 'document') return null;
  const node = document.nodes[place.node];
  if (node === undefined) return null;
  const title = layerTitle(node, locale, document.blocks);
  if (place.kind === 'node') return title;
  if (place.kind === 'param') {
    const label = layerDefinition(node.type)?.text[locale].fields[place.param]?.label;
    return label === undefined ? title : `${title}: ${label}`;
  }
  const source = document.nodes[document.edges[place.edge]?.source ?? ''];
  return source === undefined ? title : `${layerTitle(source, locale, document.blocks)} → ${title}`;
}

/** Selects the place and brings it into view; for a parameter, its control takes the focus. */
function goTo({ workspace, ports, preferences }: Designer, place: Place): void {
  if (place.kind === 'document') return workspace.actions.select({ nodes: [], edges: [] });
  workspace.actions.select({ nodes: [place.node], edges: place.kind === 'edge' ? [place.edge] : [] });
  ports.store.getState().canvas?.reveal([place.node]);
  if (place.kind !== 'param') return;
  preferences.actions.set({ inspectorOpen: true });
  requestInspectorFocus(place.param);
}
