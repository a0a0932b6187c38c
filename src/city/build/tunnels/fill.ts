import { Growing } from '../growing';
import { boundsOf, type MeshData } from '../mesh-data';
import { FillPart } from './built-tunnels';
import { type GalleryFrame, placeAt } from './gallery-frame';
import { type Compartment, sidesOf } from './shell';

/** Under the roof by so much. */
const UNDER_ROOF_M = 0.12;

/** Surfaces that the shader lifts: water on each section's floor, and the layer under its roof. */
export class FillWriter {
  private readonly positions = new Growing(Float32Array);
  private readonly fills = new Growing(Float32Array);
  private readonly index = new Growing(Uint32Array);
  private count = 0;

  section(
    frame: GalleryFrame,
    compartment: Compartment,
    { fromM, toM }: Compartment['sections'][number],
    slot: number,
  ) {
    const [left, right] = sidesOf(compartment);
    const stations = frame.stretch(fromM, toM);
    const lowest = Math.min(...stations.map(({ floor }) => floor));
    for (const part of [FillPart.water, FillPart.roof]) {
      const up = part === FillPart.water ? 0 : compartment.heightM - UNDER_ROOF_M;
      stations.forEach((station, i) => {
        for (const side of [right, left]) {
          this.positions.push3(...placeAt(station, side, up));
          this.fills.push4(slot, part, lowest, compartment.heightM);
          this.count++;
        }
        if (i === 0) return;
        const a = this.count - 4;
        this.index.push3(a, a + 2, a + 3);
        this.index.push3(a, a + 3, a + 1);
      });
    }
  }

  done(): MeshData {
    const positions = this.positions.done();
    return {
      attributes: {
        position: { array: positions, itemSize: 3, normalized: false },
        aFill: { array: this.fills.done(), itemSize: 4, normalized: false },
      },
      index: this.index.done(),
      ...boundsOf(positions),
    };
  }
}
