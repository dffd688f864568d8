/** @type {import('next').NextConfig} */
module.exports = {
  output: 'export',
  reactStrictMode: true,
  poweredByHeader: false,
  images: { unoptimized: true },
  // `npm test` type-checks the whole tree, tests included; doing it again here would only make `npm start` wait.
  typescript: { ignoreBuildErrors: true },
  // A named build (SHAPEFLOW_BUILD) runs in a copy of the sources two folders down; packages are still the root's.
  turbopack: {
    root: process.env.SHAPEFLOW_ROOT ?? __dirname,
    // The few functions that React Flow needs of two packages, for about 9 KB less to load (docs/decisions).
    resolveAlias: {
      'd3-interpolate': './components/canvas/zoom/d3-interpolate.ts',
      'd3-transition': './components/canvas/zoom/d3-transition.ts',
    },
  },
};
