import * as estree from 'prettier/plugins/estree';
import * as typescript from 'prettier/plugins/typescript';
import { format } from 'prettier/standalone';

/** TypeScript as prettier formats it: what generated code must look like to the character. */
export function formatted(code: string): Promise<string> {
  return format(code, {
    parser: 'typescript',
    plugins: [estree, typescript],
    printWidth: 100,
    singleQuote: true,
    trailingComma: 'all',
  });
}
