import { DataError } from './data.js';

/** Runs a command to its end. What the person can mend is said in plain words; anything else keeps its stack trace. */
export function run(command: () => Promise<void>): void {
  command().catch((error: unknown) => {
    console.error(error instanceof DataError ? error.message : error);
    process.exitCode = 1;
  });
}
