'use client';

import { useShortNumber } from '@/components/inspect/unit/use-short-number';
import { useExcite, type MadePicture } from '@/components/inspect/why/excite/excite-state';
import { MadeCard, madeFile, useMadeParts } from '@/components/inspect/why/excite/MadeCard';
import { useOwnAnswer } from '@/components/inspect/why/excite/use-own-answer';
import { SaveFigures } from '@/components/inspect/why/SaveFigures';
import { useFigureFacts } from '@/components/inspect/why/use-figure-facts';
import type { AskedUnit } from '@/components/inspect/why/use-origin';
import { useSeenWindow } from '@/components/inspect/why/use-seen-window';
import { ZoomChoice } from '@/components/inspect/why/ZoomChoice';
import { useWhy } from '@/components/inspect/why/why-state';
import { useMessages } from '@/components/ui/use-messages';
import { elementCount, type Shape } from '@/lib/core/tensor-type';
import type { Window } from '@/lib/inspect/crop';
import { inspectWhyMessages } from '@/lib/messages/inspect-why';
import styles from '@/components/inspect/why/why.module.css';

/** What has been made for one unit, side by side, and what the unit answers to each. */
export function MadePictures({ asked }: { readonly asked: AskedUnit | null }) {
  const messages = useMessages(inspectWhyMessages);
  const t = messages.excite;
  const made = useExcite((state) => state.made);
  const last = made.at(-1);
  return (
    <>
      {last === undefined ? (
        asked !== null && <p className={styles.note}>{t.empty}</p>
      ) : (
        <Pictures made={made} last={last} asked={asked} />
      )}
      <p className={styles.note}>
        {t.intro} {t.scoreBefore} {t.middle} <cite>{`${messages.source} ${t.source}`}</cite>
      </p>
    </>
  );
}

interface PicturesProps {
  readonly made: readonly MadePicture[];
  readonly last: MadePicture;
  readonly asked: AskedUnit | null;
}

function Pictures({ made, last, asked }: PicturesProps) {
  const t = useMessages(inspectWhyMessages).excite;
  const series = useExcite((state) => state.series);
  const own = useOwnAnswer(last);
  const { unit } = last.request;
  const isShown = asked !== null && asked.unit.layer === unit.layer && asked.unit.channel === unit.channel;
  const parts = isShown ? { asked, cell: last.request.cell } : null;
  return (
    <section className={styles.part} aria-label={t.of(last.name)}>
      <Heading made={made} own={own} name={last.name} />
      {series !== null && <p className={styles.note}>{t.series(series.at, series.of)}</p>}
      {parts === null ? (
        <Cards made={made} window={null} own={own} />
      ) : (
        <ZoomedCards {...parts} made={made} own={own} />
      )}
    </section>
  );
}

type Own = ReturnType<typeof useOwnAnswer>;

interface HeadingProps {
  readonly made: readonly MadePicture[];
  readonly own: Own;
  /** Of the unit. */
  readonly name: string;
}

/** Whose they are, and what the answers are to be held against: those to a black picture and to the input that is there. */
function Heading({ made, own, name }: HeadingProps) {
  const t = useMessages(inspectWhyMessages).excite;
  const format = useShortNumber();
  const black = made.find((each) => each.black !== null)?.black ?? null;
  const present = () => {
    if (own === null) return null;
    const { cell, strongest, activation } = own;
    const here = format(activation);
    const there = strongest && t.presentStrongest(format(strongest.activation), strongest.cell[0], strongest.cell[1]);
    return `${cell === null ? t.present(here) : t.presentAt(here, cell[0], cell[1])}${there === null ? '' : `; ${there}`}.`;
  };
  const isRow = made.some(({ shape }) => shape.length === 1);
  return (
    <p className={styles.heading}>
      <strong>{`${t.of(name)}.`}</strong> {black !== null && t.black(format(black), isRow)} {present()}
    </p>
  );
}

interface CardsProps {
  readonly made: readonly MadePicture[];
  readonly own: Own;
  readonly window: Window | null;
}

interface ZoomedProps extends Omit<CardsProps, 'window'> {
  readonly asked: AskedUnit;
  readonly cell: MadePicture['request']['cell'];
}

function ZoomedCards({ asked, cell, made, own }: ZoomedProps) {
  const seen = useSeenWindow(asked.subject, asked.unit, cell);
  const isZoomed = useWhy((state) => state.isZoomed);
  return (
    <>
      {seen !== null && <ZoomChoice window={seen} />}
      <Cards made={made} own={own} window={isZoomed ? seen : null} />
    </>
  );
}

function Cards({ made, own, window }: CardsProps) {
  const t = useMessages(inspectWhyMessages).excite;
  const done = made.filter(({ image, phase }) => image !== null && phase !== 'running');
  return (
    <>
      <ul className={styles.cards}>
        {made.map((each) => (
          <li key={each.id}>
            <MadeCard made={each} own={own} window={window} />
          </li>
        ))}
      </ul>
      <div className={styles.row}>
        {done.length > 1 && <SaveAll made={done} window={window} />}
        <span className={styles.note}>{t.stretched}</span>
      </div>
    </>
  );
}

/** All of them on one sheet; their numbers one after the other. */
function SaveAll({ made, window }: { readonly made: readonly MadePicture[]; readonly window: Window | null }) {
  const t = useMessages(inspectWhyMessages).excite;
  const facts = useFigureFacts();
  const partsOf = useMadeParts();
  const [first] = made;
  if (first === undefined) return null;
  return (
    <SaveFigures
      label={t.saveAll}
      title={t.picture(first.name)}
      name={`${madeFile(first)} all`}
      parts={() => made.map((each) => partsOf(each, window))}
      values={() => oneBehindAnother(made, first.shape)}
      lines={[t.stretched, ...facts(first.of, null)]}
    />
  );
}

/** The pictures as one tensor. */
function oneBehindAnother(made: readonly MadePicture[], shape: Shape) {
  const size = elementCount(shape);
  const values = new Float32Array(made.length * size);
  for (const [at, { image }] of made.entries()) values.set(image ?? [], at * size);
  return { shape: [made.length, ...shape], values };
}
