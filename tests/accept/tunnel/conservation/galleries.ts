/** Gas, air, warmth, fire and water of galleries in a second; cables, walls and ground in a minute. */
import type { TunnelState } from '../../../../sim/domains/tunnel';
import { AIR_J_PER_M3_K, WATCH_KW } from '../../../../sim/domains/tunnel/air/figures';
import { gasIn } from '../../../../sim/domains/tunnel/cells';
import { heldInGasJ, LEDGER } from '../../../../sim/domains/tunnel/fire';
import { METHANE_M3_PER_KG } from '../../../../sim/domains/tunnel/leak';
import { INSIDE_W_PER_M2_K, wallAfter } from '../../../../sim/domains/tunnel/rest/lumped-heat';
import { freshM3PerS } from '../../../../sim/domains/tunnel/rest/rest';
import type { TunnelRun } from '../../../../sim/domains/tunnel/state';
import { heldInCablesJPerM, heldInGroundJPerM, toFarGroundWPerM } from '../../../../sim/networks/cables';
import { type Book, ledgerOf, note } from './worst';

const STEP_S = 1;
const MINUTE_S = 60;
const W_PER_KW = 1_000;
const sum = (of: ArrayLike<number>): number => {
  let all = 0;
  for (let k = 0; k < of.length; k++) all += of[k];
  return all;
};

const runOf = (state: TunnelState): TunnelRun => {
  if (state.run === null) throw new Error('expected galleries');
  return state.run;
};

/** What came out of holes is in the air, has left, or was left where a section came to rest. Nothing burns it here. */
export function gasLedger(state: TunnelState): Book {
  const { cells } = runOf(state);
  const ledger = ledgerOf('gas', 'of all gas that had leaked');
  const inAir = () => cells.isActive.reduce((all, _, s) => all + gasIn(cells, s), 0);
  const gone = () => sum(cells.ventedM3) + sum(cells.seepedM3) + sum(cells.fadedM3);
  return {
    ledger,
    begin() {
      const [air, out, released] = [inAir(), gone(), state.totals.releasedKg];
      return () => {
        const all = state.totals.releasedKg * METHANE_M3_PER_KG;
        if (all === 0) return;
        const came = (state.totals.releasedKg - released) * METHANE_M3_PER_KG;
        note(ledger, came - (inAir() - air) - (gone() - out), all);
      };
    },
  };
}

/** What flows to a node flows on; and what comes into a section through doors, shafts and holes goes out of it. */
export function airLedger(state: TunnelState): Book {
  const { air, plan } = runOf(state);
  const { doors, shafts, sections, compartments } = plan.galleries;
  const ledger = ledgerOf('air', 'of what passes a compartment');
  const bySection = new Float64Array(sections.count);
  return {
    ledger,
    begin() {
      const { solves } = air;
      return () => {
        if (air.solves === solves) return;
        const passing = new Float64Array(air.compartments.length);
        air.compartments.forEach(({ solver: { network, flowM3PerS }, compartment }) => {
          const off = Float64Array.from(network.inflowM3PerS);
          for (let b = 0; b < network.branchCount; b++) {
            off[network.from[b]] -= flowM3PerS[b];
            off[network.to[b]] += flowM3PerS[b];
            if (network.isHeld[network.from[b]] + network.isHeld[network.to[b]] > 0)
              passing[compartment] += 0.5 * Math.abs(flowM3PerS[b]);
          }
          for (let n = 0; n < off.length; n++) {
            if (network.isHeld[n] === 0) note(ledger, off[n], passing[compartment]);
          }
        });
        bySection.set(air.solvedLeakM3PerS);
        for (let d = 0; d < doors.count; d++) {
          if (doors.before[d] >= 0) bySection[doors.before[d]] -= air.doorM3PerS[d];
          if (doors.after[d] >= 0) bySection[doors.after[d]] += air.doorM3PerS[d];
        }
        for (let h = 0; h < shafts.count; h++) bySection[shafts.section[h]] += air.shaftM3PerS[h];
        for (let c = 0; c < compartments.count; c++) {
          for (let k = compartments.start[c]; k < compartments.start[c + 1]; k++)
            note(ledger, bySection[compartments.order[k]], passing[c]);
        }
      };
    },
  };
}

