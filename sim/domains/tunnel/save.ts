/** State to bytes and back. */
import { Decoder, Encoder } from '../../kernel';
import type { RunSettings } from '../../ports';
import type { CompiledScene } from '../../scene/compiled';
import { loadAir, saveAir } from './air';
import { loadCells, saveCells } from './cells';
import { savedCalls, savedCrews } from './crew/crews';
import { loadDetectors, saveDetectors } from './detectors';
import { loadFires, saveFires } from './fires';
import { savedFlood } from './flood/step-flood';
import { loadTunnelKnobs, saveTunnelKnobs } from './knobs';
import { savedFireLinkage } from './linkage/fire-linkage';
import { savedFloodLinkage } from './linkage/flood-linkage';
import { savedGasLinkage } from './linkage/gas-linkage';
import { savedSections } from './section-state';
import { emptyTunnel, type TunnelRun, type TunnelState } from './state';
import { loadTotals, saveTotals } from './totals';
import { savedStretches } from './vessels';

const KIND = 'tunnel';
const VERSION = 2;

type Saved = Float64Array | Int32Array | Uint8Array;

/** Every array that is state and has no save of its own, in the order in which it is saved. */
function arrays(run: TunnelRun): readonly Saved[] {
  const of = <Name extends string>(part: Readonly<Record<Name, Saved>>, names: readonly Name[]): Saved[] =>
    names.map((name) => part[name]);
  return [
    ...of(run.flood, savedFlood),
    ...of(run.gasLinkage, savedGasLinkage),
    ...of(run.floodLinkage, savedFloodLinkage),
    ...of(run.fireLinkage, savedFireLinkage),
    ...of(run.crews, savedCrews),
    ...of(run.calls, savedCalls),
    ...of(run.sections, savedSections),
    ...of(run.stretches, savedStretches),
    ...of(run.lostCable, ['cause', 'section']),
    // Told once a minute, or only where something leaks.
    ...of(run.cells, ['heatW', 'gasM3PerS', 'gasAtM']),
    run.limits.forC,
    ...run.limits.share,
    ...run.plan.cables.sections.flatMap((cables) =>
      cables === null ? [] : of(cables, ['conductorC', 'sheathC', 'surfaceC', 'groundC', 'toAirWPerM']),
    ),
  ];
}

export function saveTunnel({ scene, knobs, totals, run }: TunnelState): Encoder {
  const out = new Encoder(KIND, VERSION).text(scene.hash);
  saveTunnelKnobs(knobs, out);
  saveTotals(totals, out);
  if (run === null) return out;
  out.bool(run.areCablesWarm).u8(run.isBusy);
  for (const array of arrays(run)) {
    if (array instanceof Float64Array) out.float64s(array);
    else if (array instanceof Int32Array) out.int32s(array);
    else out.uint8s(array);
  }
  saveAir(run.air, out);
  saveCells(run.cells, out);
  saveDetectors(run.detectors, out);
  saveFires(run.fires, out);
  return out;
}

export function loadTunnel(scene: CompiledScene, settings: RunSettings, saved: Uint8Array): TunnelState {
  const state = emptyTunnel(scene, settings);
  const from = new Decoder(saved, KIND, VERSION);
  const hash = from.text();
  if (hash !== scene.hash) throw new Error(`met galleries saved in scene ${hash}, expected ${scene.hash}`);
  loadTunnelKnobs(state.knobs, from);
  loadTotals(state.totals, from);
  const { run } = state;
  if (run !== null) {
    run.areCablesWarm = from.bool();
    run.isBusy = from.u8();
    for (const array of arrays(run)) {
      if (array instanceof Float64Array) from.float64s(array);
      else if (array instanceof Int32Array) from.int32s(array);
      else from.uint8s(array);
    }
    loadAir(run.air, from);
    loadCells(run.cells, from);
    loadDetectors(run.detectors, from);
    loadFires(run.plan, run.fires, from);
  }
  from.end();
  return state;
}
