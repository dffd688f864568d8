'use client';

import { useEffect, useState } from 'react';
import { FileButton } from '@/components/inspect/input/FileButton';
import { FitTools } from '@/components/inspect/input/FitTools';
import { pictureValues, type Fitting } from '@/components/inspect/input/picture-values';
import { VideoInput } from '@/components/inspect/input/VideoInput';
import { useInspectActions } from '@/components/inspect/use-inspect';
import { readPictureFile } from '@/components/training/picture/read-picture';
import { useMessages } from '@/components/ui/use-messages';
import type { Shape } from '@/lib/core/tensor-type';
import type { Picture } from '@/lib/datasets/import/protocol';
import { inspectMessages } from '@/lib/messages/inspect';
import styles from '@/components/inspect/input/input.module.css';

interface FileInputProps {
  readonly file: File | null;
  readonly onFile: (file: File) => void;
  readonly shape: Shape;
}

/** A picture or a video from a file, which is only read. */
export function FileInput({ file, onFile, shape }: FileInputProps) {
  const t = useMessages(inspectMessages).input;
  const [how, setHow] = useState<Fitting>({ fit: 'cover', isInverted: false });
  const [fault, setFault] = useState<string | null>(null);
  const isVideo = file?.type.startsWith('video/') ?? false;
  return (
    <>
      <div className={styles.row}>
        <FileButton onFile={onFile} />
      </div>
      {fault === null && <p className={styles.note}>{file === null ? t.dropHere : file.name}</p>}
      {file !== null && isVideo && <VideoInput key={keyOf(file)} {...{ file, shape, how }} onFault={setFault} />}
      {file !== null && !isVideo && <PictureFile key={keyOf(file)} {...{ file, shape, how }} onFault={setFault} />}
      {file !== null && fault === null && <FitTools how={how} onChange={setHow} />}
      <p role="status" className={styles.fault}>
        {fault}
      </p>
    </>
  );
}

function keyOf({ name, size, lastModified }: File): string {
  return [name, size, lastModified].join(' ');
}

interface ReadFileProps {
  readonly file: File;
  readonly shape: Shape;
  readonly how: Fitting;
  readonly onFault: (fault: string | null) => void;
}

function PictureFile({ file, shape, how, onFault }: ReadFileProps) {
  const t = useMessages(inspectMessages).input;
  const { setInput } = useInspectActions();
  const [picture, setPicture] = useState<Picture | null>(null);
  useEffect(() => {
    let isOver = false;
    void readPictureFile(file).then((read) => {
      if (isOver) return;
      onFault(read === null ? t.unreadable(file.name) : null);
      if (read === null) setInput(null);
      setPicture(read);
    });
    return () => {
      isOver = true;
    };
  }, [file, onFault, setInput, t]);
  useEffect(() => {
    if (picture === null) return;
    setInput({ source: { kind: 'file', name: file.name }, values: pictureValues(shape, picture, how) });
  }, [picture, file, shape, how, setInput]);
  return null;
}