/** Cells of disturbed sections: what came by air, cables and pipes is in the air or went into the walls. */
export function warmthLedger(state: TunnelState): Book {
  const run = runOf(state);
  const { cells, plan } = run;
  const { sections } = plan.galleries;
  const ledger = ledgerOf('heat of disturbed sections', 'of what moved and of a kelvin of their air');
  const held = (s: number) => {
    let kelvin = 0;
    for (let i = sections.cellStart[s]; i < sections.cellStart[s + 1]; i++) kelvin += cells.airC[i];
    return kelvin * sections.cellLengthM[s] * sections.areaM2[s] * AIR_J_PER_M3_K;
  };
  return {
    ledger,
    begin() {
      const was = cells.isActive.slice();
      const [heldJ, broughtJ, wallJ] = [
        Float64Array.from(was, (on, s) => (on ? held(s) : 0)),
        cells.broughtJ.slice(),
        cells.wallJ.slice(),
      ];
      return () => {
        for (let s = 0; s < was.length; s++) {
          if (was[s] === 0 || cells.isActive[s] === 0) continue;
          const [brought, walls] = [cells.broughtJ[s] - broughtJ[s], cells.wallJ[s] - wallJ[s]];
          const moved = Math.abs(brought) + Math.abs(walls) + AIR_J_PER_M3_K * sections.volumeM3[s];
          note(ledger, held(s) - heldJ[s] - brought + walls, moved);
        }
      };
    },
  };
}

/**
 * Sections at rest, in the minute that is stepped at once: what cables lose and pipes give is in cables, air, walls and
 * ground, or left with the air or into the ground far away.
 */
export function restLedger(state: TunnelState): Book {
  const run = runOf(state);
  const { plan, air, sections: own, cells, fires } = run;
  const { sections } = plan.galleries;
  const ledger = ledgerOf('heat of sections at rest', 'of what moved and of a kelvin of their air');
  let ticks = 0;
  const stocks = (s: number) => {
    const cables = plan.cables.sections[s];
    if (cables === null) return 0;
    return sections.lengthM[s] * (heldInCablesJPerM(cables) + heldInGroundJPerM(cables));
  };
  return {
    ledger,
    begin(context) {
      // Once the grid has told its first currents; in its first minute cables are brought to them.
      if (ticks++ % MINUTE_S !== 0 || !run.areCablesWarm) return () => {};
      const count = sections.count;
      const before = Array.from({ length: count }, (_, s) => ({
        stocks: stocks(s),
        airC: air.airC[s],
        wallC: own.wallC[s],
        fresh: freshM3PerS(run, s),
        rests: cells.isActive[s] === 0 && !fires.has(s),
      }));
      const heatKw = Float64Array.from(context.read('energy.gallery-heat'));
      const [outdoorC] = context.read('energy.outdoor-temperature');
      return () => {
        for (let s = 0; s < count; s++) {
          const was = before[s];
          if (!was.rests || cells.isActive[s] === 1) continue;
          const cables = plan.cables.sections[s];
          const pipesJ = MINUTE_S * W_PER_KW * (WATCH_KW + heatKw[s]);
          const carried = AIR_J_PER_M3_K * was.fresh;
          const airJPerK = AIR_J_PER_M3_K * sections.volumeM3[s];
          if (cables !== null) {
            const lossJ = MINUTE_S * sections.lengthM[s] * sum(cables.lossWPerM.subarray(0, cables.count));
            const farJ = MINUTE_S * sections.lengthM[s] * toFarGroundWPerM(cables);
            const airJ = airJPerK * (air.airC[s] - was.airC);
            const outJ = carried * meanOverC(run, s, was, air.airC[s], outdoorC, carried) * MINUTE_S;
            const off = pipesJ + lossJ - (stocks(s) - was.stocks) - airJ - farJ - outJ;
            note(ledger, off, Math.abs(pipesJ) + lossJ + Math.abs(farJ) + Math.abs(outJ) + airJPerK);
            continue;
          }
          const of = plan.lumped[s];
          const wallC = (part: number) =>
            wallAfter(of, was.wallC, pipesJ / MINUTE_S, was.fresh, outdoorC, plan.groundC, part * MINUTE_S);
          // Boole's rule over the minute: what leaves follows the wall.
          const weights = [7, 32, 12, 32, 7];
          const meanWallC = weights.reduce((all, weight, k) => all + (weight / 90) * wallC(k / 4), 0);
          const meanAirC =
            (pipesJ / MINUTE_S + carried * outdoorC + of.insideWPerK * meanWallC) / (carried + of.insideWPerK);
          const wallJ = of.wallJPerK * (own.wallC[s] - was.wallC);
          const farJ = MINUTE_S * of.groundWPerK * (meanWallC - plan.groundC);
          const outJ = MINUTE_S * carried * (meanAirC - outdoorC);
          note(ledger, pipesJ - wallJ - farJ - outJ, Math.abs(pipesJ) + Math.abs(farJ) + Math.abs(outJ) + airJPerK);
        }
      };
    },
  };
}

