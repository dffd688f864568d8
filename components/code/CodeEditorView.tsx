import { useEffect, useRef, useState, type ReactNode } from 'react';
import { codeMessages } from '@/lib/messages/code';
import { useTheme } from '@/components/charts/use-theme';
import { createCodeEditor, type CodeEditor, type Lines } from '@/components/code/code-editor';
import { loadMonaco } from '@/components/code/monaco';
import { nodeAtLine, type ProjectText } from '@/components/code/project-view';
import { TypeStatus, type TypeCheck } from '@/components/code/TypeStatus';
import { useWorkspace, useWorkspaceActions } from '@/components/state/use-workspace';
import { useMessages } from '@/components/ui/use-messages';
import styles from '@/components/code/code.module.css';

interface CodeEditorViewProps {
  readonly project: ProjectText;
  readonly shown: string;
  readonly isOutdated: boolean;
  /** Stands at the end of the status line. */
  readonly children: ReactNode;
}

type Loading = { readonly kind: 'loading' | 'failed' } | { readonly kind: 'ready'; readonly editor: CodeEditor };

/** One file in Monaco, with the selected layers' lines marked; as plain text when Monaco cannot be loaded. */
export function CodeEditorView({ project, shown, isOutdated, children }: CodeEditorViewProps) {
  const messages = useMessages(codeMessages);
  const container = useRef<HTMLDivElement>(null);
  const selectLine = useLineSelection(project, shown);
  const loading = useCodeEditor(container, selectLine);
  const editor = loading.kind === 'ready' ? loading.editor : null;
  const check = useEditorContent(editor, project, shown);
  const text = project.files.find(({ path }) => path === shown)?.text;
  return (
    <>
      <div className={styles.status}>
        <TypeStatus check={loading.kind === 'failed' ? 'failed' : check} />
        <span className={styles.note}>{loading.kind === 'failed' ? messages.plainText : messages.readOnly}</span>
        {children}
      </div>
      <div className={styles.code} data-outdated={isOutdated || undefined}>
        {loading.kind === 'loading' && <p className={styles.loading}>{messages.loading}</p>}
        {loading.kind === 'failed' && (
          <pre className={styles.plain} tabIndex={0} aria-label={shown}>
            {text}
          </pre>
        )}
        <div ref={container} className={styles.editor} hidden={loading.kind === 'failed'} />
      </div>
    </>
  );
}

/** Selects the layer of a line, unless it is selected already. */
function useLineSelection(project: ProjectText, shown: string): (line: number) => void {
  const { select } = useWorkspaceActions();
  const selected = useWorkspace(({ selection }) => selection.nodes);
  return (line) => {
    if (shown !== project.modelPath) return;
    const node = nodeAtLine(project, line);
    if (node === null || (selected.length === 1 && selected[0] === node)) return;
    select({ nodes: [node], edges: [] });
  };
}

function useCodeEditor(container: React.RefObject<HTMLDivElement | null>, onLine: (line: number) => void): Loading {
  const messages = useMessages(codeMessages);
  const [loading, setLoading] = useState<Loading>({ kind: 'loading' });
  const latest = useRef(onLine);
  useEffect(() => {
    latest.current = onLine;
  });
  useEffect(() => {
    let editor: CodeEditor | null = null;
    let isGone = false;
    const start = async () => {
      const monaco = await loadMonaco();
      if (isGone || container.current === null) return;
      editor = createCodeEditor({
        monaco,
        container: container.current,
        readOnlyMessage: messages.readOnly,
        onLine: (line) => latest.current(line),
      });
      setLoading({ kind: 'ready', editor });
    };
    start().catch(() => !isGone && setLoading({ kind: 'failed' }));
    return () => {
      isGone = true;
      editor?.dispose();
    };
  }, [container, messages]);
  return loading;
}

/** Keeps the editor in step with the project, the shown file, the selection and the theme; tells what the types are like. */
function useEditorContent(editor: CodeEditor | null, project: ProjectText, shown: string): TypeCheck {
  const messages = useMessages(codeMessages);
  const isDark = useTheme() === 'dark';
  const selected = useWorkspace(({ selection }) => selection.nodes);
  const [check, setCheck] = useState<TypeCheck>('checking');

  useEffect(() => editor?.setDark(isDark), [editor, isDark]);

  useEffect(() => {
    if (editor === null) return;
    let isGone = false;
    editor.setFiles(project.files);
    editor.countTypeErrors().then(
      (count) => !isGone && count !== null && setCheck(count),
      () => !isGone && setCheck('failed'),
    );
    return () => {
      isGone = true;
      setCheck('checking');
    };
  }, [editor, project.files]);

  useEffect(() => {
    if (editor === null) return;
    editor.show(shown, messages.editor(shown));
    editor.mark(shown === project.modelPath ? linesOf(project, selected) : []);
  }, [editor, project, shown, selected, messages]);

  return check;
}

function linesOf({ spans }: ProjectText, nodes: readonly string[]): readonly Lines[] {
  return spans.filter(({ node }) => nodes.includes(node));
}
