/** The middle of what is seen and its width, in the design's own measure. */
type View = readonly [x: number, y: number, width: number];

/**
 * The way from one view to another at a steady rate of magnification; every point moves in a straight line on the
 * screen, and what stands still between the two views stands still all the way.
 */
export function viewPath([x0, y0, width0]: View, [x1, y1, width1]: View): (progress: number) => View {
  // Exact for widths that are nearly the same, too: differences of powers would not be.
  const growth = Math.log1p((width1 - width0) / width0);
  return (progress) => {
    const share = growth === 0 ? progress : Math.expm1(progress * growth) / Math.expm1(growth);
    return [x0 + (x1 - x0) * share, y0 + (y1 - y0) * share, width0 + (width1 - width0) * share];
  };
}