/** How much warmer than the outdoors the air was in the mean of a minute in which it neared its balance exponentially. */
function meanOverC(
  { plan }: TunnelRun,
  s: number,
  was: { readonly airC: number },
  afterC: number,
  outdoorC: number,
  carried: number,
): number {
  const { perimeterM, lengthM, volumeM3 } = plan.galleries.sections;
  const perK = carried + INSIDE_W_PER_M2_K * perimeterM[s] * lengthM[s];
  const z = (MINUTE_S * perK) / (AIR_J_PER_M3_K * volumeM3[s]);
  // ∫(1 − e^{−zt}) dt against its end.
  const share = (1 - (1 - Math.exp(-z)) / z) / (1 - Math.exp(-z));
  return was.airC + share * (afterC - was.airC) - outdoorC;
}

/** Released and carried in = walls, glow, water, carried out and what the gas holds more. */
export function fireLedger(state: TunnelState): Book {
  const { fires } = runOf(state);
  const ledger = ledgerOf('fire', 'of heat that moved in the second, a megajoule at least');
  return {
    ledger,
    begin() {
      const before = new Map(
        [...fires].map(([s, { fire }]) => [s, { booked: [...fire.ledgerJ], heldJ: heldInGasJ(fire) }]),
      );
      return () => {
        for (const [s, { fire }] of fires) {
          const was = before.get(s) ?? { booked: LEDGER.map(() => 0), heldJ: 0 };
          const [released, walls, glow, water, out, brought] = LEDGER.map((_, k) => fire.ledgerJ[k] - was.booked[k]);
          const stored = heldInGasJ(fire) - was.heldJ;
          const moved = [released, walls, glow, water, out, brought, stored].reduce((all, j) => all + Math.abs(j), 1e6);
          note(ledger, released + brought - walls - glow - water - out - stored, moved);
        }
      };
    },
  };
}

/** What ran in (mains, streets, joints) stands there, was pumped out or came up a shaft; next door is within. */
export function floodLedger(state: TunnelState): Book {
  const { flood, plan } = runOf(state);
  const ledger = ledgerOf('flood water', 'of all water that had come in');
  const { count } = plan.galleries.sections;
  return {
    ledger,
    begin(context) {
      const before = [flood.waterM3, flood.pumpedM3, flood.overM3].map(sum);
      const mains = context.read('water.gallery-inflow');
      const streets = context.read('drainage.gallery-inflow');
      const joints = state.knobs['gallery-section.inflow'].values;
      let came = 0;
      for (let s = 0; s < count; s++) came += (mains[s] + streets[s]) * STEP_S;
      return () => {
        // A joint that a crew has mended lets nothing in any more.
        for (let s = 0; s < count; s++) {
          if (joints[s] > 0 && runOf(state).sections.inflowMended[s] === 0) came += (joints[s] / 3_600) * STEP_S;
        }
        const all = sum(flood.inM3);
        if (all === 0) return;
        const after = [flood.waterM3, flood.pumpedM3, flood.overM3].map(sum);
        note(ledger, came - after.reduce((total, each, k) => total + each - before[k], 0), all);
      };
    },
  };
}
