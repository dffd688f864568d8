import type { Family } from '@/lib/layers/definition';

export const PICTURE_THEMES = ['light', 'dark'] as const;
export type PictureTheme = (typeof PICTURE_THEMES)[number];

/** The colours of theme.css that pictures are drawn with: a file has no style sheet to take them from. */
export interface Palette {
  readonly canvas: string;
  readonly surface: string;
  readonly surface2: string;
  readonly border: string;
  readonly borderStrong: string;
  readonly text: string;
  readonly text2: string;
  readonly danger: string;
  readonly warning: string;
  readonly families: Readonly<Record<Family, FamilyColours>>;
}

export interface FamilyColours {
  /** Of lines and letters. */
  readonly strong: string;
  /** Of a ground on which they read. */
  readonly soft: string;
}

/** Fonts that a system has: a picture in a file fetches none. */
export const TEXT_FONT = "Inter, 'Segoe UI', 'Helvetica Neue', Arial, 'DejaVu Sans', sans-serif";
export const CODE_FONT = "ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', monospace";

export const PALETTES: Readonly<Record<PictureTheme, Palette>> = {
  light: {
    canvas: '#f4f5f8',
    surface: '#ffffff',
    surface2: '#f3f4f7',
    border: '#dfe2e9',
    borderStrong: '#858d9b',
    text: '#1a1e26',
    text2: '#535b69',
    danger: '#b3261e',
    warning: '#855000',
    families: {
      input: { strong: '#465366', soft: '#eaeef3' },
      convolution: { strong: '#1b5cbe', soft: '#e5effd' },
      pooling: { strong: '#0a6b66', soft: '#def4f1' },
      activation: { strong: '#a2450b', soft: '#fdede1' },
      dense: { strong: '#693bc0', soft: '#efe9fc' },
      normalization: { strong: '#2e691e', soft: '#e6f4e1' },
      regularization: { strong: '#a9235d', soft: '#fde8f0' },
      merge: { strong: '#785400', soft: '#faf0d4' },
      shape: { strong: '#4c5a14', soft: '#eff4d9' },
      sequence: { strong: '#0a5f7d', soft: '#def1f8' },
    },
  },
  dark: {
    canvas: '#101217',
    surface: '#181b21',
    surface2: '#20242c',
    border: '#2f353f',
    borderStrong: '#747d8c',
    text: '#e8eaef',
    text2: '#a9b1be',
    danger: '#ff938a',
    warning: '#f1b75f',
    families: {
      input: { strong: '#adb8c8', soft: '#272d37' },
      convolution: { strong: '#85b5ff', soft: '#1c2b43' },
      pooling: { strong: '#60d1c7', soft: '#163130' },
      activation: { strong: '#ffaf78', soft: '#3a2719' },
      dense: { strong: '#c2a8ff', soft: '#2c2443' },
      normalization: { strong: '#97d783', soft: '#21331c' },
      regularization: { strong: '#ff99c2', soft: '#3c1e2c' },
      merge: { strong: '#e9c563', soft: '#342b13' },
      shape: { strong: '#c5d885', soft: '#2a3117' },
      sequence: { strong: '#79cdef', soft: '#14303b' },
    },
  },
};
