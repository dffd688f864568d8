'use client';

import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { CameraView } from '@/components/data/CameraView';
import { datasetLibrary } from '@/components/data/dataset-library';
import { DatasetList } from '@/components/data/DatasetList';
import { FailureNotice } from '@/components/data/FailureNotice';
import { ImportView } from '@/components/data/ImportView';
import { importSession } from '@/components/data/import-session';
import { LookingView } from '@/components/data/LookingView';
import { SourceChooser } from '@/components/data/SourceChooser';
import { useDesigner } from '@/components/state/designer-context';
import { Dialog } from '@/components/ui/Dialog';
import { useMessages } from '@/components/ui/use-messages';
import { datasetMessages } from '@/lib/messages/datasets';
import type { PathFile } from '@/lib/platform/data-files';
import styles from '@/components/data/data.module.css';

interface DatasetsDialogProps {
  /** To be made a data set; none: the list is shown. */
  readonly files: readonly PathFile[];
  readonly onClose: () => void;
}

/** The data sets there are, and the way to more: from files, from a folder, from the camera. */
export function DatasetsDialog({ files, onClose }: DatasetsDialogProps) {
  const t = useMessages(datasetMessages);
  const designer = useDesigner();
  const library = datasetLibrary(designer);
  const session = importSession(designer);
  const { phase, failure } = useStore(session.store);
  const [hasCamera, setCamera] = useState(false);

  useEffect(() => void library.load().then(library.measure), [library]);
  useEffect(() => {
    if (files.length > 0) session.look({ kind: 'files', files });
  }, [files, session]);

  const isList = phase === 'idle' && !hasCamera;
  return (
    <Dialog title={t.title} width="full" onClose={onClose}>
      <div className={styles.dialog}>
        {isList && (
          <>
            {failure !== null && <FailureNotice failure={failure} />}
            <SourceChooser onFiles={(chosen) => session.look({ kind: 'files', files: chosen })} onCamera={setCamera} />
            <DatasetList />
          </>
        )}
        {phase === 'idle' && hasCamera && (
          <CameraView
            onBack={() => setCamera(false)}
            onTaken={(source) => {
              setCamera(false);
              session.look(source);
            }}
          />
        )}
        {phase === 'looking' && <LookingView session={session} />}
        {(phase === 'choosing' || phase === 'building' || phase === 'done') && <ImportView session={session} />}
      </div>
    </Dialog>
  );
}
