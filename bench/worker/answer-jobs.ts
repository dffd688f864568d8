interface Scope<Job> {
  onmessage: ((event: { readonly data: Job }) => void) | null;
  postMessage(message: { readonly result?: unknown; readonly line?: string; readonly error?: string }): void;
}

/** The worker's side of openWorker: performs one job after another; `log` prints a line in the terminal. */
export function answerJobs<Job>(perform: (job: Job, log: (line: string) => void) => Promise<unknown>): void {
  const scope = globalThis as unknown as Scope<Job>;
  const log = (line: string): void => scope.postMessage({ line });
  scope.onmessage = ({ data: job }) => {
    perform(job, log).then(
      (result) => scope.postMessage({ result }),
      (error: unknown) =>
        scope.postMessage({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
    );
  };
}
