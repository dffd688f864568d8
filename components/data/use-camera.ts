import { useCallback, useEffect, useRef, useState } from 'react';
import { closeCamera, listCameras, openCamera, type CameraProblem } from '@/components/data/camera';

export type CameraState = 'off' | 'starting' | 'live' | CameraProblem;

export interface Camera {
  readonly state: CameraState;
  /** To be shown while it is live. */
  readonly stream: MediaStream | null;
  readonly devices: readonly MediaDeviceInfo[];
  readonly device: string | null;
  /** With this camera; null: whichever the browser prefers. */
  start(device: string | null): void;
  stop(): void;
}

/** A camera that is on for as long as it is wanted, and off with its light when this is no longer on the page. */
export function useCamera(): Camera {
  const open = useRef<MediaStream | null>(null);
  const turn = useRef(0);
  const [state, setState] = useState<CameraState>('off');
  const [stream, setStream] = useState<MediaStream | null>(null);
  const [devices, setDevices] = useState<readonly MediaDeviceInfo[]>([]);
  const [device, setDevice] = useState<string | null>(null);

  const close = useCallback(() => {
    turn.current += 1;
    if (open.current !== null) closeCamera(open.current);
    open.current = null;
    setStream(null);
  }, []);

  const start = useCallback(
    async (wanted: string | null) => {
      close();
      const mine = turn.current;
      setState('starting');
      const opened = await openCamera(wanted);
      // Given up, or asked for another one, while the person was deciding.
      if (mine !== turn.current) return opened.ok ? closeCamera(opened.stream) : undefined;
      if (!opened.ok) return setState(opened.problem);
      const [track] = opened.stream.getVideoTracks();
      open.current = opened.stream;
      track?.addEventListener('ended', () => {
        if (open.current !== opened.stream) return;
        close();
        setState('ended');
      });
      setStream(opened.stream);
      setDevice(track?.getSettings().deviceId ?? null);
      setState('live');
      setDevices(await listCameras());
    },
    [close],
  );

  useEffect(() => close, [close]);

  const stop = useCallback(() => {
    close();
    setState('off');
  }, [close]);

  return { state, stream, devices, device, start: (wanted) => void start(wanted), stop };
}
