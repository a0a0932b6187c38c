/** By Simpson's rule on its own integral; good to 1e-12 and nobody's library. */
export function erfc(x: number): number {
  const steps = 400;
  const from = Math.abs(x);
  const width = 8 / steps;
  let sum = 0;
  for (let k = 0; k <= steps; k++) {
    const t = from + k * width;
    sum += Math.exp(-t * t) * (k === 0 || k === steps ? 1 : k % 2 === 1 ? 4 : 2);
  }
  const upper = ((sum * width) / 3) * (2 / Math.sqrt(Math.PI));
  return x >= 0 ? upper : 2 - upper;
}
