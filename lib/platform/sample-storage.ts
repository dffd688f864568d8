/** A data set of the user's own, kept in this browser; whoever reads the description parses it. */
export interface KeptSamples {
  readonly id: string;
  readonly description: unknown;
  /** Of the samples and their targets on disk. */
  readonly bytes: number;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
}

/** Bytes of this site's storage; null where the browser does not say. */
export interface StorageRoom {
  readonly used: number | null;
  readonly quota: number | null;
  /** Whether the browser has promised not to clear it when the disk is full. */
  readonly isPersistent: boolean;
}

/** The kept data sets as the page sees them; samples are read in workers (sample-reader.ts). */
export interface SampleStorage {
  /** Newest first; rejects when storage cannot be used. */
  list(): Promise<readonly KeptSamples[]>;
  read(id: string): Promise<KeptSamples | null>;
  /** Changes what is said of it, its title for one; false where it is gone. */
  describe(id: string, description: unknown): Promise<boolean>;
  remove(id: string): Promise<void>;
  room(): Promise<StorageRoom>;
  /** Asks the browser not to clear this site's storage; whether it promised. */
  persist(): Promise<boolean>;
  /** Removes what builds that were killed have left; returns how many. */
  sweep(): Promise<number>;
}

/** Whether `bytes` more will fit, as far as the browser says; what is free where they do not. */
export function roomFor(
  bytes: number,
  { used, quota }: StorageRoom,
): { readonly fits: boolean; readonly free: number | null } {
  if (used === null || quota === null) return { fits: true, free: null };
  const free = Math.max(0, quota - used);
  return { fits: bytes <= free, free };
}
