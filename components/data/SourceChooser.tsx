'use client';

import { Button } from '@/components/ui/Button';
import { Icon } from '@/components/ui/Icon';
import { useMessages } from '@/components/ui/use-messages';
import { datasetMessages } from '@/lib/messages/datasets';
import { pickDataFiles, type PathFile } from '@/lib/platform/data-files';
import styles from '@/components/data/data.module.css';

interface SourceChooserProps {
  readonly onFiles: (files: readonly PathFile[]) => void;
  readonly onCamera: (isWanted: true) => void;
}

/** Where data of one's own comes from; files dropped here are seen by the whole page. */
export function SourceChooser({ onFiles, onCamera }: SourceChooserProps) {
  const t = useMessages(datasetMessages);
  const pick = async (what: 'files' | 'folder') => {
    const files = await pickDataFiles(document, what);
    if (files !== null) onFiles(files);
  };
  return (
    <section className={styles.source} aria-label={t.source.title}>
      <h3>{t.source.title}</h3>
      <p className={styles.drop}>
        <Icon name="download" size={18} />
        {t.source.drop}
      </p>
      <div className={styles.row}>
        <Button icon="file" onClick={() => void pick('files')} data-autofocus>
          {t.source.files}
        </Button>
        <Button icon="folder" onClick={() => void pick('folder')}>
          {t.source.folder}
        </Button>
        <Button icon="eye" onClick={() => onCamera(true)}>
          {t.source.camera}
        </Button>
      </div>
      <p className={styles.hint}>
        <Icon name="lock" size={12} /> {t.privacy}
      </p>
      <details>
        <summary>{t.source.accepted}</summary>
        <ul className={styles.kinds}>
          {t.source.kinds.map((kind) => (
            <li key={kind}>{kind}</li>
          ))}
        </ul>
      </details>
    </section>
  );
}
