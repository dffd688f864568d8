'use client';

import { useEffect, useState } from 'react';
import { useDesigner } from '@/components/state/designer-context';
import { Icon } from '@/components/ui/Icon';
import { useMessages } from '@/components/ui/use-messages';
import { uiMessages } from '@/lib/messages/ui';
import { readPicked } from '@/lib/platform/design-files';
import styles from '@/components/shell/FileDrop.module.css';

/** A file dropped anywhere on the page is opened: a design, or a model with the files of its weights. */
export function FileDrop() {
  const { opener, notices } = useDesigner();
  const t = useMessages(uiMessages);
  const [isOver, setOver] = useState(false);

  useEffect(() => {
    const onDrag = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const onLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const onDrop = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      setOver(false);
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length === 0) return;
      readPicked(files, null)
        .then(opener.open)
        .catch(() => notices.show('error', 'file-failed', {}));
    };
    window.addEventListener('dragover', onDrag);
    window.addEventListener('dragleave', onLeave);
    window.addEventListener('drop', onDrop);
    return () => {
      window.removeEventListener('dragover', onDrag);
      window.removeEventListener('dragleave', onLeave);
      window.removeEventListener('drop', onDrop);
    };
  }, [opener, notices]);

  if (!isOver) return null;
  return (
    <div className={styles.cover}>
      <p>
        <Icon name="file" size={20} />
        {t.drop}
      </p>
    </div>
  );
}

function carriesFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes('Files') ?? false;
}
