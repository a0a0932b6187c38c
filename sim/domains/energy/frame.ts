/** Energy's part of the picture; the rows' meaning is the contract between this file and the view. */
import type { FrameSection, SectionSpec } from '../../ports';
import type { CompiledScene } from '../../scene/compiled';
import { flowSection, writeFlows } from './flows';
import { gasFor } from './gas/gas-run';
import { writeGas } from './gas/write-gas';
import { isParted } from './grid/grid';
import { aimOf } from './run-stations';
import type { EnergyState } from './state';
import { pipeSection, writePipes } from './stations/pipe-frame';
import { stationSection, writeStations } from './stations/station-frame';

const LINK_STRIDE = 2;
const NODE_STRIDE = 2;
const GAS_STRIDE = 2;

/**
 * Links are branches by slot, then transformers by slot: current over rating (−1 without voltage, −2 parted), power towards the
 * `to` end in kW. Nodes are buses by slot: voltage over nominal (0 without), power drawn less given in kW. Gas is mains by
 * slot: flow towards `to` in kg/s, pressure in the middle over the nominal of its level (−1 dead).
 */
export function energySections(compiled: CompiledScene): readonly SectionSpec[] {
  const { elements, scene } = compiled;
  const has = scene.electricity !== undefined && scene.electricity.supplies.length > 0;
  const hasGas = has && (scene.gas?.supplies.length ?? 0) > 0;
  const links = has ? elements.branch.count + elements.transformer.count : 0;
  return [
    { name: 'energy.links', type: 'f32', stride: LINK_STRIDE, capacity: links },
    { name: 'energy.nodes', type: 'f32', stride: NODE_STRIDE, capacity: has ? elements.bus.count : 0 },
    { name: 'energy.gas', type: 'f32', stride: GAS_STRIDE, capacity: hasGas ? elements['gas-main'].count : 0 },
    ...(has ? [flowSection(compiled), stationSection(compiled), pipeSection(compiled)] : []),
  ];
}

export function writeEnergyFrame(state: EnergyState, sections: readonly FrameSection[]): void {
  const { power, gas, stations, scene, flows, totals, knobs } = state;
  if (power === null) return;
  const { grid, positions, flow, netKw } = power;
  const { loading, pFrom, pTo, vm } = flow.now.results;
  const kwPerUnit = 1_000 * flow.circuit.baseMva;
  for (const section of sections) {
    const out = section.f32;
    if (section.spec.name === 'energy.links') {
      for (let link = 0; link < grid.linkCount; link++) {
        const { ofNode } = grid.sections;
        const isLive =
          positions.live[ofNode[grid.linkFrom[link]]] === 1 || positions.live[ofNode[grid.linkTo[link]]] === 1;
        out[LINK_STRIDE * link] = isParted(grid, positions.open, link) ? -2 : isLive ? loading[link] : -1;
        out[LINK_STRIDE * link + 1] = ((pFrom[link] - pTo[link]) / 2) * kwPerUnit;
      }
      section.count = grid.linkCount;
    } else if (section.spec.name === 'energy.nodes') {
      for (let node = 0; node < grid.nodeCount; node++) {
        out[NODE_STRIDE * node] = vm[node];
        out[NODE_STRIDE * node + 1] = netKw[node];
      }
      section.count = grid.nodeCount;
    } else if (section.spec.name === 'energy.gas' && gas !== null) {
      section.count = writeGas(gas, out);
    } else if (section.spec.name === 'energy.flows') {
      writeFlows(flows, totals.elapsedS, section);
    } else if (stations !== null && section.spec.name === 'energy.heat') {
      writePipes(stations, scene, section);
    } else if (stations !== null && section.spec.name === 'energy.stations') {
      const isLive = (node: number) => positions.live[grid.sections.ofNode[node]] === 1;
      const islandAt = (node: number) => positions.island[grid.sections.ofNode[node]];
      const hasGas = (station: number, kind: string) => (gas === null ? 1 : gasFor(gas, station, kind));
      const seconds = totals.elapsedS;
      const view = { run: stations, scene, seconds, aim: aimOf(knobs), isLive, islandAt, gasFor: hasGas };
      writeStations(view, section);
    }
  }
}
