const FOOT_M = 0.3048;
const MPH_KMH = 1.609344;
const KNOT_KMH = 1.852;

/** OpenStreetMap's lengths: '3.5', '3.5 m', "11'6\"", '12 ft'; undefined where it is none. */
export function metresOf(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  const plain = /^(\d{1,6}(?:[.,]\d{1,6})?)\s*(m|metres|meters|ft|feet|km)?$/.exec(value.trim());
  if (plain) {
    const number = Number(plain[1].replace(',', '.'));
    const unit = plain[2] ?? 'm';
    return unit === 'km' ? number * 1_000 : unit.startsWith('f') ? number * FOOT_M : number;
  }
  const imperial = /^(\d{1,5})'(?:\s*(\d{1,2}(?:\.\d+)?)(?:"|''))?$/.exec(value.trim());
  return imperial ? (Number(imperial[1]) + Number(imperial[2] ?? 0) / 12) * FOOT_M : undefined;
}

/** Kilometres an hour of a sign's value: '50', '30 mph', '5 knots'; undefined where it is none. */
export function kmhOf(value: string): number | undefined {
  const found = /^(\d{1,3}(?:\.\d{1,3})?)\s*(km\/h|kmh|kph|mph|knots)?$/.exec(value.trim());
  if (!found) return undefined;
  const number = Number(found[1]);
  if (number <= 0) return undefined;
  return found[2] === 'mph' ? number * MPH_KMH : found[2] === 'knots' ? number * KNOT_KMH : number;
}

/** A count such as lanes or levels; '2.5' of levels is a count too, 'a few' is none. */
export function countOf(value: string | undefined): number | undefined {
  return value !== undefined && /^\d{1,3}(\.\d{1,2})?$/.test(value.trim()) ? Number(value) : undefined;
}
