/** @type {import('next').NextConfig} */
module.exports = {
  output: 'export',
  reactStrictMode: true,
  poweredByHeader: false,
  images: { unoptimized: true },
  // `npm test` type-checks the whole tree, tests included; doing it again here would only make `npm start` wait.
  typescript: { ignoreBuildErrors: true },
  // A named build (SHAPEFLOW_BUILD) runs in a copy of the sources two folders down; packages are still the root's.
  turbopack: { root: process.env.SHAPEFLOW_ROOT ?? __dirname },
};
