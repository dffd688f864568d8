'use client';

import { useRef } from 'react';
import { Button } from '@/components/ui/Button';
import { useMessages } from '@/components/ui/use-messages';
import { inspectMessages } from '@/lib/messages/inspect';

/** Asks for a picture or a video. */
export function FileButton({ onFile }: { readonly onFile: (file: File) => void }) {
  const t = useMessages(inspectMessages).input;
  const chooser = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button icon="file" onClick={() => chooser.current?.click()}>
        {t.choose}
      </Button>
      <input
        ref={chooser}
        type="file"
        accept="image/*,video/*"
        hidden
        aria-label={t.choose}
        onChange={(event) => {
          const [chosen] = event.target.files ?? [];
          if (chosen !== undefined) onFile(chosen);
          event.target.value = '';
        }}
      />
    </>
  );
}
