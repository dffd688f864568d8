import type { ComponentPropsWithRef } from 'react';
import { Icon, type UiIconName } from '@/components/ui/Icon';
import styles from '@/components/ui/IconButton.module.css';

export interface IconButtonProps extends Omit<ComponentPropsWithRef<'button'>, 'children' | 'aria-label'> {
  readonly icon: UiIconName;
  /** Its name, and the text of its tooltip. */
  readonly label: string;
  /** Keys as people read them, shown behind the label in the tooltip. */
  readonly keys?: string;
  /** Where the tooltip has room: 'end' lines its right edge up with the button's, 'start' its left one. */
  readonly tip?: 'below' | 'above' | 'below-end' | 'above-end' | 'below-start';
  readonly size?: number;
}

export function IconButton({ icon, label, keys, tip = 'below', size = 16, className, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      className={[styles.button, styles[tip], className].filter(Boolean).join(' ')}
      aria-label={label}
      data-tip={keys === undefined ? label : `${label}  ${keys}`}
      {...rest}
    >
      <Icon name={icon} size={size} />
    </button>
  );
}
