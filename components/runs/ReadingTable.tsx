'use client';

import { LookSample } from '@/components/runs/LookSample';
import styles from '@/components/runs/chart.module.css';

export interface ReadingRow {
  readonly key: string;
  readonly look: number;
  readonly name: string;
  /** What is said when the row is opened; none: it does not open. */
  readonly details: readonly string[];
  readonly value: string;
}

interface ReadingTableProps {
  readonly caption: string;
  readonly head: { readonly name: string; readonly value: string };
  readonly detailsLabel: string;
  readonly rows: readonly ReadingRow[];
}

/** The legend of a chart: every line with its look and its value at the place that is read. */
export function ReadingTable({ caption, head, detailsLabel, rows }: ReadingTableProps) {
  return (
    <div className={styles.legend}>
      <table>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{head.name}</th>
            <th scope="col" className={styles.number}>
              {head.value}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, look, name, details, value }) => (
            <tr key={key}>
              <th scope="row" aria-label={name}>
                {details.length === 0 ? (
                  <span className={styles.line}>
                    <LookSample look={look} />
                    <span>{name}</span>
                  </span>
                ) : (
                  <details>
                    <summary>
                      <LookSample look={look} />
                      <span>{name}</span>
                    </summary>
                    <ul aria-label={detailsLabel}>
                      {details.map((detail) => (
                        <li key={detail}>{detail}</li>
                      ))}
                    </ul>
                  </details>
                )}
              </th>
              <td className={styles.number}>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
