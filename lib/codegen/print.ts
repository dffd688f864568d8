import type { NodeId } from '@/lib/core/ids';
import { concat, group, indent, join, line, printLayout, softLine, type Layout } from '@/lib/codegen/layout';
import type { Call, Expression, Statement } from '@/lib/codegen/tree';

/** Lines of the code that come from one node: 1-based, both ends included. A node may have several. */
export interface Span {
  readonly node: NodeId;
  readonly startLine: number;
  readonly endLine: number;
}

export interface PrintedCode {
  readonly code: string;
  readonly spans: readonly Span[];
}

const WIDTH = 100;

/** Prints a program the way prettier formats it (width 100, single quotes), with the lines of every node. */
export function printProgram(program: readonly Statement[]): PrintedCode {
  const lines: string[] = [];
  const spans: Span[] = [];
  for (const statement of program) printStatement(statement, 0, { lines, spans });
  return { code: `${lines.join('\n')}\n`, spans: mergeNeighbours(spans) };
}

/** Prettier always gives the rows of a matrix lines of their own. */
function isMatrix(items: readonly Expression[]): boolean {
  return items.length > 1 && items.every((item) => item.kind === 'array' && item.items.length > 1);
}

interface Output {
  readonly lines: string[];
  readonly spans: Span[];
}

function printStatement(statement: Statement, depth: number, output: Output): void {
  const startLine = output.lines.length + 1;
  const pad = ' '.repeat(depth * 2);
  const push = (layout: Layout) =>
    output.lines.push(...`${pad}${printLayout(layout, { width: WIDTH, depth })}`.split('\n'));
  switch (statement.kind) {
    case 'import':
      push(`import ${statement.what} from ${quote(statement.from)};`);
      break;
    case 'blank':
      output.lines.push('');
      break;
    case 'comment':
      output.lines.push(...statement.lines.map((text) => `${pad}// ${text}`));
      break;
    case 'doc':
      output.lines.push(...docComment(statement.lines).map((text) => `${pad}${text}`));
      break;
    case 'const':
      push(
        concat(
          `${statement.exported === true ? 'export ' : ''}const ${statement.name} = `,
          expression(statement.value),
          ';',
        ),
      );
      break;
    case 'let':
    case 'assign':
      push(concat(`${statement.kind === 'let' ? 'let ' : ''}${statement.name} = `, expression(statement.value), ';'));
      break;
    case 'repeat':
      output.lines.push(`${pad}for (let index = 1; index <= ${statement.times}; index += 1) {`);
      for (const inner of statement.body) printStatement(inner, depth + 1, output);
      output.lines.push(`${pad}}`);
      break;
    case 'throw':
      push(`throw new Error(${quote(statement.message)});`);
      break;
    case 'return':
      push(concat('return ', expression(statement.value), ';'));
      break;
    case 'function':
      output.lines.push(...`${statement.signature} {`.split('\n').map((text) => pad + text));
      for (const inner of statement.body) printStatement(inner, depth + 1, output);
      output.lines.push(`${pad}}`);
      break;
  }
  const node = 'node' in statement ? statement.node : undefined;
  if (node !== undefined) output.spans.push({ node, startLine, endLine: output.lines.length });
}

function docComment(lines: readonly string[]): readonly string[] {
  const [only, ...more] = lines;
  if (only !== undefined && more.length === 0) return [`/** ${only} */`];
  return ['/**', ...lines.map((text) => (text === '' ? ' *' : ` * ${text}`)), ' */'];
}

function expression(tree: Expression): Layout {
  switch (tree.kind) {
    case 'literal':
      return typeof tree.value === 'string' ? quote(tree.value) : String(tree.value);
    case 'name':
      return tree.name;
    case 'array':
      return list('[', tree.items.map(expression), {
        end: ']',
        gap: isMatrix(tree.items) ? concat({ kind: 'force-break' }, softLine) : softLine,
      });
    case 'object':
      return list(
        '{',
        tree.properties.map(([key, value]) => concat(`${key}: `, expression(value))),
        { end: '}', gap: line },
      );
    case 'call':
      if (tree.args.length > 1) return list(`${tree.callee}(`, tree.args.map(expression), { end: ')', gap: softLine });
      return concat(`${tree.callee}(`, join(tree.args.map(expression), ', '), ')');
    case 'chain':
      return chain(tree);
    case 'arrow':
      return concat('() => ', expression(tree.body));
    case 'as':
      return concat(expression(tree.of), ` as ${tree.type}`);
  }
}

function list(
  start: string,
  items: readonly Layout[],
  { end, gap }: { readonly end: string; readonly gap: Layout },
): Layout {
  if (items.length === 0) return `${start}${end}`;
  return group(start, indent(gap, join(items, concat(',', line))), { kind: 'if-broken', broken: ',' }, gap, end);
}

/** Two calls or more on a plain name go one below the other when they do not fit on a line. */
function chain({ head, calls }: { readonly head: Expression; readonly calls: readonly Call[] }): Layout {
  const breaks = head.kind === 'name' && calls.length > 1;
  const parts = calls.map(({ method, args }) => {
    return concat(breaks ? softLine : '', `.${method}(`, join(args.map(expression), ', '), ')');
  });
  return group(expression(head), breaks ? indent(...parts) : concat(...parts));
}

/** A string literal in single quotes, or in double ones where that needs fewer escapes. */
export function quote(text: string): string {
  const escaped = JSON.stringify(text);
  const hasMoreSingle = text.split("'").length > text.split('"').length;
  return hasMoreSingle ? escaped : `'${escaped.slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}

function mergeNeighbours(spans: readonly Span[]): readonly Span[] {
  const merged: Span[] = [];
  for (const span of spans) {
    const last = merged.at(-1);
    if (last?.node === span.node && last.endLine + 1 === span.startLine) {
      merged[merged.length - 1] = { ...last, endLine: span.endLine };
    } else merged.push(span);
  }
  return merged;
}
