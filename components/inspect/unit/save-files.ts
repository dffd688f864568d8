import { useDesigner } from '@/components/state/designer-context';
import { putPixels } from '@/components/inspect/put-pixels';
import { fileNameOf } from '@/lib/core/file-name';
import type { Shape } from '@/lib/core/tensor-type';
import { writeNpy } from '@/lib/inspect/npy';
import type { ColourTheme } from '@/lib/inspect/colours';
import type { Pixels } from '@/lib/inspect/paint-grid';
import { insidePicture, type InsidePart } from '@/lib/pictures/inside-picture';
import { downloadFile } from '@/lib/platform/download';
import { svgToPng } from '@/lib/platform/svg-to-png';

interface Sheet {
  readonly title: string;
  readonly parts: readonly InsidePart[];
  readonly lines: readonly string[];
}

export interface SaveFiles {
  /** Numbers as NumPy reads them. */
  readonly array: (name: string, tensor: { readonly shape: Shape; readonly values: Float32Array }) => void;
  readonly picture: (name: string, format: 'png' | 'svg', sheet: Sheet) => void;
}

/** Of everything that is saved, whatever the page's own: pictures go on slides and on paper. */
export const FIGURE_THEME: ColourTheme = 'light';

/** Hands files to the browser's downloads and says so. `name`: without its ending. */
export function useSaveFiles(): SaveFiles {
  const { notices } = useDesigner();
  const save = (name: string, content: Blob) => {
    downloadFile(document, name, content);
    notices.show('success', 'file-saved', { name });
  };
  return {
    array: (name, tensor) => save(`${fileNameOf(name)}.npy`, new Blob([writeNpy(tensor)])),
    picture(name, format, sheet) {
      const picture = insidePicture(sheet, { theme: FIGURE_THEME, ground: 'solid' });
      const file = `${fileNameOf(name)}.${format}`;
      if (format === 'svg') return save(file, new Blob([picture.svg], { type: 'image/svg+xml' }));
      svgToPng(document, picture).then(
        (png) => save(file, png),
        () => notices.show('error', 'file-failed', {}),
      );
    },
  };
}

/** As a PNG in a data address. */
export function hrefOf(pixels: Pixels): string {
  const canvas = document.createElement('canvas');
  putPixels(canvas, pixels);
  return canvas.toDataURL('image/png');
}
