'use client';

import { useEffect, useState } from 'react';
import { useDesigner } from '@/components/state/designer-context';
import { Icon } from '@/components/ui/Icon';
import { useMessages } from '@/components/ui/use-messages';
import { uiMessages } from '@/lib/messages/ui';
import { readPicked } from '@/lib/platform/design-files';
import styles from '@/components/shell/FileDrop.module.css';

/** A design's file dropped anywhere on the page is opened. */
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
      const [file] = files;
      if (file === undefined || files.length > 1 || !/\.json$/i.test(file.name)) {
        notices.show('warning', 'text', { text: t.dropRefused });
        return;
      }
      readPicked(file, null).then(
        ({ text, name }) => opener.open(text, name),
        () => notices.show('error', 'file-failed', {}),
      );
    };
    window.addEventListener('dragover', onDrag);
    window.addEventListener('dragleave', onLeave);
    window.addEventListener('drop', onDrop);
    return () => {
      window.removeEventListener('dragover', onDrag);
      window.removeEventListener('dragleave', onLeave);
      window.removeEventListener('drop', onDrop);
    };
  }, [opener, notices, t]);

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
