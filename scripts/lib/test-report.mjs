import { existsSync, readFileSync } from 'node:fs';

/** A runner that left no readable report, or ran nothing, has failed, whatever its exit status says. */
const NO_RESULT = { passed: 0, failed: 1, skipped: 0 };

function readReport(file) {
  try {
    return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
  } catch {
    return undefined;
  }
}

/** Trouble outside any test (a file that does not load, a broken setup) shows only in the exit status. */
function settle(counts, status) {
  if (counts.passed + counts.failed + counts.skipped === 0) return NO_RESULT;
  return status !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

/** Counts of a jest `--json` report. A suite that did not load counts as one failed test. */
export function jestCounts(file, status) {
  const report = readReport(file);
  if (report === undefined) return NO_RESULT;
  const counts = {
    passed: report.numPassedTests,
    failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
    skipped: report.numPendingTests + report.numTodoTests,
  };
  return settle(counts, status);
}

/** Counts of a Playwright JSON report. A test that passed only when tried again has passed, and is named. */
export function playwrightCounts(file, status) {
  const report = readReport(file);
  if (report?.stats === undefined) return NO_RESULT;
  const { expected, unexpected, flaky, skipped } = report.stats;
  if (flaky > 0) console.log(`flaky: ${flaky} passed only when tried again (see the list above)`);
  return settle({ passed: expected + flaky, failed: unexpected, skipped }, status);
}

/** The last line of `npm test`. */
export function summaryLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
