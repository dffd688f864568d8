import { serve } from './listen.mjs';
import { parsePort } from './port.mjs';

/** Serves on PORT or 3000, or on the next free port unless `exact`, and says where. */
export async function serveForPeople(folder, { exact = false } = {}) {
  const { url } = await serve(folder, {
    port: parsePort(process.env.PORT, 3000),
    onTaken: (taken) => {
      if (exact) throw new Error(`Port ${taken} is taken by another program.`);
      console.log(`Port ${taken} is taken by another program; trying the next one.`);
    },
  });
  console.log(`\n  Shapeflow is running at ${url}\n\n  Press Ctrl+C to stop.\n`);
}
