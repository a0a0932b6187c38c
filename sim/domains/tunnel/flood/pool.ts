/**
 * Water on the floor of a section: it fills the sump, then lies as a level pool on a floor that falls to one end (GB
 * 50838: by 0.2 % at least towards the sump; under a hill by much more) below a ceiling that falls with it. Volume over
 * the floor is a parabola while the wedge grows, a straight line, and a parabola again until the high end is full.
 */

export interface Basin {
  readonly lengthM: number;
  readonly widthM: number;
  readonly heightM: number;
  readonly fallM: number;
  readonly sumpM3: number;
}

/** The sump and all of the air space. */
export function capacityM3({ lengthM, widthM, heightM, sumpM3 }: Basin): number {
  return sumpM3 + lengthM * widthM * heightM;
}

/** Volume, the sump's included, of water that stands so high above the floor's low end. */
export function volumeM3(basin: Basin, levelM: number): number {
  const { lengthM, widthM, heightM, fallM, sumpM3 } = basin;
  if (levelM <= 0) return sumpM3;
  const floorM2 = lengthM * widthM;
  const firstM = Math.min(fallM, heightM);
  const lastM = Math.max(fallM, heightM);
  if (levelM < firstM) return sumpM3 + (0.5 * floorM2 * levelM * levelM) / fallM;
  const wedge = fallM > 0 ? (0.5 * floorM2 * firstM * firstM) / fallM : 0;
  const perM = fallM > heightM ? (floorM2 * heightM) / fallM : floorM2;
  if (levelM <= lastM) return sumpM3 + wedge + perM * (levelM - firstM);
  const missingM = fallM + heightM - levelM;
  if (missingM <= 0 || fallM === 0) return capacityM3(basin);
  return capacityM3(basin) - (0.5 * floorM2 * missingM * missingM) / fallM;
}

/** Height above the floor's low end; 0 while the sump holds all. */
export function levelM(basin: Basin, volume: number): number {
  const { lengthM, widthM, heightM, fallM, sumpM3 } = basin;
  const onFloor = volume - sumpM3;
  if (onFloor <= 0) return 0;
  const floorM2 = lengthM * widthM;
  const firstM = Math.min(fallM, heightM);
  const lastM = Math.max(fallM, heightM);
  const wedge = fallM > 0 ? (0.5 * floorM2 * firstM * firstM) / fallM : 0;
  if (onFloor < wedge) return Math.sqrt((2 * fallM * onFloor) / floorM2);
  const perM = fallM > heightM ? (floorM2 * heightM) / fallM : floorM2;
  const straight = firstM + (onFloor - wedge) / perM;
  if (straight <= lastM) return straight;
  const missing = Math.max(0, floorM2 * heightM - onFloor);
  return fallM + heightM - Math.sqrt((2 * fallM * missing) / floorM2);
}
