'use client';

import { failureDetail, failureText } from '@/components/data/failure-text';
import { SkippedFiles } from '@/components/data/SkippedFiles';
import { Icon } from '@/components/ui/Icon';
import { useLocale, useMessages } from '@/components/ui/use-messages';
import type { ImportFailure } from '@/lib/datasets/import/import-problem';
import { datasetMessages } from '@/lib/messages/datasets';
import styles from '@/components/data/data.module.css';

/** Why there is no data set, or no preview of one. */
export function FailureNotice({ failure }: { readonly failure: ImportFailure }) {
  const t = useMessages(datasetMessages);
  const locale = useLocale();
  const detail = failureDetail(failure);
  const isHint = failure.code === 'import/cancelled';
  return (
    <div className={styles.notice} data-tone={isHint ? 'hint' : 'error'} role={isHint ? 'status' : 'alert'}>
      <Icon name={isHint ? 'hint' : 'error'} />
      <div>
        <p>{failureText(failure, locale)}</p>
        {detail !== '' && (
          <details>
            <summary>{t.failures.details}</summary>
            <code>{detail}</code>
          </details>
        )}
        {failure.code === 'import/nothing-found' && <SkippedFiles files={failure.values.skipped} />}
      </div>
    </div>
  );
}
