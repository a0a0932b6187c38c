import type { Ground } from '../ground/ground';
import { type Line, sideAt } from '../polyline';

/** Curves are drawn in pieces no longer than this. */
const STEP_M = 12;

/** A place along a gallery: on its line, with the height of ground and floor there and which way is left. */
export interface Station {
  readonly alongM: number;
  readonly x: number;
  readonly y: number;
  readonly floor: number;
  readonly ground: number;
  /** A step to the left; a little longer than one in a bend. */
  readonly leftX: number;
  readonly leftY: number;
}

/** A gallery's line as stations, and the station at any metre of it. */
export class GalleryFrame {
  readonly stations: readonly Station[];
  readonly lengthM: number;

  constructor(path: Line, floorDepthM: readonly number[], ground: Ground) {
    const stations: Station[] = [];
    let alongM = 0;
    for (let i = 0; i < path.length; i++) {
      const [x, y] = path[i];
      const [nx, ny, stretch] = sideAt(path, i);
      const here = ground.heightAt(x, y);
      const floor = here - floorDepthM[i];
      const side = { leftX: nx * stretch, leftY: ny * stretch };
      const last = stations.at(-1);
      if (last) {
        const pieceM = Math.hypot(x - last.x, y - last.y);
        const pieces = Math.max(1, Math.ceil(pieceM / STEP_M));
        const end: Station = { alongM: alongM + pieceM, x, y, floor, ground: here, ...side };
        for (let k = 1; k < pieces; k++) stations.push(between(last, end, k / pieces, ground));
        alongM += pieceM;
      }
      stations.push({ alongM, x, y, floor, ground: here, ...side });
    }
    this.stations = stations;
    this.lengthM = alongM;
  }

  at(alongM: number): Station {
    const { stations } = this;
    let high = stations.findIndex((station) => station.alongM >= alongM);
    if (high < 0) high = stations.length - 1;
    if (high === 0) return stations[0];
    const from = stations[high - 1];
    const to = stations[high];
    const share = to.alongM > from.alongM ? (alongM - from.alongM) / (to.alongM - from.alongM) : 0;
    return between(from, to, Math.min(1, Math.max(0, share)));
  }

  /** Both ends and every station between them. */
  stretch(fromM: number, toM: number): readonly Station[] {
    const within = this.stations.filter(({ alongM }) => alongM > fromM + 0.01 && alongM < toM - 0.01);
    return [this.at(fromM), ...within, this.at(toM)];
  }
}

function between(a: Station, b: Station, share: number, ground?: Ground): Station {
  const mix = (from: number, to: number) => from + (to - from) * share;
  const x = mix(a.x, b.x);
  const y = mix(a.y, b.y);
  return {
    alongM: mix(a.alongM, b.alongM),
    x,
    y,
    floor: mix(a.floor, b.floor),
    ground: ground?.heightAt(x, y) ?? mix(a.ground, b.ground),
    leftX: mix(a.leftX, b.leftX),
    leftY: mix(a.leftY, b.leftY),
  };
}

/** A place so far to the left of a station and above its floor, in the picture's frame. */
export function placeAt(station: Station, leftM: number, upM: number): [number, number, number] {
  return [station.x + station.leftX * leftM, station.floor + upM, -(station.y + station.leftY * leftM)];
}
