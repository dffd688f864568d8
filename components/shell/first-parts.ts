/** The parts of the first picture, in one file: fetched each by itself, what they share would arrive twice. */
export { Canvas } from '@/components/canvas/Canvas';
export { Inspector } from '@/components/inspector/Inspector';
export { Palette } from '@/components/palette/Palette';
