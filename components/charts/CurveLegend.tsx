import styles from '@/components/charts/charts.module.css';

const LOOKS = ['raw', 'smoothed', 'training', 'validation'] as const;

/** The names of the four lines, each with its own stroke and mark. */
export function CurveLegend({ names }: { readonly names: readonly string[] }) {
  return (
    <ul className={styles.legend}>
      {LOOKS.map((look, index) => (
        <li key={look}>
          <svg className={styles[look]} width="26" height="10" viewBox="0 0 26 10" aria-hidden="true" focusable="false">
            <path d="M1 5h24" />
            {(look === 'training' || look === 'validation') && <circle cx="13" cy="5" r="3.4" />}
          </svg>
          {names[index]}
        </li>
      ))}
    </ul>
  );
}
