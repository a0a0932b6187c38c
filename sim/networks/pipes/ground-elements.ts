/**
 * What leaves the network into the open, each as a link from its node to the ground with a flow of its own: consumers
 * who get a share below their pressure, holes, and the gas that the pipes about a node take in or give out in a step.
 * Each law gives the node's potential that belongs to a flow, and rises with it, so that Newton sees one kind of thing.
 */
import { pow } from '../../kernel/math';
import { type Compressibility, compressibilityAt, type Fluid, type Gas } from './fluid';
import { potentialOf, potentialSlope } from './potential';

export interface GroundLayer {
  readonly isActive: Uint8Array;
  readonly flow: Float64Array;
  /** What the flow never exceeds nor falls below. */
  readonly least: Float64Array;
  readonly most: Float64Array;
  readonly drop: Float64Array;
  readonly slope: Float64Array;
  readonly step: Float64Array;
  readonly before: Float64Array;
  readonly unmoved: Float64Array;
}

export interface GroundElements {
  readonly consumer: GroundLayer;
  readonly hole: GroundLayer;
  readonly storage: GroundLayer;
  /** Potentials at which a consumer gets nothing and everything. */
  readonly none: Float64Array;
  readonly all: Float64Array;
  /** kg per Pa of p/K held by the pipes about a node, and what they held when the step began. */
  readonly capacity: Float64Array;
  readonly storedBefore: Float64Array;
  /** 0 in a steady solve. */
  stepSeconds: number;
}

export function groundElements(count: number): GroundElements {
  const layer = (): GroundLayer => ({
    isActive: new Uint8Array(count),
    flow: new Float64Array(count),
    least: new Float64Array(count).fill(Number.NEGATIVE_INFINITY),
    most: new Float64Array(count).fill(Number.POSITIVE_INFINITY),
    drop: new Float64Array(count),
    slope: new Float64Array(count),
    step: new Float64Array(count),
    before: new Float64Array(count),
    unmoved: new Float64Array(count),
  });
  return {
    consumer: layer(),
    hole: layer(),
    storage: layer(),
    none: new Float64Array(count),
    all: new Float64Array(count),
    capacity: new Float64Array(count),
    storedBefore: new Float64Array(count),
    stepSeconds: 0,
  };
}

/**
 * Who has all that he wants, or nothing, stays so as long as the potential says so: his law is then a wall, so steep
 * that a step along it is this share of his flow.
 */
const WALL_STEP = 1e-14;
/** Share of the law that is linear, so that the slope at no flow is not 0. */
const LINEAR_SHARE = 1e-6;

/** Potential that gives a consumer his flow of the `wanted`: the share is the root of the potential between none and all. */
export function consumerLaw(
  layer: GroundLayer,
  n: number,
  wanted: number,
  none: number,
  all: number,
  potential: number,
): void {
  const share = layer.flow[n] / wanted;
  const span = all - none;
  layer.drop[n] = none + span * share * (LINEAR_SHARE + (1 - LINEAR_SHARE) * share);
  const beyond = share <= 0 ? none - potential : share >= 1 ? potential - all : 0;
  layer.slope[n] = (span * (LINEAR_SHARE + 2 * (1 - LINEAR_SHARE) * share) + wall(beyond)) / wanted;
}

/** What steepens a law for a flow of 1 at its wall, with so much potential pressing against it. */
function wall(beyond: number): number {
  return beyond > 0 ? beyond / WALL_STEP : 0;
}

/**
 * Outflow through a hole: of liquid √(2ρΔp); of gas isentropic, sonic above the critical ratio (in natural gas about
 * 1.84), as in any text on gas dynamics (Shapiro 1953). What flows is ideal gas on its way out. Nothing comes back in.
 */
export function holeLaw(
  layer: GroundLayer,
  n: number,
  fluid: Fluid,
  area: number,
  density: number,
  ambientPa: number,
  potential: number,
): void {
  const flow = layer.flow[n];
  if (fluid.phase === 'gas' && fluid.law === 'squares') {
    gasHoleLaw(layer, n, fluid, area, density, ambientPa, potential);
    return;
  }
  const back = fluid.phase === 'liquid' ? 0 : ambientPa;
  const perSquare = 1 / (2 * density * area * area);
  const small = perSquare * LINEAR_SHARE * area * density;
  layer.drop[n] = back + (small + perSquare * flow) * flow;
  const wallSlope = flow <= 0 ? wall(back - potential) / (area * density) : 0;
  layer.slope[n] = small + 2 * perSquare * flow + wallSlope;
}

