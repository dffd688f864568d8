import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { jestCounts, playwrightCounts, summaryLine } from '../../../scripts/lib/test-report.mjs';

const folder = mkdtempSync(path.join(tmpdir(), 'shapeflow-report-'));
const file = path.join(folder, 'report.json');

afterAll(() => rmSync(folder, { recursive: true }));

function jestReport(counts) {
  const none = {
    numPassedTests: 0,
    numFailedTests: 0,
    numPendingTests: 0,
    numTodoTests: 0,
    numRuntimeErrorTestSuites: 0,
  };
  writeFileSync(file, JSON.stringify({ ...none, ...counts }));
  return file;
}

function playwrightReport(stats) {
  writeFileSync(file, JSON.stringify({ stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 0, ...stats } }));
  return file;
}

const NO_RESULT = { passed: 0, failed: 1, skipped: 0 };

describe('counting test reports', () => {
  test('a report that is missing, unreadable or empty counts as one failure', () => {
    expect(jestCounts(path.join(folder, 'none.json'), 0)).toEqual(NO_RESULT);
    expect(jestCounts(jestReport({}), 0)).toEqual(NO_RESULT);
    expect(playwrightCounts(playwrightReport({}), 0)).toEqual(NO_RESULT);
    writeFileSync(file, '{ "stats":');
    expect(playwrightCounts(file, 0)).toEqual(NO_RESULT);
  });

  test('a suite that does not load counts as a failed test', () => {
    const report = jestReport({ numPassedTests: 3, numRuntimeErrorTestSuites: 1 });
    expect(jestCounts(report, 1)).toEqual({ passed: 3, failed: 1, skipped: 0 });
  });

  test('a bad exit status without a failed test counts as a failure', () => {
    expect(jestCounts(jestReport({ numPassedTests: 3 }), 1)).toEqual({ passed: 3, failed: 1, skipped: 0 });
    expect(playwrightCounts(playwrightReport({ expected: 2 }), 1)).toEqual({ passed: 2, failed: 1, skipped: 0 });
  });

  test('a test that passed only at the second try has passed', () => {
    const report = playwrightReport({ expected: 2, flaky: 1, skipped: 4 });
    expect(playwrightCounts(report, 0)).toEqual({ passed: 3, failed: 0, skipped: 4 });
  });

  test('the last line names skipped tests only when there are some', () => {
    expect(summaryLine({ passed: 5, failed: 1, skipped: 0 })).toBe('5 passed, 1 failed');
    expect(summaryLine({ passed: 5, failed: 1, skipped: 2 })).toBe('5 passed, 1 failed, 2 skipped');
  });
});
