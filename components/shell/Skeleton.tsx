import type { CSSProperties } from 'react';
import { PRODUCT, startMessages } from '@/lib/messages/start';
import { PANELS } from '@/components/shell/use-panel-size';
import styles from '@/components/shell/shell.module.css';

/** As `usePanelSize` has them; the script in app/layout.tsx knows those that were kept. */
const WIDTHS = {
  '--palette': `var(--kept-palette, ${PANELS.palette.initial}px)`,
  '--inspector': `var(--kept-inspector, ${PANELS.inspector.initial}px)`,
} as CSSProperties;

/**
 * The outline of the designer, part of the page as it is served. The language is known only to the browser, so each
 * sentence is there in both and the style sheet shows the one that fits (`html lang`, set before the first paint).
 */
export function Skeleton() {
  return (
    <div className={styles.shell} aria-busy="true">
      <div className={styles.header}>
        <span className={styles.product}>{PRODUCT}</span>
      </div>
      <div className={styles.workbench} style={WIDTHS}>
        <div className={styles.middle}>
          <div className={styles.upper}>
            <div className={`${styles.palette} ${styles.frameLeft}`} />
            <div className={`${styles.canvas} ${styles.skeleton}`}>
              <p role="status">
                <span data-only="en">{startMessages.en.loading}</span>
                <span data-only="vi">{startMessages.vi.loading}</span>
              </p>
              <noscript>
                <p>Shapeflow is a program that runs in the browser: please allow JavaScript for this page.</p>
                <p lang="vi">Shapeflow chạy ngay trong trình duyệt: hãy cho phép JavaScript trên trang này.</p>
              </noscript>
            </div>
          </div>
          <div className={styles.frameBelow} />
        </div>
        <div className={`${styles.inspector} ${styles.frameRight}`} />
      </div>
    </div>
  );
}
