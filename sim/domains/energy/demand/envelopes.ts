/**
 * What stands between inside and outside, by class. U-values are the limits of the standards for the cold zone 2A in
 * which Qingdao lies (HDD18 2,401), homes of four to eight storeys and public buildings of ordinary shape:
 * 'old' as JGJ 26-95 (half of the energy of 1980), 'code' as JGJ 26-2010 and GB 50189-2005/2015, 'low-energy' as GB
 * 55015-2021 and the better half of GB/T 51350-2019, 'passive-house' as its passive class (as PHI's). Air through joints
 * at ordinary pressure; the code's own check uses 0.5 an hour.
 */
import type { Building } from '../../../scene';

export type EnvelopeClass = NonNullable<Building['envelope']>;
export const envelopeClasses: readonly EnvelopeClass[] = ['passive-house', 'low-energy', 'code', 'old'];

export interface Envelope {
  readonly wallWPerM2K: number;
  readonly roofWPerM2K: number;
  readonly floorWPerM2K: number;
  readonly windowWPerM2K: number;
  /** Total solar transmittance of the glass. */
  readonly glassGValue: number;
  /** Of the sun on its windows, what shutters and blinds outside let by in summer; GB/T 51350 asks for such where they face the sun. */
  readonly summerShade: number;
  /** Volume of rooms an hour, by joints and the opening of windows for air. */
  readonly airChangesPerH: number;
  /** Of the heat in this air, what is kept, by a passive house's fans. */
  readonly heatRecovery: number;
  /** Of the heat in the fresh air of offices, shops and halls: GB 50189 has asked for 60 % of the larger flows since 2005. */
  readonly fansRecovery: number;
  /** Installed light against the reference's 11 W/m² of GB 50034-2004: 9 since 2013, 8 since GB 55015. */
  readonly lightFactor: number;
  /** Devices and drives bought with it against the reference's (motors of GB 18613-2012 and 2020, appliances of GB 12021): our estimate. */
  readonly deviceFactor: number;
}

export const envelopes: Readonly<Record<EnvelopeClass, Envelope>> = {
  'passive-house': {
    wallWPerM2K: 0.15,
    roofWPerM2K: 0.15,
    floorWPerM2K: 0.25,
    windowWPerM2K: 1,
    glassGValue: 0.5,
    summerShade: 0.45,
    airChangesPerH: 0.45,
    heatRecovery: 0.65,
    fansRecovery: 0.75,
    lightFactor: 8 / 11,
    deviceFactor: 0.9,
  },
  'low-energy': {
    wallWPerM2K: 0.35,
    roofWPerM2K: 0.25,
    floorWPerM2K: 0.35,
    windowWPerM2K: 1.8,
    glassGValue: 0.5,
    summerShade: 0.7,
    airChangesPerH: 0.45,
    heatRecovery: 0.3,
    fansRecovery: 0.6,
    lightFactor: 8 / 11,
    deviceFactor: 0.93,
  },
  code: {
    wallWPerM2K: 0.55,
    roofWPerM2K: 0.45,
    floorWPerM2K: 0.5,
    windowWPerM2K: 2.7,
    glassGValue: 0.6,
    summerShade: 1,
    airChangesPerH: 0.5,
    heatRecovery: 0,
    fansRecovery: 0.3,
    lightFactor: 9 / 11,
    deviceFactor: 0.97,
  },
  old: {
    wallWPerM2K: 1,
    roofWPerM2K: 0.7,
    floorWPerM2K: 0.6,
    windowWPerM2K: 4,
    glassGValue: 0.7,
    summerShade: 1,
    airChangesPerH: 0.7,
    heatRecovery: 0,
    fansRecovery: 0,
    lightFactor: 1,
    deviceFactor: 1,
  },
};
