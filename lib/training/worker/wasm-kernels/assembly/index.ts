// AssemblyScript, not TypeScript: scripts/build-kernels.mjs compiles it to public/wasm/shapeflow-kernels.wasm. It works on
// the memory of tfjs's own wasm module, so it must keep nothing of its own there: no static data, no objects, no
// allocation. Every address and every piece of scratch memory comes from the caller.
export { packColumns, packRows, packTurned } from './pack';
export { convolve } from './convolve';
export { inputGradient } from './input-gradient';
export { filterGradient, filterGradientOfMany } from './filter-gradient';
export { clear, pad, unpad } from './pad';
export { maxPoolGradient } from './max-pool-gradient';
export { reluGradient, sigmoidGradient, tanh, tanhGradient } from './activations';
export { sumRows } from './sum-rows';
export { adamStep } from './adam-step';
