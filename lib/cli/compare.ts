import type { Locale } from '@/lib/core/locale';
import { compareDesigns, type Comparison } from '@/lib/analysis/compare/compare-designs';
import type { Subject } from '@/lib/analysis/compare/outline';
import { comparisonMarkdown } from '@/lib/analysis/compare/report/markdown';
import { datasetTask } from '@/lib/datasets/dataset-task';
import { compareMessages } from '@/lib/messages/compare';
import type { Order } from '@/lib/cli/arguments';
import { comparisonJson } from '@/lib/cli/compare-json';
import { comparisonText } from '@/lib/cli/compare-text';
import type { CliIo } from '@/lib/cli/io';
import { openDesign } from '@/lib/cli/open-design';

/** Memory is told for one sample, trained as the first design asks. */
const BATCH_SIZE = 1;

/** `compare A B …`: 0 without errors in any of the designs, 1 with, 2 when one cannot be read. */
export async function compareFiles(order: Order, io: CliIo, locale: Locale): Promise<0 | 1 | 2> {
  const subjects: Subject[] = [];
  for (const design of [order.design, ...order.others]) {
    const opened = await openDesign(design, io, locale);
    if (!opened.ok) {
      io.stderr(`shapeflow: ${opened.error}\n`);
      return 2;
    }
    const { document, warnings } = opened.value;
    for (const warning of warnings) io.stderr(`shapeflow: ${warning}\n`);
    const task = datasetTask(document.training.dataset);
    // The same file twice is two designs.
    subjects.push({ key: `${subjects.length} ${design}`, name: document.name, document, task });
  }
  const [first] = subjects;
  if (first === undefined) return 2;
  const { optimizer } = first.document.training;
  const comparison = compareDesigns(subjects, { batchSize: BATCH_SIZE, optimizer });
  io.stdout(write(comparison, order, locale));
  return comparison.designs.some(({ hasErrors }) => hasErrors) ? 1 : 0;
}

function write(comparison: Comparison, { json, markdown }: Order, locale: Locale): string {
  const words = compareMessages[locale];
  if (json) return `${JSON.stringify(comparisonJson(comparison, locale), null, 2)}\n`;
  return markdown ? comparisonMarkdown(comparison, { words, locale }) : comparisonText(comparison, { words, locale });
}
