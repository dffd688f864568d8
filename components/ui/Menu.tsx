'use client';

import { createContext, use, useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { Icon, type UiIconName } from '@/components/ui/Icon';
import styles from '@/components/ui/Menu.module.css';

/** What a button needs to open the menu. */
export interface MenuTrigger {
  readonly 'aria-haspopup': 'menu';
  readonly 'aria-expanded': boolean;
  readonly popoverTarget: string;
}

interface MenuProps {
  readonly label: string;
  readonly trigger: (props: MenuTrigger) => ReactNode;
  readonly align?: 'start' | 'end';
  readonly children: ReactNode;
}

const CloseMenu = createContext<() => void>(() => undefined);

/**
 * A button with a menu: arrow keys, Home, End and first letters move, Escape and a click elsewhere close it and focus
 * goes back to the button. The browser's popover does the closing and the layering.
 */
export function Menu({ label, trigger, align = 'start', children }: MenuProps) {
  const id = useId();
  const menu = useRef<HTMLDivElement>(null);
  const [isOpen, setOpen] = useState(false);

  useEffect(() => {
    if (isOpen) items(menu.current)[0]?.focus();
  }, [isOpen]);

  return (
    <span className={styles.anchor}>
      {trigger({ 'aria-haspopup': 'menu', 'aria-expanded': isOpen, popoverTarget: id })}
      <div
        ref={menu}
        id={id}
        popover="auto"
        role="menu"
        aria-label={label}
        className={styles.menu}
        onBeforeToggle={(event) => {
          if (event.newState === 'open') placeUnder(menu.current, align);
        }}
        onToggle={(event) => setOpen(event.newState === 'open')}
        onKeyDown={(event) => onKeyDown(event, menu.current)}
      >
        {isOpen && <CloseMenu value={() => menu.current?.hidePopover()}>{children}</CloseMenu>}
      </div>
    </span>
  );
}

interface MenuItemProps {
  readonly onSelect: () => void;
  readonly children: ReactNode;
  readonly icon?: UiIconName;
  /** Keys as people read them. */
  readonly keys?: string | undefined;
  readonly disabled?: boolean;
  /** One of several that exclude each other: shows which one is chosen. */
  readonly checked?: boolean;
  readonly lang?: string;
}

export function MenuItem({ onSelect, children, icon, keys, disabled = false, checked, lang }: MenuItemProps) {
  const close = use(CloseMenu);
  const choose = () => {
    if (disabled) return;
    close();
    onSelect();
  };
  return (
    <button
      type="button"
      role={checked === undefined ? 'menuitem' : 'menuitemradio'}
      aria-checked={checked}
      aria-disabled={disabled}
      tabIndex={-1}
      className={styles.item}
      lang={lang}
      onClick={choose}
    >
      <span className={styles.mark}>
        {checked === true ? <Icon name="check" /> : icon !== undefined && <Icon name={icon} />}
      </span>
      <span className={styles.text}>{children}</span>
      {keys !== undefined && <kbd className={styles.keys}>{keys}</kbd>}
    </button>
  );
}

export function MenuGroup({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  const id = useId();
  return (
    <div role="group" aria-labelledby={id} className={styles.group}>
      <div id={id} className={styles.heading}>
        {label}
      </div>
      {children}
    </div>
  );
}

function items(menu: HTMLElement | null): readonly HTMLElement[] {
  return [...(menu?.querySelectorAll<HTMLElement>('[role^="menuitem"]') ?? [])];
}

/** With less room under its button than this a menu opens above it, in pixels. */
const LEAST_HEIGHT = 160;

function placeUnder(menu: HTMLElement | null, align: 'start' | 'end'): void {
  const anchor = menu?.parentElement?.getBoundingClientRect();
  if (menu === null || anchor === undefined) return;
  const [above, below] = [anchor.top, window.innerHeight - anchor.bottom];
  const hangs = below >= LEAST_HEIGHT || below >= above;
  menu.style.top = hangs ? `${anchor.bottom + 4}px` : 'auto';
  menu.style.bottom = hangs ? 'auto' : `${window.innerHeight - anchor.top + 4}px`;
  menu.style.maxHeight = `${(hangs ? below : above) - 16}px`;
  menu.style.left = align === 'start' ? `${anchor.left}px` : 'auto';
  menu.style.right = align === 'end' ? `${document.documentElement.clientWidth - anchor.right}px` : 'auto';
}

function onKeyDown(event: KeyboardEvent, menu: HTMLElement | null): void {
  const all = items(menu);
  const at = all.findIndex((item) => item === document.activeElement);
  const next = nextItem(event, all, at);
  if (event.key === 'Tab') menu?.hidePopover();
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}

function nextItem({ key, ctrlKey, metaKey, altKey }: KeyboardEvent, all: readonly HTMLElement[], at: number) {
  if (key === 'ArrowDown') return all[(at + 1) % all.length];
  if (key === 'ArrowUp') return all[(at - 1 + all.length) % all.length];
  if (key === 'Home') return all[0];
  if (key === 'End') return all[all.length - 1];
  if (key.length !== 1 || key === ' ' || ctrlKey || metaKey || altKey) return undefined;
  const fromHere = [...all.slice(at + 1), ...all.slice(0, at + 1)];
  return fromHere.find((item) => item.textContent?.toLocaleLowerCase().startsWith(key.toLocaleLowerCase()));
}
