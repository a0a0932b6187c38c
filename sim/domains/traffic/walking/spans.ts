/**
 * Crossings as people walk them and drivers meet them. A *span* is what is walked in one go: from kerb to kerb, or to
 * a refuge between the carriageways, where one may have to wait again. For every turn that leads over a span: from
 * where to where along the turn people walk, and how far from the span's beginning its vehicles come by.
 *
 * A refuge is where no lane comes by for two metres and more (the least width of CJJ 37-2012 for a refuge).
 */
import type { CompiledScene } from '../../../scene/compiled';
import type { Network } from '../network';

export interface Spans {
  readonly count: number;
  /** The crossing that a span is of, in the order of the compiled crossings; spans of one follow each other. */
  readonly crossing: Uint32Array;
  /** Spans of crossing c: from firstSpan[c] to firstSpan[c + 1] − 1, as its path is drawn. */
  readonly firstSpan: Uint32Array;
  readonly lengthM: Float64Array;
  readonly widthM: Float64Array;
  /** Places where turn t leads over a span: k from placeStart[t] to placeStart[t + 1] − 1, in the order of the turn. */
  readonly placeStart: Uint32Array;
  readonly placeSpan: Uint32Array;
  readonly placeTurn: Uint32Array;
  /** Along the turn. */
  readonly placeFromM: Float64Array;
  readonly placeToM: Float64Array;
  /** Along the span: the middle of the vehicles' way. */
  readonly placeAtM: Float64Array;
  /** The same places by span: spanPlaces[i], i from spanStart[s] to spanStart[s + 1] − 1. */
  readonly spanStart: Uint32Array;
  readonly spanPlaces: Uint32Array;
}

const REFUGE_M = 2;
/** A turn that meets a crossing at less than this is along it, and not over it. */
const LEAST_SINE = 0.3;

interface Met {
  readonly turn: number;
  readonly alongTurnM: number;
  readonly alongPathM: number;
  readonly sine: number;
  readonly halfLaneM: number;
}

type Path = readonly (readonly [number, number])[];

export function spansOf(scene: CompiledScene, network: Network): Spans {
  const { roads } = network;
  const named = new Map((scene.scene.roads?.junctions ?? []).map((junction) => [junction.id, junction]));
  const turnsAt: number[][] = Array.from({ length: roads.junctionControl.length }, () => []);
  for (let turn = 0; turn < roads.turnCount; turn++) turnsAt[roads.turnJunction[turn]].push(turn);
  const spans: { crossing: number; fromM: number; toM: number; widthM: number }[] = [];
  const firstSpan: number[] = [];
  const places: { span: number; turn: number; fromM: number; toM: number; atM: number }[] = [];
  let crossing = 0;
  scene.elements.junction.ids.forEach((id, junction) => {
    for (const { path, widthM } of named.get(id)?.crossings ?? []) {
      const met = turnsAt[junction].flatMap((turn) => meet(network, turn, path));
      firstSpan.push(spans.length);
      const lengthM = roads.crossingLengthM[crossing];
      for (const [fromM, toM] of stretches(met, lengthM)) {
        for (const { turn, alongTurnM, alongPathM, sine } of met) {
          if (alongPathM < fromM || alongPathM >= toM) continue;
          const halfM = widthM / 2 / sine;
          places.push({
            span: spans.length,
            turn,
            fromM: alongTurnM - halfM,
            toM: alongTurnM + halfM,
            atM: alongPathM - fromM,
          });
        }
        spans.push({ crossing, fromM, toM, widthM });
      }
      crossing++;
    }
  });
  firstSpan.push(spans.length);
  places.sort((a, b) => a.turn - b.turn || a.fromM - b.fromM);
  const bySpan = Uint32Array.from(places.keys()).sort((a, b) => places[a].span - places[b].span || a - b);
  return {
    count: spans.length,
    crossing: Uint32Array.from(spans, (span) => span.crossing),
    firstSpan: Uint32Array.from(firstSpan),
    lengthM: Float64Array.from(spans, ({ fromM, toM }) => toM - fromM),
    widthM: Float64Array.from(spans, ({ widthM }) => widthM),
    placeStart: startsOf(roads.turnCount, places, ({ turn }) => turn),
    placeSpan: Uint32Array.from(places, ({ span }) => span),
    placeTurn: Uint32Array.from(places, ({ turn }) => turn),
    placeFromM: Float64Array.from(places, ({ fromM }) => fromM),
    placeToM: Float64Array.from(places, ({ toM }) => toM),
    placeAtM: Float64Array.from(places, ({ atM }) => atM),
    spanStart: startsOf(spans.length, places, ({ span }) => span),
    spanPlaces: bySpan,
  };
}

