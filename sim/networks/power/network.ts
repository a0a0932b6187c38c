/**
 * An electrical network in per unit, positive sequence, on plain arrays that the caller fills and may change between
 * solves. A branch is MATPOWER's (User's Manual, section 3.2): an ideal transformer ratio∠shift at its from end, then
 * r + jx with half of the charging at either side. A line has ratio 1 and shift 0.
 */
export interface PowerNetwork {
  readonly busCount: number;
  readonly branchCount: number;
  readonly generatorCount: number;

  /** What is held at a bus: BUS_PQ, BUS_PV, BUS_SLACK, or BUS_OUT for one that is out of service. */
  readonly kind: Uint8Array;
  /** Drawn at the bus; negative where more is fed in than drawn. */
  readonly loadP: Float64Array;
  readonly loadQ: Float64Array;
  /** Drawn and fed in at 1 p.u.: a capacitor has shuntB > 0. */
  readonly shuntG: Float64Array;
  readonly shuntB: Float64Array;
  /** Voltage held at PV and slack buses, and the angle of a slack bus. */
  readonly setVm: Float64Array;
  readonly setVaRad: Float64Array;
  /** Where a solve starts that has no former one to start from. */
  readonly startVm: Float64Array;
  readonly startVaRad: Float64Array;

  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly resistance: Float64Array;
  readonly reactance: Float64Array;
  readonly charging: Float64Array;
  readonly ratio: Float64Array;
  readonly shiftRad: Float64Array;
  /** Current that the branch may carry for long; 0 where nobody said. */
  readonly rating: Float64Array;
  /** 1 where both ends are switched in. */
  readonly closed: Uint8Array;

  readonly generatorBus: Int32Array;
  readonly generatorP: Float64Array;
  /** What it gives at a PQ bus; elsewhere it follows from the voltage. */
  readonly generatorQ: Float64Array;
  readonly generatorQMin: Float64Array;
  readonly generatorQMax: Float64Array;
  readonly generatorOn: Uint8Array;
}

export const BUS_PQ = 1;
export const BUS_PV = 2;
/** Voltage and angle held: a stiff connection to a larger grid. An island may have several, each with its own. */
export const BUS_SLACK = 3;
export const BUS_OUT = 4;

/** A network of PQ buses at 1 p.u. without load, branches without anything, all closed; to be filled. */
export function createPowerNetwork(busCount: number, branchCount: number, generatorCount = 0): PowerNetwork {
  return {
    busCount,
    branchCount,
    generatorCount,
    kind: new Uint8Array(busCount).fill(BUS_PQ),
    loadP: new Float64Array(busCount),
    loadQ: new Float64Array(busCount),
    shuntG: new Float64Array(busCount),
    shuntB: new Float64Array(busCount),
    setVm: new Float64Array(busCount).fill(1),
    setVaRad: new Float64Array(busCount),
    startVm: new Float64Array(busCount).fill(1),
    startVaRad: new Float64Array(busCount),
    from: new Int32Array(branchCount),
    to: new Int32Array(branchCount),
    resistance: new Float64Array(branchCount),
    reactance: new Float64Array(branchCount),
    charging: new Float64Array(branchCount),
    ratio: new Float64Array(branchCount).fill(1),
    shiftRad: new Float64Array(branchCount),
    rating: new Float64Array(branchCount),
    closed: new Uint8Array(branchCount).fill(1),
    generatorBus: new Int32Array(generatorCount),
    generatorP: new Float64Array(generatorCount),
    generatorQ: new Float64Array(generatorCount),
    generatorQMin: new Float64Array(generatorCount),
    generatorQMax: new Float64Array(generatorCount),
    generatorOn: new Uint8Array(generatorCount).fill(1),
  };
}

/** What no solver can work with, by row; the caller knows the names. */
export interface NetworkFault {
  readonly of: 'bus' | 'branch' | 'generator';
  readonly row: number;
  readonly code: 'not-finite' | 'zero-impedance' | 'ratio' | 'no-such-bus' | 'joins-itself' | 'voltage' | 'no-slack';
}

export function findFaults(network: PowerNetwork): NetworkFault[] {
  const faults: NetworkFault[] = [];
  const { busCount, branchCount, generatorCount } = network;
  const finite = (of: NetworkFault['of'], count: number, arrays: readonly Float64Array[]) => {
    for (let row = 0; row < count; row++) {
      if (!arrays.every((array) => Number.isFinite(array[row]))) faults.push({ of, row, code: 'not-finite' });
    }
  };
  const { loadP, loadQ, shuntG, shuntB, setVm, setVaRad, startVm, startVaRad } = network;
  finite('bus', busCount, [loadP, loadQ, shuntG, shuntB, setVm, setVaRad, startVm, startVaRad]);
  for (let row = 0; row < busCount; row++) {
    if (setVm[row] <= 0 || startVm[row] <= 0) faults.push({ of: 'bus', row, code: 'voltage' });
  }
  const { from, to, resistance, reactance, charging, ratio, shiftRad, rating } = network;
  finite('branch', branchCount, [resistance, reactance, charging, ratio, shiftRad, rating]);
  const isBus = (bus: number) => bus >= 0 && bus < busCount;
  for (let row = 0; row < branchCount; row++) {
    if (!isBus(from[row]) || !isBus(to[row])) faults.push({ of: 'branch', row, code: 'no-such-bus' });
    else if (from[row] === to[row]) faults.push({ of: 'branch', row, code: 'joins-itself' });
    if (resistance[row] === 0 && reactance[row] === 0) faults.push({ of: 'branch', row, code: 'zero-impedance' });
    if (ratio[row] <= 0) faults.push({ of: 'branch', row, code: 'ratio' });
  }
  finite('generator', generatorCount, [network.generatorP, network.generatorQ]);
  for (let row = 0; row < generatorCount; row++) {
    if (!isBus(network.generatorBus[row])) faults.push({ of: 'generator', row, code: 'no-such-bus' });
  }
  if (!network.kind.includes(BUS_SLACK)) faults.push({ of: 'bus', row: -1, code: 'no-slack' });
  return faults;
}
