import { type Inside, STATION } from '../build/tunnels/insides';

const { stride } = STATION;

/**
 * A compartment's line as somebody inside it measures: metres along the gallery, above the floor, to the left of the
 * middle. Answers go into arrays of the caller: it is asked in every frame.
 */
export class Corridor {
  private readonly stations: Float64Array;
  private readonly offsetM: number;
  private readonly last: number;
  /** Of the place asked for last: the station before it, and how far from it to the next. */
  private at = 0;
  private share = 0;

  constructor({ stations, offsetM }: Pick<Inside, 'stations' | 'offsetM'>) {
    this.stations = stations;
    this.offsetM = offsetM;
    this.last = stations.length / stride - 2;
  }

  /** In the picture's frame: x east, y up, z south. */
  place(alongM: number, upM: number, leftM: number, into: Float64Array | number[]): void {
    this.find(alongM);
    const side = this.offsetM + leftM;
    into[0] = this.mix(STATION.x) + this.mix(STATION.leftX) * side;
    into[1] = this.mix(STATION.floor) + upM;
    into[2] = -(this.mix(STATION.y) + this.mix(STATION.leftY) * side);
  }

  floorAt(alongM: number): number {
    this.find(alongM);
    return this.mix(STATION.floor);
  }

  groundAt(alongM: number): number {
    this.find(alongM);
    return this.mix(STATION.ground);
  }

  /** Direction along the gallery, radians clockwise from north; it turns evenly through bends. */
  headingAt(alongM: number): number {
    this.find(alongM);
    return Math.atan2(this.mix(STATION.leftY), -this.mix(STATION.leftX));
  }

  /** Both ends and every station between them. */
  stretch(fromM: number, toM: number): readonly number[] {
    const found = [fromM];
    for (let i = 0; i < this.stations.length; i += stride) {
      const alongM = this.stations[i];
      if (alongM > fromM + 0.01 && alongM < toM - 0.01) found.push(alongM);
    }
    found.push(toM);
    return found;
  }

  private find(alongM: number): void {
    const { stations } = this;
    let low = 0;
    let high = this.last;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (stations[middle * stride] <= alongM) low = middle;
      else high = middle - 1;
    }
    const from = stations[low * stride];
    const to = stations[(low + 1) * stride];
    this.at = low * stride;
    this.share = to > from ? Math.min(1, Math.max(0, (alongM - from) / (to - from))) : 0;
  }

  private mix(k: number): number {
    const { stations, at } = this;
    return stations[at + k] + (stations[at + stride + k] - stations[at + k]) * this.share;
  }
}
