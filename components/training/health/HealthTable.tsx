'use client';

import { useLocale, useMessages } from '@/components/ui/use-messages';
import type { NodeId } from '@/lib/core/ids';
import { formatShare } from '@/lib/messages/figures';
import { healthMessages } from '@/lib/messages/health';
import { formatConstant } from '@/lib/messages/measures';
import { gradientSize, type HealthSnapshot, type LayerHealth } from '@/lib/training/health';
import styles from '@/components/training/health/health.module.css';

interface HealthTableProps {
  readonly snapshot: HealthSnapshot;
  readonly titleOf: (node: NodeId) => string;
  readonly chosen: string | null;
  readonly onChoose: (name: string) => void;
}

const NOTHING = '–';
const short = (value: number): string => formatConstant(Number(value.toPrecision(2)));

/** Each layer as it was seen last. */
export function HealthTable({ snapshot, titleOf, chosen, onChoose }: HealthTableProps) {
  const t = useMessages(healthMessages);
  const locale = useLocale();
  const sizes = snapshot.layers.flatMap((layer) => gradientSize(layer) ?? []).filter((size) => size > 0);
  const range = { low: Math.log10(Math.min(...sizes)), high: Math.log10(Math.max(...sizes)) };
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t.columns.layer}</th>
            {(['gradient', 'update', 'flat', 'activation'] as const).map((column) => (
              <th key={column} scope="col" title={t.hints[column]}>
                {t.columns[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {snapshot.layers.map((layer) => (
            <tr key={layer.name} data-chosen={layer.name === chosen}>
              <th scope="row">
                {layer.weightCount === 0 ? (
                  titleOf(layer.node)
                ) : (
                  <button
                    type="button"
                    className={styles.layer}
                    aria-pressed={layer.name === chosen}
                    onClick={() => onChoose(layer.name)}
                  >
                    {titleOf(layer.node)}
                  </button>
                )}
              </th>
              <td>
                <Gradient layer={layer} range={range} />
              </td>
              <td>{layer.updateRatio === null ? NOTHING : short(layer.updateRatio)}</td>
              <td>{flatText(layer, t, (share) => formatShare(locale, share))}</td>
              <td>{activationText(layer)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface GradientProps {
  readonly layer: LayerHealth;
  /** Decimal logarithms of the smallest and the largest of all layers. */
  readonly range: { readonly low: number; readonly high: number };
}

function Gradient({ layer, range: { low, high } }: GradientProps) {
  const size = gradientSize(layer);
  if (size === null) return NOTHING;
  // The smallest keeps a stub, so that it is seen.
  const share = size > 0 ? 0.05 + (0.95 * (Math.log10(size) - low)) / (high - low || 1) : 0;
  return (
    <>
      {short(size)}
      <span className={styles.bar} aria-hidden="true">
        <span style={{ width: `${100 * Math.min(1, share)}%` }} />
      </span>
    </>
  );
}

function flatText(
  { activation }: LayerHealth,
  t: (typeof healthMessages)['en'],
  format: (share: number) => string,
): string {
  const flat = activation?.flat;
  if (!flat) return NOTHING;
  return flat.kind === 'dead' ? t.dead(format(flat.share)) : t.saturated(format(flat.share));
}

function activationText({ activation }: LayerHealth): string {
  return activation === null ? NOTHING : `${short(activation.mean)} ± ${short(activation.deviation)}`;
}
