/** A file to write, its path relative to the folder asked for, with forward slashes. */
export interface OutputFile {
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** What the command line may do to the world; `scripts/shapeflow.mjs` does it in Node. Paths are the user's own words. */
export interface CliIo {
  stdout(text: string): void;
  stderr(text: string): void;
  /** The file's bytes, or its text; rejects when it cannot be read. */
  readFile(path: string): Promise<string | Uint8Array>;
  /** Makes the folder and those below it; overwrites. */
  writeFiles(folder: string, files: readonly OutputFile[]): Promise<void>;
}
