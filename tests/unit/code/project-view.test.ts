import { nodeAtLine, viewProject } from '@/components/code/project-view';
import { analyze } from '@/lib/analysis/analyze';
import { applyCommand } from '@/lib/document/apply-command';
import { createDocument } from '@/lib/document/create-document';
import type { Document } from '@/lib/document/document';
import { buildLenet5 } from '@/lib/document/templates/lenet5';

const open = (document: Document, design = 'one') => ({ design, document, analysis: analyze(document, null) });
const BROKEN = applyCommand(buildLenet5(), { kind: 'set-param', node: 'conv2d_1', param: 'filters', value: 0 });

describe('viewProject', () => {
  it('shows the texts of the project, the network first', () => {
    const { project, errors } = viewProject(open(buildLenet5()), null);
    expect(errors).toBe(0);
    expect(project?.files[0]?.path).toBe('src/model.ts');
    expect(project?.files.map(({ path }) => path)).toEqual(expect.arrayContaining(['package.json', 'README.md']));
  });

  it('keeps the last code while the design has errors, and counts them', () => {
    const before = viewProject(open(buildLenet5()), null);
    const after = viewProject(open(BROKEN), before);
    expect(after.errors).toBe(1);
    expect(after.project).toBe(before.project);
  });

  it('does not show the code of one design beside the errors of another', () => {
    const before = viewProject(open(buildLenet5()), null);
    expect(viewProject(open(BROKEN, 'two'), before).project).toBeNull();
  });

  it('tells an empty design from one with errors', () => {
    expect(viewProject(open(createDocument('Empty')), null).isEmpty).toBe(true);
    expect(viewProject(open(BROKEN), null).isEmpty).toBe(false);
  });
});

describe('nodeAtLine', () => {
  it('finds the layer of every line of its call, and none for the lines around', () => {
    const { project } = viewProject(open(buildLenet5()), null);
    if (project === null) throw new Error('there is no project');
    const lines = project.files[0]?.text.split('\n') ?? [];
    const first = lines.findIndex((line) => line.includes('const conv2d1'));
    expect(nodeAtLine(project, first + 1)).toBe('conv2d_1');
    expect(nodeAtLine(project, first + 2)).toBe('conv2d_1');
    expect(nodeAtLine(project, 1)).toBeNull();
  });
});
