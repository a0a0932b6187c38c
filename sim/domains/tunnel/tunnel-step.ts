import type { StepContext } from '../../ports';

/** What a step is told and what it fills in, by slot. */
export interface TunnelStep {
  readonly seconds: number;
  readonly stepSeconds: number;
  readonly sectionSupply: Float64Array;
  readonly supplyCause: Int32Array;
  readonly gasPressureKpa: Float64Array;
  readonly gasClosedInKg: Float64Array;
  readonly cableCurrentA: Float64Array;
  readonly galleryHeatKw: Float64Array;
  readonly outdoorC: Float64Array;
  readonly crewTravelS: Float64Array;
  readonly enginesThere: Float64Array;
  readonly enginesCause: Int32Array;
  readonly inflowM3PerS: Float64Array;
  readonly inflowCause: Int32Array;
  /** Above 0 where the control centre hears a section's controller. */
  readonly sectionHeard: Float64Array;
  readonly roadHazard: Float64Array;
  readonly hazardCause: Int32Array;
  readonly sectionDemandKw: Float64Array;
  readonly gasLeakKgPerS: Float64Array;
  readonly leakCause: Int32Array;
  readonly gasShut: Float64Array;
  readonly shutCause: Int32Array;
  readonly gasLeftKg: Float64Array;
  readonly cableLimit: Float64Array;
  readonly limitCause: Int32Array;
  readonly cableLost: Float64Array;
  readonly lostCause: Int32Array;
  readonly waterShut: Float64Array;
  readonly waterShutCause: Int32Array;
  readonly sectionFlooded: Float64Array;
  readonly sectionFloodedCause: Int32Array;
  readonly fireCall: Float64Array;
  readonly fireCallCause: Int32Array;
  readonly fibreLost: Float64Array;
  readonly fibreCause: Int32Array;
  readonly happen: StepContext<never, never>['happen'];
}
