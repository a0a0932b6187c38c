/** State to bytes and back. Weather is a function of time, flows follow from the rest: neither is saved. */
import { Decoder, Encoder } from '../../kernel';
import type { RunSettings } from '../../ports';
import type { CompiledScene } from '../../scene/compiled';
import { loadDemand, saveDemand } from './demand';
import { loadFlows, saveFlows } from './flows';
import { loadGrid, saveGrid } from './grid/grid-run';
import { loadEnergyKnobs, saveEnergyKnobs } from './knobs';
import { loadSpells, saveSpells } from './spells';
import { type EnergyState, emptyEnergy } from './state';
import { loadStations, saveStations } from './stations/stations-run';
import { loadTotals, saveTotals } from './totals';
import { followVoltage } from './voltage';

const KIND = 'energy';
const VERSION = 1;

export function saveEnergy({
  scene,
  knobs,
  totals,
  spells,
  consumers,
  power,
  stations,
  flows,
  faultsChanged,
}: EnergyState): Encoder {
  const out = new Encoder(KIND, VERSION).text(scene.hash).bool(faultsChanged);
  saveEnergyKnobs(knobs, out);
  saveTotals(totals, out);
  saveSpells(spells, out);
  if (consumers !== null) {
    out.float64s(consumers.signals.leftS);
    saveDemand(consumers.demand, out);
  }
  if (power !== null) saveGrid(power, out);
  if (stations !== null) saveStations(stations, out);
  saveFlows(flows, out);
  return out;
}

export function loadEnergy(scene: CompiledScene, settings: RunSettings, saved: Uint8Array): EnergyState {
  const state = emptyEnergy(scene, settings);
  const from = new Decoder(saved, KIND, VERSION);
  const hash = from.text();
  if (hash !== scene.hash) throw new Error(`met energy saved in scene ${hash}, expected ${scene.hash}`);
  state.faultsChanged = from.bool();
  loadEnergyKnobs(state.knobs, from);
  loadTotals(state.totals, from);
  loadSpells(state.spells, from);
  if (state.consumers !== null) {
    from.float64s(state.consumers.signals.leftS);
    state.consumers.demand = loadDemand(state.consumers.plan, from);
  }
  followVoltage(state);
  if (state.power !== null) loadGrid(state.power, from);
  if (state.stations !== null) loadStations(state.stations, from);
  loadFlows(state.flows, from);
  from.end();
  return state;
}
