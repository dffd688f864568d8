/** How many times nearer one press of a button or a key brings the map. */
export const ZOOM_STEP = 1.5;
