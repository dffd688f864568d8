import type { Locale } from '@/lib/core/locale';
import type { ImportFailure } from '@/lib/datasets/import/import-problem';
import { datasetMessages } from '@/lib/messages/datasets';
import { formatBytes, formatCount } from '@/lib/messages/figures';

/** What went wrong, with its figures and what to do about it. */
export function failureText(failure: ImportFailure, locale: Locale): string {
  const t = datasetMessages[locale].failures;
  const count = (value: number) => formatCount(locale, value);
  const bytes = (value: number) => formatBytes(locale, value);
  switch (failure.code) {
    case 'import/nothing-found':
      return t.nothingFound;
    case 'import/one-class':
      return t.oneClass(failure.values.name);
    case 'import/too-few-samples':
      return t.tooFew(count(failure.values.count), count(failure.values.least));
    case 'import/too-many-classes':
      return t.tooManyClasses(count(failure.values.count), count(failure.values.most));
    case 'import/damaged':
      return t.damaged(failure.values.file);
    case 'import/too-large':
      return t.tooLarge(failure.values.file, bytes(failure.values.bytes), bytes(failure.values.most));
    case 'import/missing-part':
      return t.missingPart(failure.values.file, failure.values.part);
    case 'import/not-a-number':
      return t.notANumber(failure.values.column, count(failure.values.row), failure.values.text);
    case 'import/bad-options':
      return t.badOptions(failure.values.detail);
    case 'import/no-room':
      return t.noRoom(bytes(failure.values.needed), bytes(failure.values.free));
    case 'import/storage-barred':
      return t.barred;
    case 'import/cancelled':
      return t.cancelled;
    case 'import/unreadable':
      return t.unreadable(failure.values.file);
    case 'import/worker-died':
      return t.workerDied;
    case 'import/internal':
      return t.internal;
  }
}

/** The browser's or a library's own words, where there are any. */
export function failureDetail({ values }: ImportFailure): string {
  return 'detail' in values ? values.detail : '';
}
