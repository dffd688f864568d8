import type { Picture } from '@/lib/datasets/import/protocol';

export type CameraProblem = 'refused' | 'absent' | 'busy' | 'insecure' | 'ended' | 'other';

export type CameraOutcome =
  { readonly ok: true; readonly stream: MediaStream } | { readonly ok: false; readonly problem: CameraProblem };

/** Enough for any size that pictures are kept in here, and not too much to hold hundreds of. */
const WIDTH = 640;
const HEIGHT = 480;

export async function openCamera(device: string | null): Promise<CameraOutcome> {
  // Absent outside secure contexts.
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  if (devices === undefined) return { ok: false, problem: 'insecure' };
  const video = {
    width: { ideal: WIDTH },
    height: { ideal: HEIGHT },
    ...(device === null ? {} : { deviceId: { exact: device } }),
  };
  try {
    return { ok: true, stream: await devices.getUserMedia({ video, audio: false }) };
  } catch (error) {
    return { ok: false, problem: problemOf(error) };
  }
}

/** The light of the camera goes off with the last track. */
export function closeCamera(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}

/** Cameras by their names, which are told only once one was allowed. */
export async function listCameras(): Promise<readonly MediaDeviceInfo[]> {
  const devices = await navigator.mediaDevices.enumerateDevices();
  return devices.filter(({ kind, deviceId }) => kind === 'videoinput' && deviceId !== '');
}

/** Names of the errors: W3C, "Media Capture and Streams", getUserMedia. */
function problemOf(error: unknown): CameraProblem {
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'refused';
  if (name === 'NotFoundError' || name === 'OverconstrainedError') return 'absent';
  return name === 'NotReadableError' || name === 'AbortError' ? 'busy' : 'other';
}

/** Longest side of a picture that is taken: hundreds of them stay in memory until they are kept. */
const MOST_SIDE = 256;

/** The middle square of what the camera sees at this moment, not mirrored; null before the first frame. */
export function takePicture(video: HTMLVideoElement, canvas: HTMLCanvasElement): Picture | null {
  const { videoWidth, videoHeight } = video;
  const side = Math.min(videoWidth, videoHeight);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (side === 0 || context === null) return null;
  canvas.width = canvas.height = Math.min(side, MOST_SIDE);
  const { width, height } = canvas;
  context.drawImage(video, (videoWidth - side) / 2, (videoHeight - side) / 2, side, side, 0, 0, width, height);
  return { width, height, data: context.getImageData(0, 0, width, height).data };
}

/**
 * Plays the camera in `video` until what it gives is called. By its own `autoplay` a silent video is stopped by the browser
 * when it is out of sight: the picture taken from it would stand still.
 */
export function playCamera(video: HTMLVideoElement, stream: MediaStream): () => void {
  // Refused only where the page is on its way out, or another stream has taken its place.
  const play = () => void video.play().catch(() => undefined);
  video.srcObject = stream;
  video.addEventListener('pause', play);
  play();
  return () => {
    video.removeEventListener('pause', play);
    video.srcObject = null;
  };
}
