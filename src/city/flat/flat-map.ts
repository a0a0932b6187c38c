import { VEHICLE_WORDS, vehicleSteps } from '../../../sim';
import type { Carrier } from '../../state/carriers';
import { carrierIsShown, energyIsShown } from '../../state/energy-shown';
import { useLook } from '../../state/look';
import { sectionNow } from '../../state/section-state';
import { useSelection } from '../../state/selection';
import { tunnelsAreShown } from '../../state/tunnels-shown';
import { type BuiltEnergy, LineKind } from '../build/energy/built-energy';
import { type BuiltTunnels, PIECE } from '../build/tunnels/built-tunnels';
import type { Language } from '../language';
import { flowRamp } from '../roads/flow-ramp';
import { placeOf, type Stage } from '../stage/stage';
import { along } from '../vehicles/way';
import { lineColour, type Palette, palettes, sectionColour } from './flat-colours';
import type { FlatFrame } from './flat-frame';
import { addAreas, addPiece, addTriangles } from './flat-paths';

const UNKNOWN_FLOW = 255;
const MOST_FLOW = 254;
const LANE_M = 3.4;
const MOST_LABELS = 28;
const LABEL_PIXELS = 12;
const TRACK_SHIFT = 12;
const KIND_BITS = 7;
const RING = '#f0b429';
const carrierOf: Readonly<Record<number, Carrier>> = {
  [LineKind.heat]: 'heat',
  [LineKind.cooling]: 'cooling',
  [LineKind.gas]: 'gas',
};

/** The city as a map on a canvas of two dimensions: the same state as the picture in three, from the same frames. */
export class FlatMap {
  energy: BuiltEnergy | null = null;
  tunnels: BuiltTunnels | null = null;
  private readonly stage: Stage;
  private readonly buildings = new Path2D();
  private readonly roads = new Path2D();
  private readonly junctions = new Path2D();
  private readonly water = new Path2D();
  /** Lanes by how fast they flow, made anew when that has changed. */
  private flows: readonly Path2D[] = [];
  private flowVersion = -1;
  private readonly spot: [number, number, number] = [0, 0, 0];

  constructor(stage: Stage) {
    this.stage = stage;
    const { places, buildings } = stage.city;
    const { outlines, outlineStart } = buildings;
    addAreas(this.buildings, outlines, outlineStart);
    if (stage.city.water) addTriangles(this.water, stage.city.water);
    for (let i = 0; i < places.pieceLane.length; i++) addPiece(this.roads, places.pieces, i);
    addAreas(this.junctions, places.junctions.points, places.junctions.start);
  }

  paint(context: CanvasRenderingContext2D, frame: FlatFrame, language: Language): void {
    const { look, showFlow } = useLook.getState();
    const palette = palettes[look];
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.fillStyle = palette.ground;
    context.fillRect(0, 0, frame.width, frame.height);
    frame.apply(context);
    const pixelM = 1 / frame.scale;
    context.lineCap = 'round';
    context.lineJoin = 'round';
    // Triangles, closed over their seams.
    context.fillStyle = context.strokeStyle = palette.water;
    context.lineWidth = pixelM;
    context.fill(this.water);
    context.stroke(this.water);
    context.fillStyle = palette.building;
    context.strokeStyle = palette.edge;
    context.lineWidth = pixelM;
    context.fill(this.buildings);
    if (frame.scale > 0.12) context.stroke(this.buildings);
    context.strokeStyle = palette.road;
    context.lineWidth = Math.max(LANE_M, 1.2 * pixelM);
    context.stroke(this.roads);
    context.fillStyle = palette.road;
    context.fill(this.junctions);
    if (showFlow) this.paintFlow(context, pixelM);
    if (tunnelsAreShown() && this.tunnels) this.paintTunnels(context, this.tunnels, pixelM);
    if (energyIsShown() && this.energy) this.paintEnergy(context, this.energy, pixelM);
    this.paintVehicles(context, palette, pixelM);
    this.paintSelected(context, pixelM);
    this.paintLabels(context, frame, palette, language);
  }

  private paintFlow(context: CanvasRenderingContext2D, pixelM: number): void {
    const { feed, edgeState, city } = this.stage;
    if (this.flowVersion !== feed.version) {
      this.flowVersion = feed.version;
      const paths = flowRamp.map(() => new Path2D());
      const { pieces, pieceLane, laneEdge } = city.places;
      for (let i = 0; i < pieceLane.length; i++) {
        const byte = edgeState.bytes[4 * laneEdge[pieceLane[i]]];
        if (byte === UNKNOWN_FLOW) continue;
        addPiece(paths[Math.round((byte / MOST_FLOW) * (flowRamp.length - 1))], pieces, i);
      }
      this.flows = paths;
    }
    this.flows.forEach((path, i) => {
      // Slow is wide as well as dark.
      context.lineWidth = Math.max(LANE_M, (4.5 - 0.5 * i) * pixelM);
      context.strokeStyle = flowRamp[i];
      context.stroke(path);
    });
  }

