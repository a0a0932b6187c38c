/** State to bytes and back. Weather is a function of time, flows follow from the rest: neither is saved. */
import { Decoder, Encoder } from '../../kernel';
import type { RunSettings } from '../../ports';
import type { CompiledScene } from '../../scene/compiled';
import { loadHomeCars, saveHomeCars } from './charging/home-cars';
import { loadSteering, saveSteering } from './charging/steering';
import { loadControlRoom, saveControlRoom } from './control-room/control-room';
import { loadDemand, saveDemand } from './demand';
import { loadFloods, saveFloods } from './flooded';
import { loadFlows, saveFlows } from './flows';
import { loadGalleryLines, saveGalleryLines } from './galleries/gallery-lines';
import { loadGas, saveGas } from './gas/gas-run';
import { loadGrid, saveGrid } from './grid/grid-run';
import { addedPlant, loadEnergyKnobs, saveEnergyKnobs } from './knobs';
import { loadSpells, saveSpells } from './spells';
import { type EnergyState, emptyEnergy } from './state';
import { rebuildStations } from './stations/rebuild';
import { loadStations, saveStations } from './stations/stations-run';
import { loadTotals, saveTotals } from './totals';
import { followCorridors, followVoltage } from './voltage';

const KIND = 'energy';
const VERSION = 2;

export function saveEnergy({
  scene,
  knobs,
  totals,
  spells,
  consumers,
  steering,
  power,
  controlRoom,
  stations,
  gas,
  galleries,
  flooded,
  consequences,
  reference,
  flows,
  faultsChanged,
}: EnergyState): Encoder {
  const out = new Encoder(KIND, VERSION).text(scene.hash).bool(faultsChanged).i32(consequences.heaters);
  saveEnergyKnobs(knobs, out);
  saveTotals(totals, out);
  saveSpells(spells, out);
  if (consumers !== null) {
    out.float64s(consumers.signals.leftS);
    saveDemand(consumers.demand, out);
    if (consumers.charging !== null) saveHomeCars(consumers.charging.cars, out);
  }
  if (steering !== null) saveSteering(steering, out);
  if (galleries !== null) saveGalleryLines(galleries, out);
  saveFloods(flooded, out);
  if (power !== null) saveGrid(power, out);
  if (controlRoom !== null) saveControlRoom(controlRoom, out);
  if (stations !== null) saveStations(stations, out);
  if (gas !== null) saveGas(gas, out);
  if (reference !== null) saveDemand(reference.demand, out);
  saveFlows(flows, out);
  return out;
}

export function loadEnergy(scene: CompiledScene, settings: RunSettings, saved: Uint8Array): EnergyState {
  const state = emptyEnergy(scene, settings);
  const from = new Decoder(saved, KIND, VERSION);
  const hash = from.text();
  if (hash !== scene.hash) throw new Error(`met energy saved in scene ${hash}, expected ${scene.hash}`);
  state.faultsChanged = from.bool();
  state.consequences.heaters = from.i32();
  loadEnergyKnobs(state.knobs, from);
  loadTotals(state.totals, from);
  loadSpells(state.spells, from);
  if (state.consumers !== null) {
    from.float64s(state.consumers.signals.leftS);
    state.consumers.demand = loadDemand(state.consumers.demand, from);
    if (state.consumers.charging !== null) loadHomeCars(state.consumers.charging.cars, from);
  }
  if (state.steering !== null) loadSteering(state.steering, from);
  if (state.galleries !== null) loadGalleryLines(state.galleries, from);
  followVoltage(state);
  followCorridors(state);
  loadFloods(state.flooded, from);
  if (state.power !== null) loadGrid(state.power, from);
  if (state.controlRoom !== null) loadControlRoom(state.controlRoom, from);
  if (state.stations !== null && state.consumers !== null) {
    // As many machines as the knobs gave it, before what they did is read.
    state.stations = rebuildStations(state.stations, scene, state.consumers, addedPlant(state.knobs));
  }
  if (state.stations !== null) loadStations(state.stations, from);
  if (state.gas !== null) loadGas(state.gas, from);
  if (state.reference !== null) state.reference.demand = loadDemand(state.reference.demand, from);
  loadFlows(state.flows, from);
  from.end();
  return state;
}
