/**
 * How far a source is followed. All far above what people train on in a browser, and below what would end a worker: a
 * hostile file meets a limit, not the machine.
 */

/** Pixels of one picture before it is made smaller: four bytes each while it is. */
export const MOST_PICTURE_PIXELS = 2 ** 26;
/** Bytes of one picture's file, unpacked. */
export const MOST_PICTURE_BYTES = 2 ** 26;
/** Bytes that a gzip or tar file may unpack to, or one array: these are held in memory while they are read. */
export const MOST_UNPACKED_BYTES = 2 ** 30;
/** Entries of an archive, files of a drop. */
export const MOST_ENTRIES = 1_000_000;
export const MOST_CLASSES = 1000;
/** Fewer are no data set: one to train on and one to test on. */
export const LEAST_SAMPLES = 2;
export const MOST_COLUMNS = 20_000;
/** Files named one by one in what is kept of a data set. */
export const MOST_NAMED_SKIPS = 200;
