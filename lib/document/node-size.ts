/**
 * Every layer is drawn at the same size, in canvas units (pixels at 100 %). Known beforehand, so that layout, placing
 * and routing need no measuring and the canvas can leave out what is off the screen.
 */
export const NODE_WIDTH = 200;
export const NODE_HEIGHT = 76;

/** Free space below a layer: room for an edge and the shape written on it. */
export const ROW_GAP = 36;
/** Free space between two columns: room for an edge that runs back up to the top. */
export const COLUMN_GAP = 64;

/** Positions snap to this grid when snapping is on; a row and a column pitch are multiples of it. */
export const GRID = 8;
