import packageFile from '@/package.json';
import { reportBlocks } from '@/components/study/report-content';
import type { Designer } from '@/components/state/create-designer';
import { fileNameOf } from '@/lib/core/file-name';
import { studiesMessages } from '@/lib/messages/studies';
import { downloadFile } from '@/lib/platform/download';
import { reportHtml, reportMarkdown } from '@/lib/runs/study/report/write-report';
import type { Study } from '@/lib/runs/study/study';

export type ReportKind = 'markdown' | 'html';

const FORMS: Readonly<Record<ReportKind, { readonly ending: string; readonly type: string }>> = {
  markdown: { ending: 'md', type: 'text/markdown;charset=utf-8' },
  html: { ending: 'html', type: 'text/html;charset=utf-8' },
};

/** Downloads what was run and what came out, in the language of the page. */
export function saveReport({ preferences, notices }: Designer, study: Study, kind: ReportKind): void {
  const { locale } = preferences.store.getState();
  const words = studiesMessages[locale].results;
  const { ending, type } = FORMS[kind];
  const file = `${fileNameOf(study.name)}.${ending}`;
  const versions = { shapeflow: packageFile.version, tensorflow: packageFile.dependencies['@tensorflow/tfjs'] };
  try {
    const blocks = reportBlocks(study, { locale, versions });
    const content = kind === 'markdown' ? reportMarkdown(blocks) : reportHtml(blocks, locale);
    downloadFile(document, file, new Blob([content], { type }));
    notices.show('success', 'text', { text: words.saved(file) });
  } catch {
    notices.show('error', 'text', { text: words.failed });
  }
}
