/**
 * The largest of `steps` + 1 evenly spaced scales between 1 and 0 for which `fits` holds, by halving; 0 if none does.
 * `fits` must hold for every scale below one it holds for.
 */
export function largestFitting(steps: number, fits: (scale: number) => boolean): number {
  if (fits(1)) return 1;
  let low = 0;
  let high = steps;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (fits(middle / steps)) low = middle;
    else high = middle;
  }
  return low / steps;
}
