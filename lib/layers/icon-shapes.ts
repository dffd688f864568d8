import type { IconName } from '@/lib/layers/icon-name';

/** An element of SVG and its attributes, called as React calls them. */
export type IconShape = readonly [tag: 'path' | 'rect' | 'circle', attributes: Readonly<Record<string, string>>];

/** What a layer does to a picture, in lines of 24 × 24 units: `currentColor` is the colour of what stands around it. */
export const ICON_SHAPES: Readonly<Record<IconName, readonly IconShape[]>> = {
  input: [
    ['rect', { x: '9', y: '4', width: '11', height: '16', rx: '2' }],
    ['path', { d: 'M3 12h9m-3-3 3 3-3 3' }],
  ],
  convolution: [
    ['rect', { x: '3', y: '3', width: '18', height: '18', rx: '2' }],
    ['path', { d: 'M3 9h12V3M9 3v12M3 15h12V9' }],
    ['path', { d: 'M18 18h.01', strokeWidth: '2.6' }],
  ],
  'pool-max': [
    ['rect', { x: '3', y: '3', width: '11', height: '11', rx: '2' }],
    ['rect', { x: '16', y: '16', width: '5', height: '5', rx: '1', fill: 'currentColor' }],
    ['path', { d: 'M3 8.5h11M8.5 3v11M15 15l-.01-.01' }],
  ],
  'pool-average': [
    ['rect', { x: '3', y: '3', width: '11', height: '11', rx: '2' }],
    ['rect', { x: '16', y: '16', width: '5', height: '5', rx: '1' }],
    ['path', { d: 'M3 8.5h11M8.5 3v11' }],
  ],
  'pool-global': [
    ['rect', { x: '3', y: '3', width: '18', height: '18', rx: '2' }],
    ['path', { d: 'M7 7l3 3m7-3-3 3m-7 7 3-3m7 3-3-3' }],
    ['path', { d: 'M12 12h.01', strokeWidth: '3.4' }],
  ],
  'pool-adaptive': [
    ['rect', { x: '3', y: '3', width: '18', height: '18', rx: '2' }],
    ['path', { d: 'M8 3v18m8-18v18M3 8h18M3 16h18', strokeDasharray: '2 1.5' }],
    ['path', { d: 'M12 12h.01', strokeWidth: '3.4' }],
  ],
  'convolution-1d': [
    ['rect', { x: '2', y: '9', width: '20', height: '6', rx: '1.5' }],
    ['path', { d: 'M7 9v6m5-6v6m5-6v6' }],
    ['path', { d: 'M2 6V4h15v2M9.5 19h.01', strokeWidth: '2' }],
  ],
  'convolution-transposed': [
    ['rect', { x: '3', y: '3', width: '6', height: '6', rx: '1' }],
    ['path', { d: 'M9 9l3 3' }],
    ['rect', { x: '10', y: '10', width: '11', height: '11', rx: '2' }],
    ['path', { d: 'M10 15.5h11M15.5 10v11' }],
  ],
  'convolution-depthwise': [
    ['rect', { x: '8', y: '8', width: '13', height: '13', rx: '2' }],
    ['path', { d: 'M5.5 18.5H5a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2h11.5a2 2 0 0 1 2 2v.5' }],
    ['path', { d: 'M8 13h5V8' }],
  ],
  'convolution-separable': [
    ['rect', { x: '3', y: '3', width: '10', height: '10', rx: '1.5' }],
    ['path', { d: 'M3 8h5V3M15 15l-2-2' }],
    ['path', { d: 'M18 11v10m-5-5h10M18 16h.01', strokeWidth: '2' }],
  ],
  'zero-padding': [
    ['rect', { x: '3', y: '3', width: '18', height: '18', rx: '2', strokeDasharray: '3 2.5' }],
    ['rect', { x: '8', y: '8', width: '8', height: '8', rx: '1', fill: 'currentColor', fillOpacity: '0.25' }],
  ],
  cropping: [['path', { d: 'M7 2v13a2 2 0 0 0 2 2h13M2 7h13a2 2 0 0 1 2 2v13' }]],
  'up-sampling': [
    ['rect', { x: '3', y: '15', width: '6', height: '6', rx: '1' }],
    ['rect', { x: '3', y: '3', width: '18', height: '18', rx: '2', strokeDasharray: '3 2.5' }],
    ['path', { d: 'M11 13l6-6m-4.5 0H17v4.5' }],
  ],
  flatten: [
    ['rect', { x: '7', y: '3', width: '10', height: '7', rx: '1.5' }],
    ['path', { d: 'M12 3v7M7 6.5h10' }],
    ['path', { d: 'M12 12v3' }],
    ['rect', { x: '2', y: '17', width: '20', height: '4', rx: '1.5' }],
    ['path', { d: 'M7 17v4m5-4v4m5-4v4' }],
  ],
  dense: [
    ['path', { d: 'M6.5 6 17.5 9M6.5 6l11 10M6.5 12l11-3M6.5 12l11 4M6.5 18l11-9M6.5 18l11-2', strokeWidth: '1.1' }],
    ['circle', { cx: '5', cy: '6', r: '2' }],
    ['circle', { cx: '5', cy: '12', r: '2' }],
    ['circle', { cx: '5', cy: '18', r: '2' }],
    ['circle', { cx: '19', cy: '9', r: '2' }],
    ['circle', { cx: '19', cy: '16', r: '2' }],
  ],
  dropout: [
    ['circle', { cx: '6', cy: '6', r: '2.5', fill: 'currentColor' }],
    ['circle', { cx: '18', cy: '6', r: '2.5', strokeDasharray: '2 2' }],
    ['circle', { cx: '6', cy: '18', r: '2.5', strokeDasharray: '2 2' }],
    ['circle', { cx: '18', cy: '18', r: '2.5', fill: 'currentColor' }],
    ['circle', { cx: '12', cy: '12', r: '2.5' }],
  ],
  normalize: [
    ['path', { d: 'M3 19h18M12 19V5' }],
    ['path', { d: 'M3 17c4 0 5.5-11 9-11s5 11 9 11' }],
  ],
  'normalize-layer': [
    ['path', { d: 'M4 3h5v5H4zM4 9.5h5v5H4zM4 16h5v5H4z', fill: 'currentColor', fillOpacity: '0.25' }],
    ['path', { d: 'M12 18h9M13 17c2 0 2.5-9 3.5-9s1.5 9 3.5 9' }],
  ],
  'normalize-group': [
    ['rect', { x: '4', y: '3', width: '5', height: '8', rx: '1', fill: 'currentColor', fillOpacity: '0.25' }],
    ['rect', { x: '4', y: '13', width: '5', height: '8', rx: '1' }],
    ['path', { d: 'M12 18h9M13 17c2 0 2.5-9 3.5-9s1.5 9 3.5 9' }],
  ],
  'normalize-response': [
    ['path', { d: 'M3 20h18M7 20v-5m5 5V5m5 15v-5', strokeWidth: '2.4' }],
    ['path', { d: 'M6 11l2-3m10 3-2-3' }],
  ],
  rescale: [['path', { d: 'M4 4v16M4 4h3M4 12h2M4 20h3M20 8v8M20 8h-3m3 8h-3M9.5 12H15m-2-2 2 2-2 2' }]],
  'dropout-channels': [
    ['rect', { x: '3', y: '4', width: '4.5', height: '16', rx: '1.2', fill: 'currentColor', fillOpacity: '0.25' }],
    ['rect', { x: '9.75', y: '4', width: '4.5', height: '16', rx: '1.2', strokeDasharray: '2 2' }],
    ['rect', { x: '16.5', y: '4', width: '4.5', height: '16', rx: '1.2', fill: 'currentColor', fillOpacity: '0.25' }],
  ],
  noise: [['path', { d: 'M3 12h2l1.5-5 2 9 2-12 2.5 15 2-10 1.5 6 1.5-3h3' }]],
  relu: [['path', { d: 'M3 17h9l8-12M3 21h18' }]],
  'leaky-relu': [['path', { d: 'M3 19.5 12 16l8-11M3 12h2m14 8h2' }]],
  relu6: [['path', { d: 'M3 18h6l6-11h6M3 3.5h4m3 0h4m3 0h4' }]],
  elu: [['path', { d: 'M3 18c6 0 8-1.5 9.5-5L20 4M3 21.5h2m4 0h2m4 0h2' }]],
  swish: [['path', { d: 'M2.5 13c3 0 4.5 5.5 7.5 5.5S15 12 20 4M2.5 12h19' }]],
  softplus: [['path', { d: 'M3 18.5c6 0 8.5-1.5 11-5L20 4M3 21h18' }]],
  'hard-sigmoid': [['path', { d: 'M3 19h5l8-14h5M12 3v18' }]],
  sigmoid: [['path', { d: 'M3 19c9 0 9-14 18-14M12 3v18' }]],
  tanh: [['path', { d: 'M3 20c10 0 8-16 18-16M3 12h18' }]],
  softmax: [['path', { d: 'M4 21v-4m4 4v-7m4 7V4m4 17v-9m4 9v-3', strokeWidth: '2.4' }]],
  add: [
    ['circle', { cx: '12', cy: '12', r: '8.5' }],
    ['path', { d: 'M12 8v8m-4-4h8' }],
  ],
  concatenate: [
    ['rect', { x: '4', y: '3', width: '16', height: '5', rx: '1.5' }],
    ['rect', { x: '4', y: '8', width: '16', height: '5', rx: '1.5', fill: 'currentColor', fillOpacity: '0.25' }],
    ['rect', { x: '4', y: '13', width: '16', height: '8', rx: '1.5' }],
  ],
  subtract: [
    ['circle', { cx: '12', cy: '12', r: '8.5' }],
    ['path', { d: 'M8 12h8' }],
  ],
  multiply: [
    ['circle', { cx: '12', cy: '12', r: '8.5' }],
    ['path', { d: 'm9 9 6 6m0-6-6 6' }],
  ],
  average: [
    ['circle', { cx: '12', cy: '12', r: '8.5' }],
    ['path', { d: 'M8 8v8m8-8v8M8 12h8' }],
  ],
  maximum: [
    ['circle', { cx: '12', cy: '12', r: '8.5' }],
    ['path', { d: 'm8 14 4-5 4 5' }],
  ],
  minimum: [
    ['circle', { cx: '12', cy: '12', r: '8.5' }],
    ['path', { d: 'm8 10 4 5 4-5' }],
  ],
  permute: [
    ['rect', { x: '3', y: '3', width: '8', height: '12', rx: '1.5' }],
    ['rect', { x: '11', y: '13', width: '10', height: '8', rx: '1.5' }],
    ['path', { d: 'M15 5h3a2 2 0 0 1 2 2v2m-2-2 2 2 2-2' }],
  ],
  reshape: [
    ['rect', { x: '3', y: '3', width: '8', height: '8', rx: '1.5' }],
    ['path', { d: 'M3 7h8M7 3v8' }],
    ['rect', { x: '5', y: '16', width: '16', height: '5', rx: '1.5' }],
    ['path', { d: 'M9 16v5m4-5v5m4-5v5M15 7h4v5m-2-2 2 2 2-2' }],
  ],
  'channel-slice': [
    ['rect', { x: '3', y: '4', width: '12', height: '4', rx: '1' }],
    ['rect', { x: '3', y: '10', width: '12', height: '4', rx: '1', fill: 'currentColor' }],
    ['rect', { x: '3', y: '16', width: '12', height: '4', rx: '1' }],
    ['path', { d: 'M17 12h4m-2-2 2 2-2 2' }],
  ],
  'channel-split': [
    ['rect', { x: '3', y: '5', width: '7', height: '14', rx: '1.5' }],
    ['path', { d: 'M3 12h7M12 9l3-3h6M12 15l3 3h6' }],
  ],
  'channel-shuffle': [['path', { d: 'M4 6h3l10 6h3M4 12h3l10 6h3M4 18h3L17 6h3' }]],
  embedding: [
    ['rect', { x: '9', y: '3', width: '12', height: '18', rx: '2' }],
    ['path', { d: 'M9 9h12M9 15h12M3 12h4m-2-2 2 2-2 2' }],
  ],
  recurrent: [
    ['rect', { x: '7', y: '12', width: '10', height: '8', rx: '2' }],
    ['path', { d: 'M2 16h5m10 0h5M17 12c5-3 3-9-5-9S2 9 7 12m0 0H4m3 0V9' }],
  ],
  attention: [
    ['circle', { cx: '5', cy: '6', r: '2' }],
    ['circle', { cx: '12', cy: '6', r: '2' }],
    ['circle', { cx: '19', cy: '6', r: '2' }],
    ['circle', { cx: '12', cy: '19', r: '2', fill: 'currentColor' }],
    ['path', { d: 'M6 8l5 9M12 8v9M18 8l-5 9' }],
  ],
  position: [
    ['path', { d: 'M3 20h18M6 20v-3m4 3v-6m4 6v-9m4 9V8' }],
    ['path', { d: 'M3 6h6M6 3v6' }],
  ],
  unknown: [
    ['rect', { x: '3', y: '3', width: '18', height: '18', rx: '3', strokeDasharray: '3 2.5' }],
    ['path', { d: 'M9.5 9.5a2.5 2.5 0 1 1 3.6 2.3c-.8.4-1.1.9-1.1 1.7M12 17h.01' }],
  ],
};
