import { readFileSync, writeFileSync } from 'node:fs';
import { templateFigures } from '@/lib/analysis/templates/template-figures';
import { TEMPLATE_IDS } from '@/lib/core/template-id';
import { TEMPLATES } from '@/lib/document/templates/templates';

const FILE = 'lib/analysis/templates/figures-by-template.json';

/** Run with UPDATE_FIGURES=1 to write the file anew after a wanted change of templates, counts or layout. */
const IS_UPDATE = process.env['UPDATE_FIGURES'] === '1';

describe('the figures that the gallery shows', () => {
  it('are those of the templates', () => {
    const figures = Object.fromEntries(TEMPLATE_IDS.map((id) => [id, templateFigures(TEMPLATES[id].build())]));
    const rows = Object.entries(figures).map(([id, row]) => `  ${JSON.stringify(id)}: ${JSON.stringify(row)}`);
    if (IS_UPDATE) writeFileSync(FILE, `{\n${rows.join(',\n')}\n}\n`);
    expect(JSON.parse(readFileSync(FILE, 'utf8'))).toEqual(figures);
  });
});
