/**
 * Utility tunnels: the air, gas, water and fire in their sections, the linkage of detectors, fans, valves and people,
 * and what all that does to the roads above and to the networks that lie in them.
 */
import type { Domain } from '../../ports';
import { tunnelSections, writeTunnelFrame } from './frame';
import { allInflow } from './inflow';
import { measureTunnel } from './kpis';
import { patchTunnel } from './patch';
import { loadTunnel, saveTunnel } from './save';
import type { TunnelState } from './state';
import { createTunnel, stepTunnel } from './step';
import { strainOfTunnel } from './strain';

export type { TunnelState } from './state';

const reads = [
  'energy.section-supply',
  'energy.gas-pressure',
  'energy.gas-closed-in',
  'energy.cable-current',
  'energy.gallery-heat',
  'energy.outdoor-temperature',
  'traffic.crew-travel-time',
  'traffic.engines-there',
  'water.gallery-inflow',
  'telecom.section-heard',
  'drainage.gallery-inflow',
  'energy.gallery-inflow',
] as const;
const writes = [
  'tunnel.road-hazard',
  'tunnel.section-demand',
  'tunnel.gas-leak',
  'tunnel.gas-shut',
  'tunnel.gas-left',
  'tunnel.cable-limit',
  'tunnel.cable-lost',
  'tunnel.water-shut',
  'tunnel.section-flooded',
  'tunnel.fire-call',
  'tunnel.fibre-lost',
] as const;

const INFLOWS = ['water.gallery-inflow', 'drainage.gallery-inflow', 'energy.gallery-inflow'] as const;
const PERIOD_SECONDS = 1;

export const tunnelDomain: Domain<TunnelState, (typeof reads)[number], (typeof writes)[number]> = {
  name: 'tunnel',
  periodSeconds: PERIOD_SECONDS,
  reads,
  writes,
  create: createTunnel,
  step(state, context) {
    if (state.run === null) return;
    stepTunnel(state, {
      seconds: context.seconds,
      stepSeconds: context.stepSeconds,
      sectionSupply: context.read('energy.section-supply'),
      supplyCause: context.readCauses('energy.section-supply'),
      gasPressureKpa: context.read('energy.gas-pressure'),
      gasClosedInKg: context.read('energy.gas-closed-in'),
      cableCurrentA: context.read('energy.cable-current'),
      galleryHeatKw: context.read('energy.gallery-heat'),
      outdoorC: context.read('energy.outdoor-temperature'),
      crewTravelS: context.read('traffic.crew-travel-time'),
      enginesThere: context.read('traffic.engines-there'),
      enginesCause: context.readCauses('traffic.engines-there'),
      ...allInflow(
        state.run.inflow,
        INFLOWS.map((port) => ({ values: context.read(port), causes: context.readCauses(port) })),
      ),
      sectionHeard: context.read('telecom.section-heard'),
      roadHazard: context.write('tunnel.road-hazard'),
      hazardCause: context.writeCauses('tunnel.road-hazard'),
      sectionDemandKw: context.write('tunnel.section-demand'),
      gasLeakKgPerS: context.write('tunnel.gas-leak'),
      leakCause: context.writeCauses('tunnel.gas-leak'),
      gasShut: context.write('tunnel.gas-shut'),
      shutCause: context.writeCauses('tunnel.gas-shut'),
      gasLeftKg: context.write('tunnel.gas-left'),
      cableLimit: context.write('tunnel.cable-limit'),
      limitCause: context.writeCauses('tunnel.cable-limit'),
      cableLost: context.write('tunnel.cable-lost'),
      lostCause: context.writeCauses('tunnel.cable-lost'),
      waterShut: context.write('tunnel.water-shut'),
      waterShutCause: context.writeCauses('tunnel.water-shut'),
      sectionFlooded: context.write('tunnel.section-flooded'),
      sectionFloodedCause: context.writeCauses('tunnel.section-flooded'),
      fireCall: context.write('tunnel.fire-call'),
      fireCallCause: context.writeCauses('tunnel.fire-call'),
      fibreLost: context.write('tunnel.fibre-lost'),
      fibreCause: context.writeCauses('tunnel.fibre-lost'),
      happen: (code, element, causes, values) => context.happen(code, element, causes, values),
    });
  },
  patch: patchTunnel,
  measure: measureTunnel,
  strain: strainOfTunnel,
  frameSections: tunnelSections,
  writeFrame: writeTunnelFrame,
  save: (state) => saveTunnel(state).finish(),
  encode: saveTunnel,
  load: loadTunnel,
};
