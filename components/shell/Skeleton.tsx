import { PRODUCT, startMessages } from '@/lib/messages/start';
import styles from '@/components/shell/shell.module.css';

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
      <div className={styles.skeleton}>
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
  );
}
