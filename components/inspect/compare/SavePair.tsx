'use client';

import { compareOrder } from '@/components/inspect/compare/compare-order';
import { useCompareSession } from '@/components/inspect/compare/compare-session';
import { pairOrder, SIDES, sheetsOf, type Sheet, type Side } from '@/components/inspect/compare/pair-figures';
import { paintSheet } from '@/components/inspect/compare/pair-painter';
import { agreementOfPair, useCorrelationText, useSideTexts } from '@/components/inspect/compare/use-pair-text';
import { useSlowPair } from '@/components/inspect/compare/use-slow-pair';
import { FIGURE_THEME, useSaveFiles } from '@/components/inspect/unit/save-files';
import { useShortNumber } from '@/components/inspect/unit/use-short-number';
import { unitNames } from '@/components/inspect/unit-names';
import { useInspect } from '@/components/inspect/use-inspect';
import { inspectView } from '@/components/inspect/view-state';
import { IconButton } from '@/components/ui/IconButton';
import { Menu, MenuItem } from '@/components/ui/Menu';
import { useMessages } from '@/components/ui/use-messages';
import { gridLayout } from '@/lib/inspect/grid-layout';
import { inspectCompareMessages } from '@/lib/messages/inspect-compare';
import type { InsidePart } from '@/lib/pictures/inside-picture';

/** Of one column of the picture. */
const ROOM = { width: 320, height: 480 } as const;

/** The three columns as a picture, and the difference as numbers. */
export function SavePair() {
  const t = useMessages(inspectCompareMessages);
  const save = useSaveFiles();
  const { store } = useCompareSession();
  const subject = useInspect((state) => state.subject);
  const shown = useSlowPair();
  const texts = useSideTexts(shown);
  const format = useShortNumber();
  const correlationText = useCorrelationText();
  if (subject === null || shown === null) return null;
  const title = subject.layers.find(({ node }) => node === shown.a.node)?.title ?? '';
  const name = `${subject.document.name} ${shown.a.node} compared`;

  const picture = (kind: 'png' | 'svg') => {
    const { pair } = store.getState();
    if (pair === null) return;
    const sheets = sheetsOf(pair);
    const order = pairOrder(sheets, compareOrder.getState().order);
    const names = unitNames(subject, pair.a.node);
    const captions = { a: texts.a.name, b: texts.b.name, difference: t.heads.difference };
    const agreement = agreementOfPair(pair);
    const parts = SIDES.flatMap((side) => {
      const sheet = sheets[side];
      return sheet === null ? [] : [sheetPart({ side, sheet, order, names, caption: captions[side] })];
    });
    const lines = [
      `${texts.a.name}: ${texts.a.verdict}`,
      `${texts.b.name}: ${texts.b.verdict}`,
      ...(agreement === null ? [] : [`${t.heads.largest(format(agreement.most))}, ${correlationText(agreement)}`]),
    ];
    save.picture(name, kind, { title: `${subject.document.name}: ${title}`, parts, lines });
  };
  const array = () => {
    const difference = store.getState().pair?.difference;
    if (difference) save.array(`${name} difference`, difference);
  };
  return (
    <Menu
      label={t.save.title}
      align="end"
      trigger={(props) => <IconButton icon="download" label={t.save.title} tip="below-end" {...props} />}
    >
      <MenuItem onSelect={() => picture('png')}>{t.save.png}</MenuItem>
      <MenuItem onSelect={() => picture('svg')}>{t.save.svg}</MenuItem>
      <MenuItem disabled={shown.difference === null} onSelect={array}>
        {t.save.array}
      </MenuItem>
    </Menu>
  );
}

interface Column {
  readonly side: Side;
  readonly sheet: Sheet;
  readonly order: Uint32Array;
  readonly names: readonly string[];
  readonly caption: string;
}

/** Drawn on the page, unseen, since its colours and letters are those of the page. */
function sheetPart({ side, sheet, order, names, caption }: Column): InsidePart {
  const layout = gridLayout(sheet.look.shape, ROOM, null);
  const units = sheet.figures.low.length;
  const own = units === order.length ? order : Uint32Array.from({ length: units }, (_, at) => at);
  const room = { width: ROOM.width, height: layout.height };
  const canvas = document.createElement('canvas');
  canvas.hidden = true;
  document.body.append(canvas);
  const view = { ...inspectView.getState(), cell: null };
  paintSheet(canvas, { side, sheet, order: own, layout, room, top: 0, unit: null, view, names, theme: FIGURE_THEME });
  const href = canvas.toDataURL('image/png');
  canvas.remove();
  return { caption, ...room, layers: [{ href, isSmooth: false }], mark: null };
}
