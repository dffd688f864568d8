import { messageOf } from '@/lib/core/message-of';
import type { BackendName, BackendReport } from '@/lib/training/protocol';

/** Renderers that imitate a graphics card on the processor; our wasm kernels are about ten times faster. */
const SOFTWARE = /swiftshader|llvmpipe|softpipe|software|basic render|\bwarp\b|mesa offscreen/i;

/** What WebGPU's types would give; the "dom" library has none. */
export type GpuInfo = Partial<Record<'vendor' | 'architecture' | 'device' | 'description', string>>;
interface GpuAdapter {
  readonly info?: GpuInfo & { readonly isFallbackAdapter?: boolean };
  readonly isFallbackAdapter?: boolean;
}
interface NavigatorWithGpu {
  readonly gpu?: { requestAdapter(options?: { readonly powerPreference?: string }): Promise<GpuAdapter | null> };
}

export function isSoftwareRenderer(description: string): boolean {
  return SOFTWARE.test(description);
}

function found(name: BackendName, detail: string, software = false): BackendReport {
  return { name, available: true, detail, software, msPerBatch: null };
}

function missing(name: BackendName, detail: string): BackendReport {
  return { name, available: false, detail, software: false, msPerBatch: null };
}

/** Empty when the browser does not say. */
export function describeGpu(info: GpuInfo | undefined): string {
  const words = [info?.vendor, info?.architecture, info?.device, info?.description];
  return words.filter((word) => word !== undefined && word !== '').join(' ');
}

async function probeWebgpu(): Promise<BackendReport> {
  const { gpu } = navigator as unknown as NavigatorWithGpu;
  if (gpu === undefined) return missing('webgpu', 'no navigator.gpu');
  try {
    const adapter = await gpu.requestAdapter({ powerPreference: 'high-performance' });
    if (adapter === null) return missing('webgpu', 'no adapter');
    const { info } = adapter;
    const description = describeGpu(info);
    const isFallback = adapter.isFallbackAdapter === true || info?.isFallbackAdapter === true;
    return found('webgpu', description, isFallback || isSoftwareRenderer(description));
  } catch (error) {
    return missing('webgpu', messageOf(error));
  }
}

export function rendererOf(gl: WebGL2RenderingContext): string {
  const info = gl.getExtension('WEBGL_debug_renderer_info');
  return String(gl.getParameter(info === null ? gl.RENDERER : info.UNMASKED_RENDERER_WEBGL));
}

function probeWebgl(): BackendReport {
  try {
    const gl = new OffscreenCanvas(1, 1).getContext('webgl2');
    if (gl === null) return missing('webgl', 'no WebGL 2');
    const renderer = rendererOf(gl);
    // Training needs float32 textures that can be drawn into.
    const hasFloats = gl.getExtension('EXT_color_buffer_float') !== null;
    gl.getExtension('WEBGL_lose_context')?.loseContext();
    if (!hasFloats) return missing('webgl', `${renderer}: no float32 rendering`);
    return found('webgl', renderer, isSoftwareRenderer(renderer));
  } catch (error) {
    return missing('webgl', messageOf(error));
  }
}

function probeWasm(): BackendReport {
  return typeof WebAssembly === 'object' ? found('wasm', '') : missing('wasm', 'no WebAssembly');
}

/** What this browser offers, best first as a rule, without starting any of it. */
export async function probeBackends(): Promise<readonly BackendReport[]> {
  return [await probeWebgpu(), probeWebgl(), probeWasm(), found('cpu', '')];
}

/** The backends worth measuring: real hardware and wasm; imitated hardware or plain code only if there is nothing else. */
export function candidates(reports: readonly BackendReport[]): readonly BackendName[] {
  const usable = reports.filter((report) => report.available && report.name !== 'cpu');
  const real = usable.filter((report) => !report.software);
  const chosen = real.length > 0 ? real : usable;
  return chosen.length > 0 ? chosen.map((report) => report.name) : ['cpu'];
}
