import { VEHICLE_WORDS } from '../../../sim';
import type { EngineClient, Frame } from '../../engine/engine-face';
import { noTunnelRows, type TunnelRows } from '../../state/tunnels-now';
import type { BuiltCity } from '../build/built-city';
import { type StateTexture, writeDepth, writeFlow } from '../roads/road-state';
import { FrameBlend } from '../vehicles/frame-blend';
import type { Told } from './told';

/** A run of which pictures are drawn. */
export type FrameSource = Pick<EngineClient, 'frames$' | 'clock$' | 'giveBack'>;

/** Sections that are handed on as they are. */
const energySections = {
  'energy.links': 'links',
  'energy.nodes': 'nodes',
  'energy.stations': 'stations',
  'energy.heat': 'heat',
  'energy.gas': 'gas',
} as const;

const tunnelSections = {
  'tunnel.sections': 'sections',
  'tunnel.crews': 'crews',
  'tunnel.robots': 'robots',
} as const;

const NOTHING = new Float32Array(0);

interface InsideRows {
  equipment: Float32Array;
  layers: Float32Array;
  layerCount: number;
}

/**
 * Takes each frame as it arrives, keeps what the picture needs and gives the buffer back at once. What it keeps is
 * read in the render loop; nothing of it passes through React.
 */
export class FrameFeed {
  readonly blend = new FrameBlend();
  /** As the frame has them: see `sim/ports/vehicle-row`. */
  vehicles: Uint32Array = new Uint32Array(64 * VEHICLE_WORDS);
  vehicleCount = 0;
  /** State of each signal head, as in the frame: 0 none, 1 red, 2 yellow, 3 green that yields, 4 green, 5 dark. */
  readonly headStates: Uint8Array;
  /** Counts frames, so that layers see whether they have drawn the newest. */
  version = 0;
  clockSeconds: number | null = null;
  /** Simulated time from the frame before to the newest one; 0 where they do not follow one another. */
  stepSeconds = 0;
  private seconds = Number.NaN;
  private generation = -1;
  /** What the newest frame says of galleries. */
  tunnels: TunnelRows = noTunnelRows;
  /** What it says of their insides: see `sim/domains/tunnel/frame-inside`. Whoever goes in while time stands finds it. */
  readonly inside: InsideRows = { equipment: NOTHING, layers: NOTHING, layerCount: 0 };
  private readonly city: BuiltCity;
  private readonly junctionDepth: Uint8Array;
  private readonly edgeState: StateTexture;
  private readonly laneState: StateTexture;
  private readonly told: Told;
  private readonly wake: () => void;
  private stop: (() => void) | null = null;

  constructor(city: BuiltCity, edgeState: StateTexture, laneState: StateTexture, told: Told, wake: () => void) {
    this.city = city;
    this.told = told;
    this.edgeState = edgeState;
    this.laneState = laneState;
    this.wake = wake;
    this.junctionDepth = new Uint8Array(city.junctionCount);
    this.headStates = new Uint8Array(city.signals.turns.length);
  }

  connect(run: FrameSource): void {
    this.disconnect();
    const frames = run.frames$.subscribe((frame) => {
      this.take(frame, performance.now());
      run.giveBack(frame.buffer);
      this.wake();
    });
    const clock = run.clock$.subscribe(({ clockSeconds }) => {
      this.clockSeconds = clockSeconds;
      this.wake();
    });
    this.stop = () => {
      frames.unsubscribe();
      clock.unsubscribe();
    };
  }

  disconnect(): void {
    this.stop?.();
    this.stop = null;
  }

  take(frame: Frame, nowMs: number): void {
    this.blend.arrived(nowMs, frame.generation);
    this.stepSeconds = frame.generation === this.generation ? Math.max(0, frame.seconds - this.seconds) : 0;
    this.generation = frame.generation;
    this.seconds = frame.seconds;
    const energy: Partial<Record<(typeof energySections)[keyof typeof energySections], Float32Array>> = {};
    const tunnels: Partial<Record<keyof TunnelRows, Float32Array>> = {};
    frame.layout.forEach((section, i) => {
      const count = frame.counts[i];
      if (section.name === 'traffic.vehicles') {
        const rows = new Uint32Array(frame.buffer, section.offset, count * section.stride);
        if (rows.length > this.vehicles.length) this.vehicles = new Uint32Array(2 * rows.length);
        this.vehicles.set(rows);
        this.vehicleCount = count;
      } else if (section.name === 'traffic.signals') {
        this.takeSignals(new Uint8Array(frame.buffer, section.offset, count));
      } else if (section.name === 'traffic.edges') {
        const edges = new Float32Array(frame.buffer, section.offset, count * section.stride);
        if (writeFlow(this.edgeState, edges, count, this.city.edgeSpeedMps)) this.edgeState.texture.needsUpdate = true;
      } else if (section.name === 'drainage.roads') {
        this.takeDepths(new Float32Array(frame.buffer, section.offset, count));
      } else if (section.name === 'weather.now') {
        if (count > 0) this.told.takeWeather(new Float32Array(frame.buffer, section.offset, section.stride));
      } else if (section.name in energySections) {
        const name = energySections[section.name as keyof typeof energySections];
        energy[name] = new Float32Array(frame.buffer, section.offset, count * section.stride);
      } else if (section.name in tunnelSections) {
        const name = tunnelSections[section.name as keyof typeof tunnelSections];
        // Copied: the buffer goes back, and galleries are read in every frame.
        tunnels[name] = new Float32Array(frame.buffer, section.offset, count * section.stride).slice();
      } else if (section.name === 'tunnel.equipment') {
        this.inside.equipment = kept(this.inside.equipment, frame.buffer, section, count);
      } else if (section.name === 'tunnel.layers') {
        this.inside.layers = kept(this.inside.layers, frame.buffer, section, count);
        this.inside.layerCount = count;
      } else if (section.name === 'energy.flows') {
        this.told.takeFlows(new Float32Array(frame.buffer, section.offset, count * section.stride));
      }
    });
    this.told.takeEnergy(energy);
    if (tunnels.sections) {
      this.tunnels = { ...noTunnelRows, ...tunnels };
      this.told.takeTunnels(this.tunnels, frame.seconds, nowMs);
    }
    this.version++;
  }

  private takeDepths(depthM: Float32Array): void {
    const { edgeCount, places } = this.city;
    this.told.takeFlood(depthM);
    if (writeDepth(this.edgeState, depthM, edgeCount, places.edgeToJunction, this.junctionDepth)) {
      this.edgeState.texture.needsUpdate = true;
    }
  }

  private takeSignals(states: Uint8Array): void {
    const { turns, lanes } = this.city.signals;
    let changed = false;
    for (let head = 0; head < turns.length; head++) {
      const state = states[turns[head]];
      if (state === this.headStates[head]) continue;
      this.headStates[head] = state;
      this.laneState.bytes[lanes[head] * 4] = state;
      changed = true;
    }
    if (changed) this.laneState.texture.needsUpdate = true;
  }

  /** True while the newest frame still has somewhere to go. */
  moving(nowMs: number): boolean {
    return this.vehicleCount > 0 && this.blend.at(nowMs) < 1;
  }
}

/** Rows of a section in an array that is used again where they have room in it. */
function kept(
  into: Float32Array,
  buffer: ArrayBuffer,
  { offset, stride }: { readonly offset: number; readonly stride: number },
  count: number,
): Float32Array {
  const rows = new Float32Array(buffer, offset, count * stride);
  const room = rows.length <= into.length ? into : new Float32Array(rows.length);
  room.set(rows);
  return room;
}
