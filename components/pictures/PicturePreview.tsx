import { useMessages } from '@/components/ui/use-messages';
import { pictureDialogMessages } from '@/lib/messages/picture-dialog';
import type { Ground } from '@/lib/pictures/picture';
import type { PictureTheme } from '@/lib/pictures/palette';
import type { ShownPicture } from '@/components/pictures/use-picture';
import styles from '@/components/pictures/pictures.module.css';

interface PicturePreviewProps {
  readonly picture: ShownPicture | null;
  readonly state: 'drawing' | 'drawn' | 'failed';
  readonly name: string;
  readonly ground: Ground;
  readonly theme: PictureTheme;
}

/** As large as there is room for; what the picture leaves open is checked, in the tone it is meant for. */
export function PicturePreview({ picture, state, name, ground, theme }: PicturePreviewProps) {
  const t = useMessages(pictureDialogMessages);
  return (
    <div className={styles.preview} data-ground={ground} data-tone={theme} aria-busy={state === 'drawing'}>
      {state === 'failed' ? (
        <p role="alert">{t.failed}</p>
      ) : picture === null ? (
        <p>{t.drawing}</p>
      ) : (
        // A picture made on this page: there is nothing to fetch or to scale beforehand.
        // eslint-disable-next-line @next/next/no-img-element
        <img src={picture.url} width={picture.width} height={picture.height} alt={t.preview(name)} />
      )}
    </div>
  );
}
