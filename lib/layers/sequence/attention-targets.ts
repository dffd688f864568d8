import type { OnnxNode, Site, TorchCall } from '@/lib/layers/definition';
import { orderToFirst, orderToLast, torchOrder } from '@/lib/layers/channels-first';
import { onnxNode } from '@/lib/layers/onnx';
import { sequenceOf } from '@/lib/layers/sequence/sequences';
import { lastAxis } from '@/lib/layers/shapes';
import { torchFunction, torchModule } from '@/lib/layers/torch';

interface AttentionParams {
  readonly heads: number;
  readonly keyDim: number;
  readonly valueDim: number;
  readonly useBias: boolean;
}

/** Which input is query, key and value; Keras's order is query, value, key. */
export function attentionInputs(inputs: readonly unknown[]) {
  const value = inputs.length > 1 ? 1 : 0;
  return { query: 0, value, key: inputs.length > 2 ? 2 : value } as const;
}

/** A width of 0 says: as the keys'. */
export function valueWidth({ keyDim, valueDim }: Pick<AttentionParams, 'keyDim' | 'valueDim'>): number {
  return valueDim === 0 ? keyDim : valueDim;
}

/**
 * PyTorch's module deals the query's features out to the heads; other widths are a class of that name that whoever prints
 * it prints too. Both take query, key, value and give the output and the shares.
 */
export function attentionInTorch({ params, inputs, output }: Site<AttentionParams>): readonly TorchCall[] {
  const roles = attentionInputs(inputs);
  const width = (index: number) => lastAxis(inputs[index]?.shape ?? []);
  const embed = lastAxis(output.shape);
  const isStock = params.heads * params.keyDim === embed && valueWidth(params) === params.keyDim;
  const kwargs = {
    batch_first: true,
    ...(params.useBias ? {} : { bias: false }),
    ...(width(roles.key) === embed ? {} : { kdim: width(roles.key) }),
    ...(width(roles.value) === embed ? {} : { vdim: width(roles.value) }),
    ...(isStock ? {} : { key_dim: params.keyDim, value_dim: valueWidth(params) }),
  };
  const attention = torchModule(
    isStock ? 'nn.MultiheadAttention' : 'MultiHeadAttention',
    [embed, params.heads],
    kwargs,
  );
  const turned = inputs.map((_, index): TorchCall => ({
    ...torchFunction('torch.permute', [orderToLast(2)]),
    inputs: [`input:${index}`],
  }));
  return [
    ...turned,
    { ...attention, inputs: [roles.query, roles.key, roles.value].map((index) => `call:${index}`) },
    torchFunction('operator.getitem', [0]),
    ...torchOrder(2, orderToFirst),
  ];
}

/** The layer written out: ONNX has no attention before opset 23. */
export function attentionInOnnx({ params, inputs, output }: Site<AttentionParams>): readonly OnnxNode[] {
  const nodes: OnnxNode[] = [];
  const add = (...node: Parameters<typeof onnxNode>): string => {
    nodes.push(onnxNode(...node));
    return `node:${nodes.length - 1}`;
  };
  const turned = inputs.map((_, index) => add('Transpose', { perm: orderToLast(2) }, [`input:${index}`]));
  const project = (rows: string, name: string, sizes: readonly [from: number, to: number]): string => {
    const kernel = add('Reshape', {}, [`weight:${name}_kernel`, `integers:${sizes.join(',')}`]);
    const product = add('MatMul', {}, [rows, kernel]);
    if (!params.useBias) return product;
    const bias = add('Reshape', {}, [`weight:${name}_bias`, `integers:${sizes[1]}`]);
    return add('Add', {}, [product, bias]);
  };
  const perHead = (role: 'query' | 'key' | 'value', perm: readonly number[]): string => {
    const index = attentionInputs(inputs)[role];
    const { length, features } = sequenceOf(inputs[index]?.shape ?? []);
    const width = role === 'value' ? valueWidth(params) : params.keyDim;
    const projected = project(turned[index] ?? '', role, [features, params.heads * width]);
    const split = add('Reshape', {}, [projected, `integers:0,${length},${params.heads},${width}`]);
    return add('Transpose', { perm }, [split]);
  };
  const scores = add('MatMul', {}, [perHead('query', [0, 2, 1, 3]), perHead('key', [0, 2, 3, 1])]);
  const scaled = add('Mul', {}, [scores, `constant:${1 / Math.sqrt(params.keyDim)}`]);
  const shares = add('Softmax', { axis: -1 }, [scaled]);
  const seen = add('MatMul', {}, [shares, perHead('value', [0, 2, 1, 3])]);
  const { length, features } = sequenceOf(output.shape);
  const joined = params.heads * valueWidth(params);
  const together = add('Transpose', { perm: [0, 2, 1, 3] }, [seen]);
  const rows = add('Reshape', {}, [together, `integers:0,${length},${joined}`]);
  add('Transpose', { perm: orderToFirst(2) }, [project(rows, 'output', [joined, features])]);
  return nodes;
}
