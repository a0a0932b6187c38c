/** What energy and what lies in galleries tell each other in a step, by slot; causes are happenings, 0 for none. */
import type { StepContext } from '../../../ports';

export const galleryReads = [
  'tunnel.section-demand',
  'tunnel.gas-leak',
  'tunnel.gas-shut',
  'tunnel.gas-left',
  'tunnel.cable-limit',
  'tunnel.cable-lost',
  'tunnel.section-flooded',
] as const;
export type GalleryReads = (typeof galleryReads)[number];

export const galleryWrites = [
  'energy.section-supply',
  'energy.gas-pressure',
  'energy.gas-closed-in',
  'energy.cable-current',
  'energy.gallery-heat',
  'energy.outdoor-temperature',
  'energy.gallery-inflow',
  'energy.street-inflow',
  'energy.street-pit',
] as const;
export type GalleryWrites = (typeof galleryWrites)[number];

export interface Told {
  readonly values: Float64Array;
  readonly causes: Int32Array;
}

export interface GalleryPorts {
  readonly demandKw: Float64Array;
  readonly gas: GalleryGasPorts;
  readonly cableLimit: Told;
  readonly cableLost: Told;
  readonly signalCause: Int32Array;
  readonly pumpCause: Int32Array;
  readonly sectionSupply: Told;
  readonly cableA: Float64Array;
  readonly heatKw: Float64Array;
  readonly outdoorC: Float64Array;
  readonly flooded: Told;
  readonly mains: { readonly galleryInflow: Told; readonly streetInflow: Told; readonly streetPit: Told };
}

export interface GalleryGasPorts {
  readonly leak: Told;
  readonly shut: Told;
  readonly leftKg: Float64Array;
  readonly pressureKpa: Float64Array;
  readonly closedInKg: Float64Array;
}

type Writes = GalleryWrites | 'energy.signal-supply' | 'energy.pump-supply';

export function galleryPorts(context: StepContext<GalleryReads, Writes>): GalleryPorts {
  const told = (port: GalleryReads): Told => ({ values: context.read(port), causes: context.readCauses(port) });
  const tells = (port: GalleryWrites): Told => ({ values: context.write(port), causes: context.writeCauses(port) });
  return {
    flooded: told('tunnel.section-flooded'),
    mains: {
      galleryInflow: tells('energy.gallery-inflow'),
      streetInflow: tells('energy.street-inflow'),
      streetPit: tells('energy.street-pit'),
    },
    demandKw: context.read('tunnel.section-demand'),
    gas: {
      leak: told('tunnel.gas-leak'),
      shut: told('tunnel.gas-shut'),
      leftKg: context.read('tunnel.gas-left'),
      pressureKpa: context.write('energy.gas-pressure'),
      closedInKg: context.write('energy.gas-closed-in'),
    },
    cableLimit: told('tunnel.cable-limit'),
    cableLost: told('tunnel.cable-lost'),
    signalCause: context.writeCauses('energy.signal-supply'),
    pumpCause: context.writeCauses('energy.pump-supply'),
    sectionSupply: {
      values: context.write('energy.section-supply'),
      causes: context.writeCauses('energy.section-supply'),
    },
    cableA: context.write('energy.cable-current'),
    heatKw: context.write('energy.gallery-heat'),
    outdoorC: context.write('energy.outdoor-temperature'),
  };
}