function startsOf<T>(count: number, entries: readonly T[], of: (entry: T) => number): Uint32Array {
  const starts = new Uint32Array(count + 1);
  for (const entry of entries) starts[of(entry) + 1]++;
  for (let i = 0; i < count; i++) starts[i + 1] += starts[i];
  return starts;
}

/** What is walked in one go: the path is cut in the middle of the widest stretch within it that no lane comes over. */
function stretches(met: readonly Met[], lengthM: number): [number, number][] {
  const order = met.toSorted((a, b) => a.alongPathM - b.alongPathM);
  let widestM = REFUGE_M;
  let cutM = -1;
  let coveredM = Number.POSITIVE_INFINITY;
  for (const { alongPathM, halfLaneM } of order) {
    const gapM = alongPathM - halfLaneM - coveredM;
    if (gapM >= widestM) {
      widestM = gapM;
      cutM = coveredM + gapM / 2;
    }
    coveredM = Number.isFinite(coveredM)
      ? Math.max(coveredM, alongPathM + halfLaneM)
      : Math.max(0, alongPathM + halfLaneM);
  }
  return cutM > 0
    ? [
        [0, cutM],
        [cutM, lengthM],
      ]
    : [[0, lengthM]];
}

/** Where a turn's curve crosses the line in the middle of a crossing. */
function meet({ roads }: Network, turn: number, path: Path): Met[] {
  const { laneCount, trackPointStart, trackPoints, trackPointAtM, laneWidthM, turnFromLane, turnToLane } = roads;
  const halfLaneM = (laneWidthM[turnFromLane[turn]] + laneWidthM[turnToLane[turn]]) / 4;
  const track = laneCount + turn;
  let walkedM = 0;
  for (let i = 0; i + 1 < path.length; i++) {
    const [ax, ay] = path[i];
    const [bx, by] = [path[i + 1][0] - ax, path[i + 1][1] - ay];
    const legM = Math.sqrt(bx * bx + by * by);
    for (let p = trackPointStart[track]; p < trackPointStart[track + 1] - 1; p++) {
      const [cx, cy] = [trackPoints[2 * p], trackPoints[2 * p + 1]];
      const [dx, dy] = [trackPoints[2 * p + 2] - cx, trackPoints[2 * p + 3] - cy];
      const stepM = Math.sqrt(dx * dx + dy * dy);
      const cross = bx * dy - by * dx;
      const sine = legM > 0 && stepM > 0 ? Math.abs(cross) / (legM * stepM) : 0;
      if (sine < LEAST_SINE) continue;
      const onPath = ((cx - ax) * dy - (cy - ay) * dx) / cross;
      const onTurn = ((cx - ax) * by - (cy - ay) * bx) / cross;
      if (onPath < 0 || onPath > 1 || onTurn < 0 || onTurn >= 1) continue;
      const alongTurnM = trackPointAtM[p] + onTurn * (trackPointAtM[p + 1] - trackPointAtM[p]);
      return [{ turn, alongTurnM, alongPathM: walkedM + onPath * legM, sine, halfLaneM }];
    }
    walkedM += legM;
  }
  return [];
}
