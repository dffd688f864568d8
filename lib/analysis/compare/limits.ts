/** How many designs stand side by side. */
export const FEWEST_DESIGNS = 2;
export const MOST_DESIGNS = 6;
