/**
 * Stands in for the package d3-interpolate (see next.config.js), of which React Flow and d3-zoom call two functions,
 * both on views; the package would bring colours and CSS transforms along.
 */
export { viewPath as interpolate, viewPath as interpolateZoom } from '@/components/canvas/zoom/view-path';
