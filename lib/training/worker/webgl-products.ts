import type * as tf from '@tensorflow/tfjs';

/** What of a tfjs shader is read here. */
interface Program {
  readonly userCode: string;
}

interface WebglBackend {
  runWebGLProgram(program: Program, inputs: readonly tf.TensorInfo[], ...rest: readonly unknown[]): tf.TensorInfo;
}

/** What marks the shader of tfjs's matrix product, and its second sum, that of the odd places of the inner dimension. */
const PRODUCT = 'dot2x2ARowBCol';
const ODD_SUM = /result \+= \((a\.(?:yyww|zzww) \* b\.(?:zwzw|ywyw))\);/;
const TRANSPOSED_FIRST = 'a.xxyy';

const mended = new WeakSet<object>();

/**
 * Makes matrix products with an odd inner dimension right on WebGL; once per backend. tfjs 4.22 keeps matrices by two times
 * two numbers and sums over the place past the end as well, where an operation before has left what it makes of 0: e⁰ = 1
 * behind exp, ½ behind a sigmoid. A softmax of three classes so gets wrong gradients, and nobody is told.
 */
export function mendWebglProducts(backend: object): void {
  if (mended.has(backend)) return;
  mended.add(backend);
  const webgl = backend as WebglBackend;
  const run = webgl.runWebGLProgram.bind(webgl);
  webgl.runWebGLProgram = (program, inputs, ...rest) => {
    const inner = innerDimension(program, inputs);
    if (inner === null || inner % 2 === 0) return run(program, inputs, ...rest);
    // The shader is made from this text, and kept by it.
    const userCode = program.userCode.replace(ODD_SUM, `if (i < ${(inner - 1) / 2}) result += ($1);`);
    return run(Object.assign(program, { userCode }), inputs, ...rest);
  };
}

/** Over which a product sums; null for any other program. */
function innerDimension({ userCode }: Program, [first]: readonly tf.TensorInfo[]): number | null {
  if (!userCode.includes(PRODUCT)) return null;
  const axis = userCode.includes(TRANSPOSED_FIRST) ? 1 : 2;
  return first?.shape[axis] ?? null;
}
