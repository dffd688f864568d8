/**
 * How far a file of another tool is followed. Everything here is far above what real networks need and far below what
 * would freeze a page: a hostile file meets a limit, not the machine.
 */

/** Bytes of a file as it is dropped: weights of large networks are about 600 MB. */
export const MOST_FILE_BYTES = 2 ** 30;
/** Bytes of one JSON text: with hundreds of layers it is about 1 MB. */
export const MOST_JSON_BYTES = 64 * 2 ** 20;
/** Brackets within brackets; Keras's own files have about 20, ten more for every model within a model. */
export const MOST_JSON_DEPTH = 200;
/** Models within models. */
export const MOST_NESTED_MODELS = 16;
/** Layers once every model within the model is written out. */
export const MOST_LAYERS = 5000;
/** Entries of a zip file. */
export const MOST_ZIP_ENTRIES = 2000;
/** Unpacked size over packed size; weights hardly shrink and JSON shrinks about twentyfold. */
export const MOST_ZIP_RATIO = 200;
/** Bytes that a zip file may unpack to. */
export const MOST_UNPACKED_BYTES = 2 ** 30;
/** Largest size along one axis of a declared shape. */
export const MOST_SIZE = 2 ** 31 - 1;
/** Axes of a tensor. */
export const MOST_RANK = 8;
