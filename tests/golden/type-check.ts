import path from 'node:path';
import ts from 'typescript';
import type { ExportedDesign } from '@/tests/golden/exported-designs';

/** What TypeScript finds wrong in the projects, with the options of their own tsconfig.json, all in one program. */
export function typeErrors(designs: readonly Pick<ExportedDesign, 'folder'>[]): readonly string[] {
  const projects = designs.map(({ folder }) => {
    const file = path.join(folder, 'tsconfig.json');
    const { config, error } = ts.readConfigFile(file, ts.sys.readFile) as { config: object; error?: ts.Diagnostic };
    if (error !== undefined) throw new Error(text(error));
    return ts.parseJsonConfigFileContent(config, ts.sys, folder);
  });
  const [first] = projects;
  if (first === undefined) return [];
  const program = ts.createProgram(
    projects.flatMap(({ fileNames }) => fileNames),
    { ...first.options, rootDir: path.dirname(path.dirname(designs[0]?.folder ?? '')), noEmit: true },
  );
  return [...projects.flatMap(({ errors }) => errors), ...ts.getPreEmitDiagnostics(program)].map(text);
}

function text({ file, start, messageText }: ts.Diagnostic): string {
  const line = file === undefined ? 0 : ts.getLineAndCharacterOfPosition(file, start ?? 0).line + 1;
  return `${file?.fileName ?? ''}:${line} ${ts.flattenDiagnosticMessageText(messageText, '\n')}`;
}
