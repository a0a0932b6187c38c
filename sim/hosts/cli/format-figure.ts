/** Five significant figures, no exponent where a person would not expect one. */
export function formatFigure(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e9) return String(value);
  const size = Math.abs(value);
  return size >= 1e-3 && size < 1e9 ? String(Number(value.toPrecision(5))) : value.toExponential(3);
}
