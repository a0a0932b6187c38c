/**
 * Heat networks that pandapipes is compared with OpenModelica by: `openmodelica_heat_transfer_cases__*.json`. There a
 * pipe is so many well-mixed volumes in a row (Modelica.Fluid's DynamicPipe, upstream), the water that of IF97; `T_om`
 * are the volumes' temperatures and `v_om_sections` their speeds, which tell the flows. pandapipes itself differs from
 * it by up to 0.7 % of the kelvins.
 */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { settleTemperatures, waterAt, waterUnder } from '../../../sim/networks/heat';
import type { Comparison } from './analytic';

const ICE_K = 273.15;

interface Case {
  readonly junction: readonly {
    readonly _i?: number;
    readonly p_om: number;
    readonly height_m?: number;
    readonly tfluid_k?: number;
  }[];
  readonly pipe: readonly {
    readonly from_junction: number;
    readonly to_junction: number;
    readonly length_km: number;
    readonly diameter_m: number;
    readonly alpha_w_per_m2k?: number;
    readonly u_w_per_m2k?: number;
    readonly text_k: number;
    readonly sections: number;
    readonly T_om: readonly number[];
    readonly v_om_sections: readonly number[];
  }[];
  readonly ext_grid: readonly { readonly junction: number; readonly t_k: number }[];
  /** The table of sources, or where the file is from. */
  readonly source?: readonly { readonly junction: number; readonly mdot_kg_per_s: number }[] | string;
}

export function compareWithOpenModelica(folder: string): Comparison[] {
  const prefix = 'openmodelica_heat_transfer_cases__';
  return readdirSync(folder)
    .filter((name) => name.startsWith(prefix) && name.endsWith('.json'))
    .sort()
    .map((name) => ({
      name: name.slice(prefix.length, -'.json'.length),
      ...compare(JSON.parse(readFileSync(join(folder, name), 'utf8'))),
    }));
}

function compare(given: Case): { values: number; worstK: number } {
  const from: number[] = [];
  const to: number[] = [];
  const kgPerS: number[] = [];
  const lossWPerK: number[] = [];
  const groundC: number[] = [];
  const addedW: number[] = [];
  const expectedC: number[] = [];
  let nodes = given.junction.length;
  const bar = given.junction.reduce((sum, { p_om }) => sum + p_om, 0) / given.junction.length;
  const headPa = given.junction.map(({ p_om, height_m }) => p_om * 1e5 + 998 * 9.81 * (height_m ?? 0));
  for (const pipe of given.pipe) {
    const areaM2 = (Math.PI / 4) * pipe.diameter_m * pipe.diameter_m;
    // One flow for the pipe: its speeds by its densities tell it once for each volume.
    const flows = pipe.v_om_sections.map((v, i) => v * areaM2 * waterAt(pipe.T_om[i] - ICE_K, bar).densityKgPerM3);
    const flow = flows.reduce((sum, each) => sum + each, 0) / flows.length;
    const volumeFlow = pipe.v_om_sections[0] * areaM2;
    const frictionW = (headPa[pipe.from_junction] - headPa[pipe.to_junction]) * volumeFlow;
    const pressedPa = (given.junction[pipe.to_junction].p_om - given.junction[pipe.from_junction].p_om) * 1e5;
    for (let section = 0; section < pipe.sections; section++) {
      from.push(section === 0 ? pipe.from_junction : nodes++);
      to.push(section === pipe.sections - 1 ? pipe.to_junction : nodes);
      kgPerS.push(flow);
      lossWPerK.push(
        ((pipe.alpha_w_per_m2k ?? pipe.u_w_per_m2k ?? 0) * Math.PI * pipe.diameter_m * pipe.length_km * 1000) /
          pipe.sections,
      );
      addedW.push((frictionW + compression(pipe.T_om[section] - ICE_K) * pressedPa * volumeFlow) / pipe.sections);
      groundC.push(pipe.text_k - ICE_K);
      expectedC.push(pipe.T_om[section] - ICE_K);
    }
  }
  const inflowKgPerS = new Float64Array(nodes);
  const inflowC = new Float64Array(nodes);
  for (const { junction, t_k } of given.ext_grid) {
    kgPerS.forEach((flow, b) => {
      if ((flow > 0 ? from[b] : to[b]) === junction) inflowKgPerS[junction] += Math.abs(flow);
    });
    inflowC[junction] = t_k - ICE_K;
  }
  for (const { junction, mdot_kg_per_s } of Array.isArray(given.source) ? given.source : []) {
    inflowKgPerS[junction] += mdot_kg_per_s;
    inflowC[junction] = (given.junction[junction].tfluid_k ?? 293.15) - ICE_K;
  }
  const settled = settleTemperatures(
    {
      nodeCount: nodes,
      from: Int32Array.from(from),
      to: Int32Array.from(to),
      lossWPerK: Float64Array.from(lossWPerK),
      groundC: Float64Array.from(groundC),
      addedW: Float64Array.from(addedW),
      mixedVolumes: new Uint16Array(from.length).fill(1),
    },
    { branchKgPerS: Float64Array.from(kgPerS), inflowKgPerS, inflowC },
    waterUnder(bar),
  );
  let worstK = settled.state === 'settled' ? 0 : Number.POSITIVE_INFINITY;
  expectedC.forEach((celsius, b) => {
    worstK = Math.max(worstK, Math.abs(settled.outletC[b] - celsius));
  });
  return { values: expectedC.length, worstK };
}

/** What each pascal more does to the heat of a cubic metre beside its own work: β T, thermal expansion by temperature. */
function compression(celsius: number): number {
  const [colder, warmer] = [celsius - 0.5, celsius + 0.5].map((at) => waterAt(at).densityKgPerM3);
  return ((2 * (colder - warmer)) / (colder + warmer)) * (celsius + ICE_K);
}
