import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { analyze } from '@/lib/analysis/analyze';
import { generateSources } from '@/lib/codegen/project/export-project';
import { compile } from '@/lib/compile/compile';
import type { TemplateId } from '@/lib/core/template-id';
import { TEMPLATES } from '@/lib/document/templates/templates';

/** Run with UPDATE_GOLDEN=1 to write the files anew, then read the difference before committing it. */
const IS_UPDATE = process.env['UPDATE_GOLDEN'] === '1';

function codeOf(template: TemplateId, file: string): string {
  const document = TEMPLATES[template].build();
  const plan = compile(document, analyze(document, null));
  if (!plan.ok) throw new Error(`${template} does not compile`);
  const found = generateSources({ document, plan: plan.value }).files.find(({ path: place }) => place === file);
  return found?.content ?? '';
}

describe('generated code', () => {
  it.each([
    ['lenet5', 'model'],
    ['lenet5', 'train'],
    ['tiny-resnet', 'model'],
    ['alexnet', 'model'],
  ] as const)('of %s is what its golden file of %s.ts says', (template, file) => {
    const code = codeOf(template, `src/${file}.ts`);
    const golden = path.join(__dirname, 'files', `${template}.${file}.ts.txt`);
    if (IS_UPDATE) writeFileSync(golden, code);
    expect(existsSync(golden) ? readFileSync(golden, 'utf8') : '').toBe(code);
  });
});