  private paintTunnels(context: CanvasRenderingContext2D, { pieces }: BuiltTunnels, pixelM: number): void {
    const rows = this.stage.feed.tunnels.sections;
    for (let at = 0; at < pieces.length; at += PIECE.stride) {
      const now = sectionNow(rows, pieces[at + PIECE.slot]);
      const half = (pieces[at + PIECE.leftM] - pieces[at + PIECE.rightM]) / 2;
      const middle = (pieces[at + PIECE.leftM] + pieces[at + PIECE.rightM]) / 2;
      const dx = pieces[at + PIECE.toX] - pieces[at + PIECE.fromX];
      const dy = pieces[at + PIECE.toY] - pieces[at + PIECE.fromY];
      const length = Math.hypot(dx, dy) || 1;
      const [sx, sy] = [(-dy / length) * middle, (dx / length) * middle];
      context.strokeStyle = sectionColour(now);
      context.lineWidth = Math.max(2 * half, 2.5 * pixelM);
      context.beginPath();
      context.moveTo(pieces[at + PIECE.fromX] + sx, pieces[at + PIECE.fromY] + sy);
      context.lineTo(pieces[at + PIECE.toX] + sx, pieces[at + PIECE.toY] + sy);
      context.stroke();
    }
  }

  private paintEnergy(context: CanvasRenderingContext2D, energy: BuiltEnergy, pixelM: number): void {
    const { places, signs, count } = energy.lines;
    context.lineWidth = 2.2 * pixelM;
    for (let i = 0; i < count; i++) {
      const kind = signs[2 * i + 1];
      if (!carrierIsShown(carrierOf[kind] ?? 'electricity')) continue;
      context.strokeStyle = lineColour(energy, kind, signs[2 * i]);
      context.beginPath();
      context.moveTo(places[8 * i], -places[8 * i + 2]);
      context.lineTo(places[8 * i + 4], -places[8 * i + 6]);
      context.stroke();
    }
  }

  private paintVehicles(context: CanvasRenderingContext2D, { vehicles }: Palette, pixelM: number): void {
    const { feed, city } = this.stage;
    const { spot } = this;
    const sizeM = Math.max(3, 2.6 * pixelM);
    for (let row = 0; row < feed.vehicleCount; row++) {
      const at = row * VEHICLE_WORDS;
      const track = (feed.vehicles[at + 1] >>> TRACK_SHIFT) - 1;
      if (track < 0) continue;
      along(city.tracks, track, (feed.vehicles[at] >>> 8) / vehicleSteps.placesAMetre, spot);
      context.fillStyle = vehicles[feed.vehicles[at] & KIND_BITS] ?? vehicles[0];
      context.fillRect(spot[0] - sizeM / 2, -spot[2] - sizeM / 2, sizeM, sizeM);
    }
  }

  private paintSelected(context: CanvasRenderingContext2D, pixelM: number): void {
    const { selected, hovered, placing } = useSelection.getState();
    for (const id of [selected?.id, hovered?.id, ...(placing?.chosen ?? [])]) {
      const place = id === undefined ? null : placeOf(this.stage, id);
      if (!place) continue;
      context.strokeStyle = RING;
      context.lineWidth = 3 * pixelM;
      context.beginPath();
      context.arc(place.x, place.y, Math.max(place.sizeM / 2, 10 * pixelM), 0, 2 * Math.PI);
      context.stroke();
    }
  }

  private paintLabels(
    context: CanvasRenderingContext2D,
    frame: FlatFrame,
    { ink, halo }: Palette,
    language: Language,
  ): void {
    context.setTransform(1, 0, 0, 1, 0, 0);
    const size = LABEL_PIXELS * frame.ratio;
    context.font = `${size}px ${getComputedStyle(document.body).fontFamily}`;
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    context.lineWidth = size / 4;
    context.strokeStyle = halo;
    context.fillStyle = ink;
    const taken: (readonly [x: number, y: number, half: number])[] = [];
    for (const { name, at } of this.stage.city.labels) {
      if (taken.length >= MOST_LABELS) break;
      const [x, y] = frame.toPixels(at[0], -at[2]);
      if (x < 0 || y < 0 || x > frame.width || y > frame.height) continue;
      const text = name[language] ?? name.en;
      const half = context.measureText(text).width / 2 + size / 2;
      if (taken.some(([tx, ty, th]) => Math.abs(tx - x) < th + half && Math.abs(ty - y) < 1.5 * size)) continue;
      taken.push([x, y, half]);
      context.strokeText(text, x, y);
      context.fillText(text, x, y);
    }
  }
}
