import type * as Editor from 'monaco-editor/editor';
import type * as TypeScript from 'monaco-editor/languages/features/typescript/register';

/** What public/monaco/editor.js exports: see scripts/monaco/editor.mjs. */
export interface Monaco extends Pick<
  typeof Editor,
  'editor' | 'languages' | 'KeyCode' | 'KeyMod' | 'MarkerSeverity' | 'Range' | 'Uri'
> {
  readonly typescript: typeof TypeScript;
}

let loading: Promise<Monaco> | null = null;

/** Monaco with the types of TensorFlow.js and Node, loaded once. Rejects when it cannot be had; the next call tries again. */
export function loadMonaco(): Promise<Monaco> {
  loading ??= load().catch((error: unknown) => {
    loading = null;
    throw error;
  });
  return loading;
}

function addressOf(file: string): string {
  return new URL(`monaco/${file}`, document.baseURI).href;
}

async function load(): Promise<Monaco> {
  provideWorkers();
  const types = fetchTypes();
  const [monaco] = await Promise.all([
    import(/* turbopackIgnore: true */ /* webpackIgnore: true */ addressOf('editor.js')) as Promise<Monaco>,
    loadStyles(),
  ]);
  await setUpTypeScript(monaco, await types);
  registerJson(monaco);
  return monaco;
}

/** Workers are files of the site: the page's security policy allows no others. */
function provideWorkers(): void {
  Object.assign(globalThis, {
    MonacoEnvironment: {
      getWorker: (_module: string, label: string) =>
        new Worker(addressOf(label === 'typescript' ? 'ts.worker.js' : 'editor.worker.js'), {
          name: `monaco ${label}`,
        }),
    },
  });
}

function loadStyles(): Promise<void> {
  const address = addressOf('editor.css');
  if (document.querySelector(`link[href="${address}"]`) !== null) return Promise.resolve();
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = address;
  document.head.append(link);
  return new Promise((resolve, reject) => {
    link.addEventListener('load', () => resolve());
    link.addEventListener('error', () => {
      link.remove();
      reject(new Error(`${address} could not be loaded`));
    });
  });
}

async function fetchTypes(): Promise<Readonly<Record<string, string>>> {
  const response = await fetch(addressOf('tfjs-types.json'));
  if (!response.ok) throw new Error(`tfjs-types.json: ${response.status}`);
  return (await response.json()) as Readonly<Record<string, string>>;
}

/** What the exported kernels use of WebAssembly, which Node has and Monaco's TypeScript does not know. */
const WEB_ASSEMBLY = `declare namespace WebAssembly {
  class Module { constructor(bytes: ArrayBuffer); }
  class Instance { constructor(module: Module, imports?: object); readonly exports: Record<string, unknown>; }
  class Memory { constructor(size: { initial: number }); readonly buffer: ArrayBuffer; }
  function validate(bytes: ArrayBuffer): boolean;
  function compile(bytes: ArrayBuffer): Promise<Module>;
}`;

/** The options of the exported project's tsconfig.json, as far as Monaco's TypeScript knows them. */
async function setUpTypeScript({ typescript }: Monaco, types: Readonly<Record<string, string>>): Promise<void> {
  const { typescriptDefaults, ScriptTarget, ModuleKind, ModuleResolutionKind } = typescript;
  typescriptDefaults.setCompilerOptions({
    target: ScriptTarget.ESNext,
    module: ModuleKind.ESNext,
    moduleResolution: ModuleResolutionKind.NodeJs,
    lib: ['es2022', 'dom'],
    strict: true,
    noUncheckedIndexedAccess: true,
    esModuleInterop: true,
    skipLibCheck: true,
    noEmit: true,
  });
  typescriptDefaults.setEagerModelSync(true);
  const declared = { 'web-assembly.d.ts': WEB_ASSEMBLY, ...types };
  typescriptDefaults.setExtraLibs(
    Object.entries(declared).map(([path, content]) => ({ filePath: `file:///${path}`, content })),
  );
}

/** Monaco's own JSON support is a worker of its own; colours are all that is needed here. */
function registerJson({ languages }: Monaco): void {
  languages.register({ id: 'json', extensions: ['.json'] });
  languages.setMonarchTokensProvider('json', {
    tokenizer: {
      root: [
        [/"(?:[^"\\]|\\.)*"(?=\s*:)/, 'type'],
        [/"(?:[^"\\]|\\.)*"/, 'string'],
        [/-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/, 'number'],
        [/true|false|null/, 'keyword'],
      ],
    },
  });
}
