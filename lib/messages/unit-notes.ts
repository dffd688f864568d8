import type { Localized } from '@/lib/core/locale';

export interface UnitNoteMessages {
  /** A unit's number and the name that a person gave it. */
  readonly unit: (unit: string, note: string) => string;
  readonly more: (count: string) => string;
  readonly title: string;
  readonly open: string;
}

/** The names that people have given to units, on the canvas and in the properties. Loaded with the first of them. */
export const unitNoteMessages: Localized<UnitNoteMessages> = {
  en: {
    unit: (unit, note) => `unit ${unit}: ${note}`,
    more: (count) => `+${count}`,
    title: 'Named units',
    open: 'Look inside at this unit',
  },
  vi: {
    unit: (unit, note) => `đơn vị ${unit}: ${note}`,
    more: (count) => `+${count}`,
    title: 'Các đơn vị đã đặt tên',
    open: 'Xem đơn vị này ở bên trong mạng',
  },
};
