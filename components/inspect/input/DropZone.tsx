'use client';

import { useState, type DragEvent, type ReactNode } from 'react';
import styles from '@/components/inspect/input/input.module.css';

interface DropZoneProps {
  readonly label: string;
  readonly isOffered: boolean;
  readonly onFile: (file: File) => void;
  readonly children: ReactNode;
}

/** Takes a file that is dropped on it, and keeps it from the page, which would take it for a design or for data. */
export function DropZone({ label, isOffered, onFile, children }: DropZoneProps) {
  const [isOver, setOver] = useState(false);
  const keep = (event: DragEvent): boolean => {
    if (!event.dataTransfer.types.includes('Files')) return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  };
  return (
    <section
      className={styles.column}
      aria-label={label}
      data-over={isOver && isOffered}
      onDragOver={(event) => keep(event) && setOver(true)}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        if (!keep(event)) return;
        setOver(false);
        const [file] = event.dataTransfer.files;
        if (file !== undefined && isOffered) onFile(file);
      }}
    >
      {children}
    </section>
  );
}
