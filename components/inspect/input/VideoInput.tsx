'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { pictureValues, type Fitting } from '@/components/inspect/input/picture-values';
import { useFrames } from '@/components/inspect/input/use-frames';
import { VideoControls } from '@/components/inspect/input/VideoControls';
import { frameLength, withLength } from '@/components/inspect/input/video-time';
import { useInspect, useInspectActions } from '@/components/inspect/use-inspect';
import { useMessages } from '@/components/ui/use-messages';
import type { Shape } from '@/lib/core/tensor-type';
import type { Picture } from '@/lib/datasets/import/protocol';
import { inspectMessages } from '@/lib/messages/inspect';
import styles from '@/components/inspect/input/input.module.css';

interface VideoInputProps {
  readonly file: File;
  readonly shape: Shape;
  readonly how: Fitting;
  readonly onFault: (fault: string | null) => void;
}

/** A video: to be frozen is to stand still, wherever that is asked for. */
export function VideoInput({ file, shape, how, onFault }: VideoInputProps) {
  const t = useMessages(inspectMessages).input;
  const { stepInput, setFrozen, setInput } = useInspectActions();
  const isFrozen = useInspect((state) => state.isFrozen);
  const video = useRef<HTMLVideoElement>(null);
  const [isReady, setReady] = useState(false);
  const [end, setEnd] = useState(0);
  const [frame, setFrame] = useState<{ readonly at: number; readonly lengths: readonly number[] }>({
    at: 0,
    lengths: [],
  });
  useEffect(() => {
    const element = video.current;
    if (element === null) return undefined;
    const address = URL.createObjectURL(file);
    element.src = address;
    setFrozen(false);
    onFault(null);
    return () => URL.revokeObjectURL(address);
  }, [file, onFault, setFrozen]);
  useEffect(() => {
    if (!isReady) return;
    if (isFrozen) video.current?.pause();
    // Refused only where the page is on its way out.
    else void video.current?.play().catch(() => undefined);
  }, [isReady, isFrozen]);
  const onFrame = useCallback(
    (picture: Picture, at: number) => {
      setFrame((before) => ({ at, lengths: withLength(before.lengths, before.at, at) }));
      stepInput({ source: { kind: 'file', name: file.name }, values: pictureValues(shape, picture, how) });
    },
    [stepInput, file, shape, how],
  );
  useFrames(video, isReady, onFrame);
  const seek = (seconds: number): void => {
    if (video.current !== null) video.current.currentTime = seconds;
  };
  const go = (seconds: number, begins: number): void => {
    seek(seconds);
    setFrame(({ lengths }) => ({ at: begins, lengths }));
  };
  return (
    <>
      <video
        ref={video}
        className={styles.video}
        data-mirrored="false"
        aria-label={t.video}
        loop
        muted
        playsInline
        preload="auto"
        onLoadedMetadata={({ currentTarget: { duration } }) => {
          // Recorders leave the length out: going to the end finds it.
          if (Number.isFinite(duration)) setReady(true);
          else seek(Number.MAX_SAFE_INTEGER);
        }}
        onDurationChange={({ currentTarget: { duration } }) => {
          if (!Number.isFinite(duration)) return;
          setEnd(duration);
          if (isReady) return;
          seek(0);
          setReady(true);
        }}
        onError={() => {
          onFault(t.noVideo(file.name));
          setInput(null);
        }}
      />
      <VideoControls at={frame.at} length={frameLength(frame.lengths)} end={end} go={go} />
    </>
  );
}
