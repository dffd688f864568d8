'use client';

import { useState } from 'react';
import { NumberField } from '@/components/training/NumberField';
import { filledFormula } from '@/components/training/loss-explorer/filled-formula';
import { LEAST_P, LossCurves } from '@/components/training/loss-explorer/LossCurves';
import { StepTable } from '@/components/training/loss-explorer/StepTable';
import { Dialog } from '@/components/ui/Dialog';
import { useLocale, useMessages } from '@/components/ui/use-messages';
import { lossExplorerMessages, type LossExplorerMessages } from '@/lib/messages/loss-explorer';
import { formatDecimal } from '@/lib/messages/measures';
import {
  descend,
  EXPLORED_LOSSES,
  lossAt,
  slopeAt,
  type ExploredLoss,
  type Parameter,
  type StepSite,
} from '@/lib/training/loss-explorer';
import styles from '@/components/training/loss-explorer/loss-explorer.module.css';

/** The lecture's case: the truth is 1, the network is all but sure of 0. */
const START: StepSite = { y: 1, p: 0.05, rate: 1, parameter: 'logit' };
const RATES = { min: 0.001, max: 100, whole: false };
const PARAMETERS: readonly Parameter[] = ['logit', 'probability'];

/** Losses over one prediction, their slopes, and where one step of each lands. */
export function LossExplorerDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useMessages(lossExplorerMessages);
  const locale = useLocale();
  const [site, setSite] = useState(START);
  const [losses, setLosses] = useState<readonly ExploredLoss[]>(['binary-cross-entropy', 'mean-squared-error']);
  const { y, p } = site;
  const number = (value: number) => formatDecimal(locale, value, Number.isInteger(value) ? 0 : 3);
  const times = (ratio: number) => formatDecimal(locale, ratio, ratio < 10 ? 2 : 0);
  const move = (to: number) => setSite({ ...site, p: to });
  const steps = losses.map((loss) => ({ loss, ...descend(loss, site) }));
  const label = (what: string) => t.chart(what, number(y), number(p));
  return (
    <Dialog title={t.title} width="wide" onClose={onClose}>
      <div className={styles.body}>
        <p className={styles.intro}>{t.intro}</p>
        <Controls site={site} onSite={setSite} losses={losses} onLosses={setLosses} />
        <div className={styles.charts}>
          <LossCurves
            title={t.lossChart}
            label={label(t.lossChart)}
            losses={losses}
            curve={(loss, at) => lossAt(loss, at, y)}
            p={p}
            onMove={move}
            landings={steps}
          />
          <LossCurves
            title={t.slopeChart}
            label={label(t.slopeChart)}
            losses={losses}
            curve={(loss, at) => Math.abs(slopeAt(loss, at, y))}
            p={p}
            onMove={move}
            landings={[]}
          />
        </div>
        <div className={styles.slider}>
          <label htmlFor="explored-p">{t.prediction}</label>
          <input
            id="explored-p"
            type="range"
            data-autofocus=""
            min={LEAST_P}
            max={1 - LEAST_P}
            step={LEAST_P}
            value={p}
            onChange={({ target }) => move(Number(target.value))}
          />
          <span aria-hidden="true">{number(p)}</span>
        </div>
        <StepTable steps={steps} site={site} />
        <p role="status">{sentenceOf(steps, { t, site, number, times })}</p>
        <section className={styles.formulas}>
          <h3>{t.formulas}</h3>
          <ul>
            {losses.map((loss) => (
              <li key={loss}>
                {t.losses[loss]}: {filledFormula(loss, site, number)}
              </li>
            ))}
          </ul>
        </section>
      </div>
    </Dialog>
  );
}

interface ControlsProps {
  readonly site: StepSite;
  readonly onSite: (site: StepSite) => void;
  readonly losses: readonly ExploredLoss[];
  readonly onLosses: (losses: readonly ExploredLoss[]) => void;
}

function Controls({ site, onSite, losses, onLosses }: ControlsProps) {
  const t = useMessages(lossExplorerMessages);
  const show = (loss: ExploredLoss, isShown: boolean) =>
    onLosses(EXPLORED_LOSSES.filter((one) => (one === loss ? isShown : losses.includes(one))));
  return (
    <div className={styles.controls}>
      <fieldset>
        <legend>{t.truth}</legend>
        {[1, 0].map((y) => (
          <label key={y}>
            <input type="radio" name="explored-y" checked={site.y === y} onChange={() => onSite({ ...site, y })} />
            {t.truths[y === 1 ? 1 : 0]}
          </label>
        ))}
      </fieldset>
      <fieldset>
        <legend>{t.parameter}</legend>
        {PARAMETERS.map((parameter) => (
          <label key={parameter}>
            <input
              type="radio"
              name="explored-parameter"
              checked={site.parameter === parameter}
              onChange={() => onSite({ ...site, parameter })}
            />
            {t.parameters[parameter]}
          </label>
        ))}
      </fieldset>
      <div className={styles.rate}>
        <NumberField
          label={t.rate}
          hint={t.rateHint}
          value={site.rate}
          bounds={RATES}
          onChange={(rate) => onSite({ ...site, rate })}
        />
      </div>
      <fieldset>
        <legend>{t.shown}</legend>
        {EXPLORED_LOSSES.map((loss) => (
          <label key={loss}>
            <input
              type="checkbox"
              checked={losses.includes(loss)}
              onChange={({ target }) => show(loss, target.checked)}
            />
            {t.losses[loss]}
          </label>
        ))}
      </fieldset>
    </div>
  );
}

interface Telling {
  readonly t: LossExplorerMessages;
  readonly site: StepSite;
  readonly number: (value: number) => string;
  readonly times: (ratio: number) => string;
}

/** Where each step goes, and by how much the longer of the first two is longer. */
function sentenceOf(
  steps: readonly { readonly loss: ExploredLoss; readonly from: number; readonly to: number; readonly p: number }[],
  { t, site, number, times }: Telling,
): string {
  const goes = steps.map(({ loss, p }) => t.one(t.losses[loss], number(site.p), number(p)));
  const [first, second] = steps;
  if (first === undefined || second === undefined) return goes.join(' ');
  const lengths = [Math.abs(first.to - first.from), Math.abs(second.to - second.from)] as const;
  const [longer, shorter] = lengths[0] >= lengths[1] ? [first, second] : [second, first];
  const ratio = Math.max(...lengths) / Math.min(...lengths);
  const parameter = site.parameter === 'logit' ? 'θ' : 'p';
  const said = { loss: t.losses[longer.loss], times: times(ratio), other: t.losses[shorter.loss], parameter };
  const compared = Math.abs(ratio - 1) < 0.005 ? t.same(parameter) : t.longer(said);
  const isLecture = first.loss === 'binary-cross-entropy' && second.loss === 'mean-squared-error';
  return [...goes, compared, ...(isLecture ? [t.why[site.parameter]] : [])].join(' ');
}
