import type { EdgeId, NodeId } from '@/lib/core/ids';
import type { Analysis } from '@/lib/analysis/analysis';
import type { Command } from '@/lib/document/command';
import type { Document } from '@/lib/document/document';
import type { DesignView } from '@/lib/state/design-view';

export type DesignId = string;

export interface DesignSummary {
  readonly id: DesignId;
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly changedAt: number;
}

export interface Selection {
  readonly nodes: readonly NodeId[];
  readonly edges: readonly EdgeId[];
}

/**
 * 'loading' before storage has answered; 'saved' = everything is in storage; 'elsewhere' = another tab holds this
 * design, so this one shows it but does not write.
 */
export type SaveState = 'loading' | 'saving' | 'saved' | 'failed' | 'elsewhere';

export interface WorkspaceState {
  /** Every design kept in this browser, most recently changed first; the open one among them. */
  readonly designs: readonly DesignSummary[];
  readonly openDesign: DesignId;
  readonly document: Document;
  /** Of `document`; recomputed with it. */
  readonly analysis: Analysis;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly selection: Selection;
  readonly view: DesignView;
  readonly saveState: SaveState;
}

/** The only ways to change the workspace. Components never write state in any other way. */
export interface WorkspaceActions {
  /**
   * Applies a command as one undo step. Commands with the same `gesture` in a row (one drag, typing in one field)
   * become one step. In the state 'elsewhere' nothing changes.
   */
  apply(command: Command, gesture?: string): void;
  undo(): void;
  redo(): void;
  /** Opens the block that the first layer is drawn in, where the view does not show it. */
  select(selection: Selection): void;
  /** Shows another part of the design; nothing of what is no longer shown stays selected. */
  look(view: DesignView): void;
  /** Keeps the open design and starts another beside it. */
  newDesign(document: Document): void;
  openDesign(id: DesignId): Promise<void>;
  duplicateDesign(): void;
  /** Cannot be undone: ask first. Opens another design, or a new LeNet when none is left. */
  deleteDesign(id: DesignId): Promise<void>;
  /** In the state 'elsewhere': take over writing; the other tab is told and becomes read-only. */
  takeOver(): void;
}
