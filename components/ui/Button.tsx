import type { ComponentPropsWithRef } from 'react';
import { Icon, type UiIconName } from '@/components/ui/Icon';
import styles from '@/components/ui/Button.module.css';

export interface ButtonProps extends ComponentPropsWithRef<'button'> {
  /** 'primary': the one thing to do here; 'danger': cannot be undone; 'quiet': no border until pointed at. */
  readonly look?: 'primary' | 'plain' | 'quiet' | 'danger';
  readonly icon?: UiIconName;
}

export function Button({ look = 'plain', icon, className, children, ...rest }: ButtonProps) {
  return (
    <button type="button" className={[styles.button, styles[look], className].filter(Boolean).join(' ')} {...rest}>
      {icon !== undefined && <Icon name={icon} />}
      {children}
    </button>
  );
}
