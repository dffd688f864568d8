// npm run bench -- analysis [--json]: from a parameter's edit to the new diagnostics, for VGG-16, 1,000 and 10,000 layers, and
// beside it what tfjs takes to build the same graph (median of each, in one run). The processor's time stands beside the
// clock's: on a busy machine the clock also counts what others do.
import { pathToFileURL } from 'node:url';
import { bundleForNode } from '../../scripts/lib/bundle.mjs';

const { measure } = await import(
  pathToFileURL(await bundleForNode('bench/analysis/measure.ts', 'bench-analysis')).href
);

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const quantile = (values, share) => [...values].sort((a, b) => a - b)[Math.floor(values.length * share)];

console.warn = () => undefined;
const results = await measure({ edits: 60, builds: 3 });
if (process.argv.includes('--json')) console.log(JSON.stringify(results));
else {
  for (const { name, layers, aim, edits, cpu, builds } of results) {
    const own = median(edits);
    const ratio =
      builds.length === 0
        ? ''
        : `; tfjs builds it in ${median(builds).toFixed(0)} ms, ${(median(builds) / own).toFixed(0)}×`;
    console.log(
      `${name} (${layers} layers): ${own.toFixed(2)} ms, 95 % within ${quantile(edits, 0.95).toFixed(2)} ms, processor ${median(cpu).toFixed(2)} ms (aim ${aim} ms)${ratio}`,
    );
    if (own > aim) process.exitCode = 1;
  }
}
