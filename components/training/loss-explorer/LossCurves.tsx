'use client';

import { useRef, type PointerEvent } from 'react';
import { CURVE_LOOKS } from '@/components/training/loss-explorer/curve-looks';
import { useMessages } from '@/components/ui/use-messages';
import { lossExplorerMessages } from '@/lib/messages/loss-explorer';
import type { ExploredLoss } from '@/lib/training/loss-explorer';
import styles from '@/components/training/loss-explorer/loss-explorer.module.css';

export interface Landing {
  readonly loss: ExploredLoss;
  readonly p: number;
}

interface LossCurvesProps {
  readonly title: string;
  readonly label: string;
  readonly losses: readonly ExploredLoss[];
  readonly curve: (loss: ExploredLoss, p: number) => number;
  readonly p: number;
  readonly onMove: (p: number) => void;
  /** Where steps end; drawn with arrows. */
  readonly landings: readonly Landing[];
}

const [WIDTH, HEIGHT] = [420, 230];
const [LEFT, RIGHT, TOP, BOTTOM] = [34, 410, 8, 196];
const HIGHEST = 5;
const POINTS = Array.from({ length: 199 }, (_, index) => (index + 1) / 200);
export const LEAST_P = 0.005;

const x = (p: number) => LEFT + (RIGHT - LEFT) * Math.min(1, Math.max(0, p));
const y = (value: number) => BOTTOM - ((BOTTOM - TOP) * Math.min(HIGHEST, value)) / HIGHEST;

/** Curves over p from 0 to 1, cut off above; a press or a drag moves the point. */
export function LossCurves({ title, label, losses, curve, p, onMove, landings }: LossCurvesProps) {
  const t = useMessages(lossExplorerMessages);
  const picture = useRef<SVGSVGElement>(null);
  const move = ({ clientX, buttons }: PointerEvent) => {
    const box = picture.current?.getBoundingClientRect();
    if (box === undefined || buttons !== 1) return;
    const at = (((clientX - box.left) / box.width) * WIDTH - LEFT) / (RIGHT - LEFT);
    onMove(Math.min(1 - LEAST_P, Math.max(LEAST_P, Number(at.toFixed(3)))));
  };
  return (
    <figure className={styles.figure}>
      <figcaption>{title}</figcaption>
      <svg
        ref={picture}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={label}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          move(event);
        }}
        onPointerMove={move}
      >
        {[0, 1, 2, 3, 4, 5].map((value) => (
          <g key={value}>
            <path className={styles.grid} d={`M${LEFT} ${y(value)}H${RIGHT}`} />
            <text x={LEFT - 6} y={y(value) + 4} textAnchor="end">
              {value}
            </text>
          </g>
        ))}
        {[0, 0.5, 1].map((value) => (
          <text key={value} x={x(value)} y={BOTTOM + 15} textAnchor="middle">
            {value}
          </text>
        ))}
        <text x={(LEFT + RIGHT) / 2} y={HEIGHT - 4} textAnchor="middle">
          {t.axis}
        </text>
        <path className={styles.here} d={`M${x(p)} ${TOP}V${BOTTOM}`} />
        {losses.map((loss) => (
          <path key={loss} className={styles.curve} style={CURVE_LOOKS[loss]} d={linePath((at) => curve(loss, at))} />
        ))}
        {losses.map((loss) => {
          const landing = landings.find((one) => one.loss === loss);
          const color = { stroke: CURVE_LOOKS[loss].stroke };
          const place = landing === undefined ? null : Math.min(0.999, Math.max(0.001, landing.p));
          return (
            <g key={loss} style={color}>
              {place !== null && (
                <>
                  <path
                    className={styles.step}
                    d={`M${x(p)} ${y(curve(loss, p))}L${x(place)} ${y(curve(loss, place))}`}
                  />
                  <circle className={styles.landed} cx={x(place)} cy={y(curve(loss, place))} r={4} />
                </>
              )}
              {curve(loss, p) > HIGHEST ? (
                <text x={x(p) + 6} y={TOP + 6}>
                  ↑ {Number(curve(loss, p).toPrecision(3))}
                </text>
              ) : (
                <circle className={styles.point} cx={x(p)} cy={y(curve(loss, p))} r={6} />
              )}
            </g>
          );
        })}
      </svg>
    </figure>
  );
}

/** What lies above the picture is left out. */
function linePath(curve: (p: number) => number): string {
  const shown = POINTS.filter((at) => curve(at) <= HIGHEST);
  return shown.map((at, index) => `${index === 0 ? 'M' : 'L'}${x(at).toFixed(1)} ${y(curve(at)).toFixed(1)}`).join('');
}
