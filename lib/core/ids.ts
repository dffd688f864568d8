/** Ids start with a letter and hold only [a-z0-9_], so that they serve as tfjs layer names as they are. */
export type NodeId = string;
export type EdgeId = string;
export type BlockId = string;
