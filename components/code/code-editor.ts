import type { editor as Editor, IDisposable } from 'monaco-editor/editor';
import type { Monaco } from '@/components/code/monaco';
import { defineThemes } from '@/components/code/editor-themes';
import type { TextFile } from '@/components/code/project-view';

export interface Lines {
  readonly startLine: number;
  readonly endLine: number;
}

export interface CodeEditor {
  /** Takes over the files' texts; where a text changed, the place that is looked at stays. */
  setFiles(files: readonly TextFile[]): void;
  show(path: string, label: string): void;
  /** Marks lines of the shown file and brings the first of them into view. */
  mark(lines: readonly Lines[]): void;
  setDark(isDark: boolean): void;
  /** How many type errors TypeScript finds in all files; null when newer texts came while it was looking. */
  countTypeErrors(): Promise<number | null>;
  dispose(): void;
}

export interface CodeEditorDeps {
  readonly monaco: Monaco;
  readonly container: HTMLElement;
  readonly readOnlyMessage: string;
  /** The person clicked on a line of the shown file, or went there by keyboard. */
  readonly onLine: (line: number) => void;
}

export function createCodeEditor(deps: CodeEditorDeps): CodeEditor {
  const { monaco, container } = deps;
  const editor = monaco.editor.create(container, { ...OPTIONS, readOnlyMessage: { value: deps.readOnlyMessage } });
  defineThemes(monaco);
  const marks = editor.createDecorationsCollection();
  const models = new Map<string, Editor.ITextModel>();
  const listeners: readonly IDisposable[] = [
    editor.onMouseDown(({ target }) => {
      if (target.position !== null) deps.onLine(target.position.lineNumber);
    }),
    editor.onDidChangeCursorPosition(({ source, position }) => {
      if (source === 'keyboard') deps.onLine(position.lineNumber);
    }),
  ];
  let version = 0;

  function setFiles(files: readonly TextFile[]): void {
    const paths = new Set(files.map(({ path }) => path));
    for (const [path, model] of models) {
      if (paths.has(path)) continue;
      model.dispose();
      models.delete(path);
      version++;
    }
    for (const { path, text } of files) {
      if (setText(path, text)) version++;
    }
  }

  function setText(path: string, text: string): boolean {
    const model = models.get(path);
    if (model === undefined) {
      models.set(path, monaco.editor.createModel(text, languageOf(path), monaco.Uri.parse(`file:///${path}`)));
      return true;
    }
    if (model.getValue() === text) return false;
    const view = editor.getModel() === model ? editor.saveViewState() : null;
    model.setValue(text);
    if (view !== null) editor.restoreViewState(view);
    return true;
  }

  return {
    setFiles,
    show(path, label) {
      const model = models.get(path) ?? null;
      if (editor.getModel() !== model) {
        marks.clear();
        editor.setModel(model);
      }
      editor.updateOptions({ ariaLabel: label });
    },
    mark(lines) {
      const range = ({ startLine, endLine }: Lines) => new monaco.Range(startLine, 1, endLine, 1);
      const options = { isWholeLine: true, className: MARK_CLASS, linesDecorationsClassName: MARK_CLASS };
      marks.set(lines.map((each) => ({ range: range(each), options })));
      const [first] = lines;
      if (first !== undefined) {
        editor.revealLinesInCenterIfOutsideViewport(first.startLine, first.endLine, monaco.editor.ScrollType.Immediate);
      }
    },
    setDark: (isDark) => monaco.editor.setTheme(isDark ? 'shapeflow-dark' : 'shapeflow-light'),
    async countTypeErrors() {
      const started = version;
      const scripts = [...models].filter(([path]) => path.endsWith('.ts')).map(([, model]) => model.uri);
      const count = await typeErrors(monaco, scripts);
      return started === version ? count : null;
    },
    dispose() {
      listeners.forEach((listener) => listener.dispose());
      editor.dispose();
      models.forEach((model) => model.dispose());
      models.clear();
      version++;
    },
  };
}

async function typeErrors({ typescript }: Monaco, uris: readonly Editor.ITextModel['uri'][]): Promise<number> {
  if (uris.length === 0) return 0;
  const worker = await (await typescript.getTypeScriptWorker())(...uris);
  let count = 0;
  for (const uri of uris.map(String)) {
    const found = await Promise.all([worker.getSyntacticDiagnostics(uri), worker.getSemanticDiagnostics(uri)]);
    count += found.flat().filter(({ category }) => category === ERROR_CATEGORY).length;
  }
  return count;
}

/** In code.module.css. */
const MARK_CLASS = 'code-of-selection';

/** ts.DiagnosticCategory.Error */
const ERROR_CATEGORY = 1;

const OPTIONS: Editor.IStandaloneEditorConstructionOptions = {
  readOnly: true,
  // Tab leaves the editor, as it does any other part of the page: there is nothing to indent.
  tabFocusMode: true,
  // A text area, which the page's shortcuts know to leave keys to.
  editContext: false,
  domReadOnly: true,
  automaticLayout: true,
  fixedOverflowWidgets: true,
  minimap: { enabled: false },
  scrollBeyondLastLine: false,
  lineNumbersMinChars: 3,
  fontSize: 12.5,
  fontFamily: 'var(--font-code)',
  renderLineHighlight: 'none',
  contextmenu: false,
  overviewRulerLanes: 0,
  stickyScroll: { enabled: false },
  bracketPairColorization: { enabled: false },
  unicodeHighlight: { ambiguousCharacters: false },
};

const LANGUAGES: Readonly<Record<string, string>> = { ts: 'typescript', json: 'json', md: 'markdown' };

function languageOf(path: string): string {
  return LANGUAGES[path.split('.').at(-1) ?? ''] ?? 'plaintext';
}
