'use client';

import { useState } from 'react';
import { codeMessages } from '@/lib/messages/code';
import { CodeActions } from '@/components/code/CodeActions';
import { CodeEditorView } from '@/components/code/CodeEditorView';
import { DesignErrors } from '@/components/code/DesignErrors';
import { FileTabs } from '@/components/code/FileTabs';
import type { ProjectText } from '@/components/code/project-view';
import { useProjectView } from '@/components/code/use-project-view';
import { useMessages } from '@/components/ui/use-messages';
import styles from '@/components/code/code.module.css';

const FILE_PANEL = 'code-file';

/** The design as a TypeScript project, to read, copy and download. */
export function CodePanel() {
  const messages = useMessages(codeMessages);
  const { project, errors, isEmpty } = useProjectView();
  return (
    <div className={styles.panel}>
      {isEmpty ? (
        <p className={styles.empty}>{messages.empty}</p>
      ) : (
        <>
          {errors > 0 && <DesignErrors errors={errors} hasEarlier={project !== null} />}
          {project !== null && <ProjectFiles project={project} isOutdated={errors > 0} />}
        </>
      )}
    </div>
  );
}

function ProjectFiles({ project, isOutdated }: { readonly project: ProjectText; readonly isOutdated: boolean }) {
  const [wanted, setWanted] = useState(project.modelPath);
  const [first] = project.files;
  const file = project.files.find(({ path }) => path === wanted) ?? first;
  if (file === undefined) return null;
  return (
    <div className={styles.files}>
      <FileTabs files={project.files} shown={file.path} onShow={setWanted} panelId={FILE_PANEL} />
      <div className={styles.file} id={FILE_PANEL} role="tabpanel" aria-label={file.path}>
        <CodeEditorView project={project} shown={file.path} isOutdated={isOutdated}>
          <CodeActions file={file} />
        </CodeEditorView>
      </div>
    </div>
  );
}
