/** What a tab learns of its hold on one design. */
export interface LockEvents {
  /** This tab may write: at once, or when the other tab has let go. */
  onHeld(): void;
  /** Another tab holds the design; `onHeld` follows when it lets go. */
  onWaiting(): void;
  /** Another tab wants the design: flush what is pending; the lock is let go when the promise settles. */
  onRequested(): Promise<void>;
  /** Taken by another tab; `onHeld` follows when it lets go again. */
  onLost(): void;
}

export interface DesignLock {
  /** Asks the tab that holds the design to let go, and takes it by force if no answer comes. */
  takeOver(): void;
  release(): void;
}

/** One writer per design among the tabs of this browser. */
export interface DesignLocks {
  acquire(id: string, events: LockEvents): DesignLock;
  /** Whether any tab, this one included, holds the design. */
  isHeld(id: string): Promise<boolean>;
}

/** Tells the other tabs, never this one, that something about the kept designs has changed. */
export interface DesignNews {
  /** null: only the list; otherwise the design that was written. */
  tell(design: string | null): void;
  onTold(listener: (design: string | null) => void): () => void;
}
