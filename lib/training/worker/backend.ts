import * as tf from '@tensorflow/tfjs';
import { messageOf } from '@/lib/core/message-of';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import '@tensorflow/tfjs-backend-webgpu';
import type { BackendName } from '@/lib/training/protocol';
import { WorkerFailure } from '@/lib/training/worker/failure';
import type { DeviceMemory } from '@/lib/training/worker/fit';
import { registerOrthogonal } from '@/lib/training/worker/orthogonal';
import { guardWasmMemory, registerWasmKernels } from '@/lib/training/worker/wasm-kernels';
import { describeGpu, rendererOf, type GpuInfo } from '@/lib/training/worker/probe';
import { mendWebglProducts } from '@/lib/training/worker/webgl-products';
import { loadSimdKernels } from '@/lib/training/worker/wasm-kernels/simd';

let isPrepared = false;
const guarded = new WeakSet<object>();

/** Once, before any backend starts: wasm takes its files and its kernels when it is initialised. */
function prepare(baseUrl: string): void {
  if (isPrepared) return;
  isPrepared = true;
  // Threads need cross-origin isolation, brought no speed where measured, and break in minified builds.
  tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  setWasmPaths(new URL('wasm/', baseUrl).href);
  registerWasmKernels();
  registerOrthogonal();
}

let kernels: Promise<void> | null = null;

/** Our compiled kernels lie beside tfjs's own module; asked for again when that has failed. */
function fetchKernels(baseUrl: string): Promise<void> {
  kernels ??= fetch(new URL('wasm/shapeflow-kernels.wasm', baseUrl))
    .then((response) => {
      if (!response.ok) throw new Error(`the kernels could not be loaded (${response.status})`);
      return response.arrayBuffer();
    })
    .then(loadSimdKernels)
    .catch((error: unknown) => {
      kernels = null;
      throw error;
    });
  return kernels;
}

async function start(name: BackendName, baseUrl: string): Promise<boolean> {
  if (name === 'wasm') await fetchKernels(baseUrl);
  return tf.setBackend(name);
}

/** Makes a backend the current one; fails with 'training/no-backend' where it does not start. */
export async function switchBackend(name: BackendName, baseUrl: string): Promise<void> {
  prepare(baseUrl);
  if (tf.getBackend() === name) return;
  let detail = 'it did not start';
  // A missing WebGPU adapter makes setBackend answer false, not throw.
  const isSet = await start(name, baseUrl).catch((error: unknown) => {
    detail = messageOf(error);
    return false;
  });
  if (!isSet) throw new WorkerFailure('training/no-backend', `${name}: ${detail}`);
  await tf.ready();
  if (name === 'webgl') mendWebglProducts(tf.backend());
  if (name === 'wasm' && !guarded.has(tf.backend())) {
    guarded.add(tf.backend());
    guardWasmMemory(tf.backend());
  }
}

interface WebglBackend {
  readonly gpgpu: { readonly gl: WebGL2RenderingContext };
}
interface WebgpuBackend {
  readonly device: {
    readonly lost: Promise<{ readonly reason?: string; readonly message: string }>;
    /** Younger than `adapterInfo`, and says more. */
    readonly adapterInfo?: GpuInfo;
  };
  readonly adapterInfo?: GpuInfo;
}

/** What renders on the graphics card in use; null: none is, or the browser does not say. */
export function rendererInUse(): string | null {
  const name = tf.getBackend();
  if (name === 'webgl') return rendererOf((tf.backend() as unknown as WebglBackend).gpgpu.gl);
  if (name !== 'webgpu') return null;
  const { device, adapterInfo } = tf.backend() as unknown as WebgpuBackend;
  return describeGpu(device.adapterInfo ?? adapterInfo) || null;
}

export function deviceMemory(): DeviceMemory {
  const { deviceMemory: gibibytes } = navigator as { readonly deviceMemory?: number };
  const isWebgl = tf.getBackend() === 'webgl';
  return {
    gibibytes: gibibytes ?? null,
    maxTextureSize: isWebgl ? tf.env().getNumber('WEBGL_MAX_TEXTURE_SIZE') : null,
  };
}

/** How often the context is asked, should its event not come. */
const ASK_MS = 1000;

/**
 * Calls back once when the current backend's graphics context is lost; tfjs would wait for ever for its results. The
 * returned function ends the watch.
 */
export function watchContext(onLost: (detail: string) => void): () => void {
  let isWatching = true;
  const lost = (detail: string): void => {
    if (isWatching) onLost(detail);
    isWatching = false;
  };
  const name = tf.getBackend();
  if (name === 'webgpu') {
    const { device } = tf.backend() as unknown as WebgpuBackend;
    void device.lost.then(({ reason, message }) => reason !== 'destroyed' && lost(message));
  }
  const stopWebgl = name === 'webgl' ? watchWebgl(tf.backend() as unknown as WebglBackend, lost) : () => {};
  return () => {
    isWatching = false;
    stopWebgl();
  };
}

function watchWebgl({ gpgpu }: WebglBackend, lost: (detail: string) => void): () => void {
  const { gl } = gpgpu;
  const onEvent = (): void => lost('webglcontextlost');
  gl.canvas.addEventListener('webglcontextlost', onEvent);
  const timer = setInterval(() => gl.isContextLost() && onEvent(), ASK_MS);
  return () => {
    clearInterval(timer);
    gl.canvas.removeEventListener('webglcontextlost', onEvent);
  };
}
