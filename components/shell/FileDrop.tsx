'use client';

import { useEffect, useState } from 'react';
import { useDesigner } from '@/components/state/designer-context';
import { Icon } from '@/components/ui/Icon';
import { useMessages } from '@/components/ui/use-messages';
import { uiMessages } from '@/lib/messages/ui';
import styles from '@/components/shell/FileDrop.module.css';

/** Files dropped anywhere on the page are opened: a design, a model with the files of its weights, or data to learn from. */
export function FileDrop() {
  const designer = useDesigner();
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
      // Within the event: the browser takes both away after it.
      const files = [...(event.dataTransfer?.files ?? [])];
      const items = [...(event.dataTransfer?.items ?? [])];
      const entries = items.flatMap((item) => item.webkitGetAsEntry() ?? []);
      if (files.length === 0) return;
      import('@/components/data/open-dropped')
        .then(({ openDropped }) => openDropped(designer, { entries, files }))
        .catch(() => designer.notices.show('error', 'file-failed', {}));
    };
    // Parts that take files themselves keep them from the page: it has nothing to say there.
    const onKept = ({ target }: DragEvent) => {
      if (target instanceof Element && target.closest('[data-takes-files]') !== null) setOver(false);
    };
    window.addEventListener('dragover', onDrag);
    window.addEventListener('dragover', onKept, true);
    window.addEventListener('drop', onKept, true);
    window.addEventListener('dragleave', onLeave);
    window.addEventListener('drop', onDrop);
    return () => {
      window.removeEventListener('dragover', onDrag);
      window.removeEventListener('dragover', onKept, true);
      window.removeEventListener('drop', onKept, true);
      window.removeEventListener('dragleave', onLeave);
      window.removeEventListener('drop', onDrop);
    };
  }, [designer]);

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
