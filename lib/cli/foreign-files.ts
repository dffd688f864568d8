import { isProjectPackage } from '@/lib/codegen/project/package-files';
import type { CliIo, OutputFile } from '@/lib/cli/io';
import { accessProblem } from '@/lib/cli/open-design';

/** What an export would overwrite that no export has written: nothing in a folder that holds an exported project. */
export async function foreignFiles(
  folder: string,
  files: readonly OutputFile[],
  io: Pick<CliIo, 'readFile'>,
): Promise<readonly string[]> {
  const content = await io.readFile(`${folder}/package.json`).catch(() => '');
  if (isProjectPackage(typeof content === 'string' ? content : new TextDecoder().decode(content))) return [];
  const found = await Promise.all(
    files.map(async ({ path }) => ((await exists(`${folder}/${path}`, io)) ? path : null)),
  );
  return found.filter((path) => path !== null);
}

/** What is there but cannot be read is there all the same. */
async function exists(path: string, io: Pick<CliIo, 'readFile'>): Promise<boolean> {
  try {
    await io.readFile(path);
    return true;
  } catch (error) {
    const problem = accessProblem(error);
    // A file where a folder should be: writing will say so.
    return problem !== 'missing' && problem !== 'not-a-directory';
  }
}