/** Flow through a hole of 1 m² at this absolute pressure, into out[0]; its change with pressure into out[1]. */
export function outflowPerArea(gas: Gas, perPascal: number, pressurePa: number, ambientPa: number, out: Float64Array) {
  const k = gas.isentropicExponent;
  const critical = criticalRatio(k);
  if (pressurePa >= ambientPa * critical) {
    out[1] = Math.sqrt(k * perPascal * pow(2 / (k + 1), (k + 1) / (k - 1)));
    out[0] = out[1] * pressurePa;
    return;
  }
  const ratio = Math.min(ambientPa / pressurePa, 1);
  const a = pow(ratio, 2 / k);
  const b = pow(ratio, (k + 1) / k);
  const square = ((2 * k) / (k - 1)) * perPascal * (a - b);
  const root = Math.sqrt(Math.max(square, 0));
  out[0] = root * pressurePa;
  // d(p²·square)/dp = 2p·square + p²·d(square)/dp, the ratio falling as 1/p.
  const change = ((2 * k) / (k - 1)) * perPascal * ((-2 / k) * a + ((k + 1) / k) * b);
  out[1] = out[0] > 0 ? (2 * square + change) / (2 * root) : 0;
}

function criticalRatio(isentropicExponent: number): number {
  return pow((isentropicExponent + 1) / 2, isentropicExponent / (isentropicExponent - 1));
}

const out = new Float64Array(2);

function gasHoleLaw(
  layer: GroundLayer,
  n: number,
  gas: Gas,
  area: number,
  perPascal: number,
  ambientPa: number,
  potential: number,
): void {
  const law = gas.compressibility;
  const none = potentialOf(law, ambientPa);
  const criticalPa = ambientPa * criticalRatio(gas.isentropicExponent);
  outflowPerArea(gas, perPascal, criticalPa, ambientPa, out);
  const criticalFlow = out[0] * area;
  const sonic = out[1] * area;
  const small = (LINEAR_SHARE * (potentialOf(law, criticalPa) - none)) / criticalFlow;
  const flow = layer.flow[n];
  if (flow <= 0) {
    layer.drop[n] = none;
    layer.slope[n] = small + wall(none - potential) / criticalFlow;
    return;
  }
  let pressure: number;
  let perFlow: number;
  if (flow >= criticalFlow) {
    pressure = flow / sonic;
    perFlow = 1 / sonic;
  } else {
    // Newton from above on a law that is concave: the first guess is that of constant density.
    const density = perPascal * ambientPa;
    pressure = Math.min(ambientPa + (flow * flow) / (2 * density * area * area), criticalPa);
    for (let i = 0; i < 30; i++) {
      outflowPerArea(gas, perPascal, pressure, ambientPa, out);
      const next = pressure + (flow - out[0] * area) / (out[1] * area);
      const safe = Math.min(Math.max(next, 0.5 * (pressure + ambientPa)), criticalPa);
      const change = Math.abs(safe - pressure);
      pressure = safe;
      if (change <= 1e-13 * pressure) break;
    }
    outflowPerArea(gas, perPascal, pressure, ambientPa, out);
    perFlow = 1 / (out[1] * area);
  }
  layer.drop[n] = potentialOf(law, pressure) + small * flow;
  layer.slope[n] = potentialSlope(law, pressure) * perFlow + small;
}

/** Below a tenth of an atmosphere the storage law goes on as a straight line, so that an iterate near vacuum has a slope. */
const LEAST_PRESSURE_PA = 10_000;

/** Potential at which the pipes about a node hold what they held and what flowed in since. `flow` is what they take in. */
export function storageLaw(of: GroundElements, n: number, law: Compressibility): void {
  const { storage, capacity, storedBefore, stepSeconds } = of;
  const stored = storedBefore[n] + storage.flow[n] * stepSeconds;
  const pressure = pressureOfStored(law, capacity[n], stored);
  if (pressure >= LEAST_PRESSURE_PA) {
    const k = compressibilityAt(law, pressure);
    storage.drop[n] = potentialOf(law, pressure);
    // m = C·p/K, so dp/dm = K²/(C·offset).
    storage.slope[n] = (potentialSlope(law, pressure) * k * k * stepSeconds) / (capacity[n] * law.offset);
    return;
  }
  const k = compressibilityAt(law, LEAST_PRESSURE_PA);
  const least = (capacity[n] * LEAST_PRESSURE_PA) / k;
  const slope = (potentialSlope(law, LEAST_PRESSURE_PA) * k * k) / (capacity[n] * law.offset);
  storage.drop[n] = potentialOf(law, LEAST_PRESSURE_PA) + slope * (stored - least);
  storage.slope[n] = slope * stepSeconds;
}

export function pressureOfStored({ offset, slopePerPa }: Compressibility, capacity: number, storedKg: number): number {
  return (storedKg * offset) / (capacity - slopePerPa * storedKg);
}
