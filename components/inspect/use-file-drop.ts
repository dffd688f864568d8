import { useState, type DragEvent, type HTMLAttributes } from 'react';
import { setInspectView } from '@/components/inspect/view-state';

type DropProps = Pick<HTMLAttributes<HTMLElement>, 'onDragOver' | 'onDragLeave' | 'onDrop'>;

/** Takes a file that is dropped on an element as input, and keeps it from the page, which would take it for a design or data. */
export function useFileDrop(): readonly [isOver: boolean, props: DropProps] {
  const [isOver, setOver] = useState(false);
  const keep = (event: DragEvent): boolean => {
    if (!event.dataTransfer.types.includes('Files')) return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  };
  const props: DropProps = {
    onDragOver: (event) => {
      if (keep(event)) setOver(true);
    },
    onDragLeave: () => setOver(false),
    onDrop: (event) => {
      if (!keep(event)) return;
      setOver(false);
      const [file] = event.dataTransfer.files;
      if (file !== undefined) setInspectView({ file, inputKind: 'file' });
    },
  };
  return [isOver, props];
}
