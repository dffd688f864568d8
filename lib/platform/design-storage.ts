/** A design as it is kept: the text of its file, of any age, to be parsed by whoever opens it. */
export interface StoredDesign {
  readonly id: string;
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly changedAt: number;
  readonly file: string;
}

export interface StoredSummary {
  readonly id: string;
  readonly name: string;
  readonly changedAt: number;
}

/**
 * 'lost': another tab has claimed the design since, so nothing was written. Of the failures, 'quota' is a full storage
 * and 'barred' one that may not be used.
 */
export type WriteOutcome = 'written' | 'lost' | 'quota' | 'barred' | 'other';
export type ClaimOutcome = Exclude<WriteOutcome, 'lost'>;

/**
 * The designs kept in this browser. Only the tab that claimed a design last can write it: the check and the write are
 * one transaction, so a tab that slept through losing its claim overwrites nothing when it wakes.
 */
export interface DesignStorage {
  /** Most recently changed first; rejects when storage cannot be used. */
  list(): Promise<readonly StoredSummary[]>;
  read(id: string): Promise<StoredDesign | null>;
  /** From now on `writer` alone can write the design, once this is 'written'. */
  claim(id: string, writer: string): Promise<ClaimOutcome>;
  write(design: StoredDesign, writer: string): Promise<WriteOutcome>;
  remove(id: string): Promise<void>;
  /** Takes a design that cannot be read out of the list but keeps it, for a later version or a person to recover. */
  setAside(id: string): Promise<void>;
}
