import styles from '@/components/inspect/unit/unit.module.css';

interface NumberListProps {
  /** Name and value, in order. */
  readonly rows: readonly (readonly [string, string])[];
}

export function NumberList({ rows }: NumberListProps) {
  return (
    <dl className={styles.numbers}>
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
