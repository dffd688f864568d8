import type { NodeId } from '@/lib/core/ids';
import type { PlanLayer } from '@/lib/compile/plan';
import { blockInputs, definitionOf, inputIndexOf } from '@/lib/document/blocks';
import type { Document } from '@/lib/document/document';
import { isRepeated, valueAt, type Part, type Step } from '@/lib/codegen/block-structure';
import { oneLine } from '@/lib/codegen/comments';
import { callExpression, layerComment } from '@/lib/codegen/layer-call';
import { inputNames, type ModelNames } from '@/lib/codegen/named-plan';
import { fromJson, name, type Expression, type Statement } from '@/lib/codegen/tree';

interface Writing {
  readonly document: Document;
  readonly names: ModelNames;
  readonly inputShape: readonly number[];
}

/** A function for every block, called once per use and repetition: one more where uses of a block lower differently. */
export function blockFunctions(writing: Writing): readonly Statement[] {
  return writing.names.structure.functions.flatMap((part) => blockFunction(part, writing));
}

function blockFunction(part: Part, writing: Writing): readonly Statement[] {
  const { document, names } = writing;
  const block = document.blocks[part.block ?? ''];
  if (block === undefined) return [];
  const inputs = inputNames(document, block.id);
  const title = oneLine(block.name);
  const output = block.output === null ? null : valueOf(block.output, part, writing);
  const parameters = [...inputs.map((input) => `${input}: tf.SymbolicTensor`), 'name: string'];
  return [
    ...(title === '' ? [] : ([{ kind: 'doc', lines: [title] }] as const)),
    {
      kind: 'function',
      signature: signature(`function ${names.functions.get(part.variant) ?? 'block'}`, parameters),
      body: [
        ...partStatements(part, writing),
        ...(output === null ? [] : [{ kind: 'return', value: output } as const]),
      ],
    },
    { kind: 'blank' },
  ];
}

/** As prettier breaks it at a width of 100. */
function signature(start: string, parameters: readonly string[]): string {
  const line = `${start}(${parameters.join(', ')}): tf.SymbolicTensor`;
  if (line.length + 2 <= 100) return line;
  return `${start}(\n${parameters.map((parameter) => `  ${parameter},\n`).join('')}): tf.SymbolicTensor`;
}

/** The statements of the design itself, or of a block's function. */
export function partStatements(part: Part, writing: Writing): readonly Statement[] {
  return part.steps.flatMap((step) =>
    step.kind === 'layer' ? layerStatements(step, part, writing) : useStatements(step, part, writing),
  );
}

function layerStatements(
  { node, calls }: Extract<Step, { kind: 'layer' }>,
  part: Part,
  writing: Writing,
): readonly Statement[] {
  const title = writing.document.nodes[node]?.title;
  return calls.flatMap((layer, index): readonly Statement[] => {
    const local = localName(layer.name.slice(part.frame.prefix.length), part, writing);
    const before = index === 0 ? undefined : calls[index - 1];
    const inputs =
      before === undefined
        ? sourcesOf(node, writing.document).map((source) => valueOf(source, part, writing))
        : [name(localName(before.name.slice(part.frame.prefix.length), part, writing))];
    const comment = commonComment(layer, { part, title, local, writing });
    const value = callExpression(layer, {
      name: part.block === null ? fromJson(local) : name(`\`\${name}.${local}\``),
      inputs,
      inputShape: writing.inputShape,
    });
    return [
      ...(comment === '' ? [] : [{ kind: 'comment', lines: [comment], node } as const]),
      { kind: 'const', name: local, value, node },
      { kind: 'blank' },
    ];
  });
}

/** What a comment says must hold for every use of the function. */
function commonComment(
  layer: PlanLayer,
  { part, title, local, writing }: { part: Part; title: string | undefined; local: string; writing: Writing },
): string {
  const own = layerComment(layer, title, local);
  if (part.block === null) return own;
  const suffix = layer.name.slice(part.frame.prefix.length);
  const alike = writing.names.structure.parts.filter(({ variant }) => variant === part.variant);
  const all = alike.flatMap(({ frame, steps }) =>
    steps
      .flatMap((step) => (step.kind === 'layer' ? step.calls : []))
      .filter(({ name: each }) => each === frame.prefix + suffix),
  );
  const isSame = all.every((other) => layerComment(other, title, local) === own);
  if (isSame) return own;
  const heading = title === undefined ? '' : oneLine(title);
  return heading.toLowerCase() === local.toLowerCase() ? '' : heading;
}

/** One call, a loop where all repetitions are alike, or one call after the other where they are not. */
function useStatements(
  { node, repetitions }: Extract<Step, { kind: 'use' }>,
  part: Part,
  writing: Writing,
): readonly Statement[] {
  const local = localName(node, part, writing);
  const [first, ...more] = repetitions;
  if (first === undefined) return [];
  const inputs = usedInputs(node, writing.document).map((source) => valueOf(source, part, writing));
  const call = (variant: Part, args: readonly Expression[], suffix: string): Expression => ({
    kind: 'call',
    callee: writing.names.functions.get(variant.variant) ?? 'block',
    args: [...args, nameOf(local, part, suffix)],
  });
  if (!isRepeated(first.frame)) {
    return [{ kind: 'const', name: local, value: call(first, inputs, ''), node }, { kind: 'blank' }];
  }
  const [start] = inputs;
  const isLoop = more.every(({ variant }) => variant === first.variant);
  const body: Statement = { kind: 'assign', name: local, value: call(first, [name(local)], '${index}') };
  const turns: readonly Statement[] = isLoop
    ? [{ kind: 'repeat', times: repetitions.length, body: [body], node }]
    : repetitions.map((variant, index) => ({
        kind: 'assign',
        name: local,
        value: call(variant, [name(local)], String(index + 1)),
        node,
      }));
  return [
    ...(start === undefined ? [] : [{ kind: 'let', name: local, value: start, node } as const]),
    ...turns,
    { kind: 'blank' },
  ];
}

function nameOf(local: string, { block }: Part, suffix: string): Expression {
  const own = suffix === '' ? local : `${local}.${suffix}`;
  if (block !== null) return name(`\`\${name}.${own}\``);
  return own.includes('$') ? name(`\`${own}\``) : fromJson(own);
}

function localName(key: string, { block }: Part, { names }: Writing): string {
  return names.locals.get(block)?.get(key) ?? key;
}

/** The variable that holds a node's output in its scope. */
export function valueOf(id: NodeId, part: Part, writing: Writing): Expression {
  const { document } = writing;
  const at = valueAt(document, part, id);
  const node = document.nodes[at];
  const index = node === undefined ? null : inputIndexOf(node);
  if (index !== null) return name(inputNames(document, part.block)[index] ?? 'input');
  return name(localName(at, part, writing));
}

function sourcesOf(node: NodeId, document: Document): readonly NodeId[] {
  const entering = Object.values(document.edges).filter(({ target }) => target === node);
  return entering.sort((a, b) => a.slot - b.slot).map(({ source }) => source);
}

/** Superfluous edges into a block are errors, so every edge is one of its inputs. */
function usedInputs(node: NodeId, document: Document): readonly NodeId[] {
  const use = document.nodes[node];
  const block = use === undefined ? null : definitionOf(document, use);
  return block === null ? [] : sourcesOf(node, document).slice(0, blockInputs(document, block.id).length);
}
