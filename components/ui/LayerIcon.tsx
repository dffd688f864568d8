import { createElement } from 'react';
import type { IconName } from '@/lib/layers/icon-name';
import { ICON_SHAPES } from '@/lib/layers/icon-shapes';
import { Svg } from '@/components/ui/Svg';

/** A layer's picture in the colour of the text around it. */
export function LayerIcon({ name, size = 16 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <Svg size={size}>
      {ICON_SHAPES[name].map(([tag, attributes], key) => createElement(tag, { key, ...attributes }))}
    </Svg>
  );
}
