import {
  BufferAttribute,
  DynamicDrawUsage,
  InstancedBufferGeometry,
  InstancedInterleavedBuffer,
  InterleavedBufferAttribute,
} from 'three';
import { type CauseMap, families, MOST_PLACES, MOST_WAYS } from '../../state/cause-map';

/** x, y up, z of both ends, family, when it sets out. */
const WAY_STRIDE = 8;
/** x, y up, z, family, when it appears, 1 for what is looked at. */
const PLACE_STRIDE = 6;
const PIECES = 28;
/** A chain that is opened unfolds in so long, whatever its length; what happens later comes as it is told. */
const UNFOLDS_S = 1.8;
/** Signs stand so far above the ground. */
const UP_M = 6;

/** The chain as instances: ways as bowed ribbons, places as signs, each with the second at which it appears. */
export class ChainBoard {
  readonly ways = new Instances(ribbon(), MOST_WAYS, WAY_STRIDE, { aFrom: [3, 0], aTo: [3, 3], aSign: [2, 6] });
  readonly places = new Instances(square(), MOST_PLACES, PLACE_STRIDE, { aPlace: [3, 0], aSign: [3, 3] });
  /** Until when something still unfolds. */
  untilS = 0;
  private readonly since = new Map<string, number>();

  /** `isNew`: another chain than before. */
  show(map: CauseMap, isNew: boolean, nowS: number, heightAt: (x: number, y: number) => number): void {
    if (isNew) this.since.clear();
    const ticks = [...new Set([...map.ways, ...map.places].map(({ tick }) => tick))].sort((a, b) => a - b);
    const order = new Map(ticks.map((tick, i) => [tick, i / Math.max(1, ticks.length - 1)]));
    const startOf = (key: string, tick: number): number => {
      let start = this.since.get(key);
      if (start === undefined) {
        start = isNew ? nowS + UNFOLDS_S * (order.get(tick) ?? 0) : nowS;
        this.since.set(key, start);
        this.untilS = Math.max(this.untilS, start + 1);
      }
      return start;
    };
    const { ways, places } = this;
    map.ways.forEach(({ from, to, tick, family }, i) => {
      const start = startOf(`${from}>${to}`, tick);
      const ends = [from, to].flatMap(([x, y]) => [x, heightAt(x, y) + UP_M, -y]);
      ways.rows.set([...ends, families.indexOf(family), start], i * WAY_STRIDE);
    });
    map.places.forEach(({ at: [x, y], tick, family, isFocus }, i) => {
      const row = [x, heightAt(x, y) + UP_M, -y, families.indexOf(family), startOf(`${x},${y}`, tick), isFocus ? 1 : 0];
      places.rows.set(row, i * PLACE_STRIDE);
    });
    ways.show(map.ways.length);
    places.show(map.places.length);
  }

  dispose(): void {
    this.ways.geometry.dispose();
    this.places.geometry.dispose();
  }
}

type Attributes = Readonly<Record<string, readonly [size: number, offset: number]>>;

/** Room for all that a chain may have, made once: a geometry never draws more instances than its first buffer had. */
class Instances {
  readonly geometry: InstancedBufferGeometry;
  readonly rows: Float32Array;
  private readonly buffer: InstancedInterleavedBuffer;
  private readonly stride: number;

  constructor(geometry: InstancedBufferGeometry, most: number, stride: number, attributes: Attributes) {
    this.geometry = geometry;
    this.stride = stride;
    this.rows = new Float32Array(most * stride);
    this.buffer = new InstancedInterleavedBuffer(this.rows, stride);
    this.buffer.setUsage(DynamicDrawUsage);
    for (const [name, [size, offset]] of Object.entries(attributes)) {
      geometry.setAttribute(name, new InterleavedBufferAttribute(this.buffer, size, offset));
    }
    geometry.instanceCount = 0;
  }

  show(count: number): void {
    this.geometry.instanceCount = count;
    if (count === 0) return;
    this.buffer.clearUpdateRanges();
    this.buffer.addUpdateRange(0, count * this.stride);
    this.buffer.needsUpdate = true;
  }
}

/** x runs along a way, y to its two sides. */
function ribbon(): InstancedBufferGeometry {
  const geometry = new InstancedBufferGeometry();
  const corners = new Float32Array((PIECES + 1) * 6);
  const index: number[] = [];
  for (let i = 0; i <= PIECES; i++) {
    corners.set([i / PIECES, -1, 0, i / PIECES, 1, 0], 6 * i);
    if (i < PIECES) index.push(2 * i, 2 * i + 2, 2 * i + 1, 2 * i + 1, 2 * i + 2, 2 * i + 3);
  }
  geometry.setAttribute('position', new BufferAttribute(corners, 3));
  geometry.setIndex(index);
  return geometry;
}

function square(): InstancedBufferGeometry {
  const geometry = new InstancedBufferGeometry();
  const corners = Float32Array.of(-1, -1, 0, 1, -1, 0, 1, 1, 0, -1, 1, 0);
  geometry.setAttribute('position', new BufferAttribute(corners, 3));
  geometry.setIndex([0, 1, 2, 0, 2, 3]);
  return geometry;
}
