/**
 * What a building's use asks of energy, per square metre of gross floor area or per person. Electricity without cooling
 * is an input (kWh a year, spread by the schedules); heat and cooling of rooms are not: they follow from walls, weather
 * and the set points here. Yearly electricity by kind as in the park's candidate balance, homes 18, offices and research 45,
 * commerce and public 80, making 89 kWh/m², between the constraint and guiding values of GB/T 51161-2016 where it has any.
 */
import type { BuildingUse } from '../../../scene';
import type { Pattern } from './patterns';

export interface UseRow {
  readonly pattern: Pattern;
  /** Yearly, without cooling of rooms, as built in a reference park. */
  readonly electricityKwhPerM2: number;
  /** Of this: light; refrigeration and other thermostats; lifts, pumps, standby that never change. The rest are devices. */
  readonly lightShare: number;
  readonly thermostatShare: number;
  readonly steadyShare: number;
  /** Of the electricity, what stays in the rooms as heat. */
  readonly staysAsHeat: number;
  /** Of a curtailed part, what is done later instead. */
  readonly deferrable: number;
  readonly cosPhi: number;
  /** Who is there beside residents, workers, pupils and beds. */
  readonly visitorsPerM2: number;
  /** Fresh air by fans while people are in, m³/h each; 0: by the windows and joints alone. */
  readonly freshAirM3PerH: number;
  /** Windows thrown open change the air so often an hour; in a sealed façade only its few vents open. */
  readonly openedPerH: number;
  readonly heatC: number;
  readonly setBackC: number;
  readonly coolC: number;
  /** Of the floor, what has cooling that runs while people are in. */
  readonly cooledShare: number;
  /** Of façades, glass. */
  readonly glassShare: number;
  /** Of 60 °C warm water a person and day, litres: GB 50015-2019, table 6.2.1, daily mean. */
  readonly waterLPerDay: number;
  readonly gasCookingKwhPerM2: number;
  /** Yearly, from the hot-water loop at 90 °C or by burners: our estimate for light industry. */
  readonly processHeatKwhPerM2: number;
  readonly processGasKwhPerM2: number;
  /** Yearly, all the year round: machines, laboratories, servers; our estimate. */
  readonly processCoolingKwhPerM2: number;
}

const NOTHING: UseRow = {
  pattern: 'always',
  electricityKwhPerM2: 0,
  lightShare: 0.2,
  thermostatShare: 0,
  steadyShare: 0.1,
  staysAsHeat: 0.9,
  deferrable: 0,
  cosPhi: 0.95,
  visitorsPerM2: 0,
  freshAirM3PerH: 0,
  openedPerH: 0,
  heatC: 0,
  setBackC: 0,
  coolC: 26,
  cooledShare: 0,
  glassShare: 0,
  waterLPerDay: 0,
  gasCookingKwhPerM2: 0,
  processHeatKwhPerM2: 0,
  processGasKwhPerM2: 0,
  processCoolingKwhPerM2: 0,
};

const HOME: UseRow = {
  ...NOTHING,
  pattern: 'home',
  electricityKwhPerM2: 18,
  lightShare: 0.22,
  thermostatShare: 0.2,
  steadyShare: 0.12,
  deferrable: 0.8,
  cosPhi: 0.96,
  openedPerH: 3,
  heatC: 20,
  setBackC: 20,
  cooledShare: 0.45,
  glassShare: 0.3,
  waterLPerDay: 30,
  gasCookingKwhPerM2: 8,
};

const OFFICE: UseRow = {
  ...NOTHING,
  pattern: 'work',
  electricityKwhPerM2: 43,
  lightShare: 0.35,
  thermostatShare: 0.03,
  steadyShare: 0.1,
  deferrable: 0.3,
  freshAirM3PerH: 30,
  openedPerH: 0.4,
  heatC: 20,
  setBackC: 14,
  cooledShare: 0.9,
  glassShare: 0.45,
  waterLPerDay: 5,
  processCoolingKwhPerM2: 5,
};

const SHOP: UseRow = {
  ...NOTHING,
  pattern: 'shop',
  electricityKwhPerM2: 86,
  lightShare: 0.42,
  thermostatShare: 0.15,
  steadyShare: 0.08,
  deferrable: 0.3,
  visitorsPerM2: 0.09,
  freshAirM3PerH: 20,
  openedPerH: 0.2,
  heatC: 18,
  setBackC: 10,
  cooledShare: 0.95,
  glassShare: 0.4,
  waterLPerDay: 2,
  gasCookingKwhPerM2: 14,
};

const MAKING: UseRow = {
  ...NOTHING,
  pattern: 'shifts',
  electricityKwhPerM2: 92,
  lightShare: 0.18,
  thermostatShare: 0.05,
  steadyShare: 0.12,
  staysAsHeat: 0.6,
  deferrable: 0.6,
  cosPhi: 0.92,
  freshAirM3PerH: 40,
  openedPerH: 1.5,
  heatC: 16,
  setBackC: 10,
  cooledShare: 0.25,
  glassShare: 0.15,
  waterLPerDay: 10,
  gasCookingKwhPerM2: 1,
  processHeatKwhPerM2: 67,
  processGasKwhPerM2: 12,
  processCoolingKwhPerM2: 18,
};

export const useRows: Readonly<Record<BuildingUse, UseRow>> = {
  housing: HOME,
  dormitory: { ...HOME, electricityKwhPerM2: 20, waterLPerDay: 35, gasCookingKwhPerM2: 4, cooledShare: 0.4 },
  office: OFFICE,
  research: { ...OFFICE, electricityKwhPerM2: 50, lightShare: 0.28, thermostatShare: 0.06, processCoolingKwhPerM2: 8 },
  civic: { ...OFFICE, electricityKwhPerM2: 40 },
  commerce: SHOP,
  culture: { ...SHOP, electricityKwhPerM2: 60, thermostatShare: 0.04, gasCookingKwhPerM2: 0 },
  hotel: {
    ...SHOP,
    pattern: 'guests',
    electricityKwhPerM2: 75,
    lightShare: 0.3,
    visitorsPerM2: 0.025,
    freshAirM3PerH: 30,
    heatC: 21,
    setBackC: 18,
    waterLPerDay: 100,
    gasCookingKwhPerM2: 18,
  },
  hospital: {
    ...SHOP,
    pattern: 'ward',
    electricityKwhPerM2: 95,
    lightShare: 0.25,
    deferrable: 0.1,
    visitorsPerM2: 0.03,
    freshAirM3PerH: 40,
    heatC: 22,
    setBackC: 20,
    waterLPerDay: 60,
    gasCookingKwhPerM2: 8,
  },
  school: {
    ...OFFICE,
    pattern: 'school',
    processCoolingKwhPerM2: 0,
    openedPerH: 3,
    electricityKwhPerM2: 25,
    visitorsPerM2: 0.08,
    heatC: 18,
    setBackC: 10,
    cooledShare: 0.4,
    waterLPerDay: 4,
    gasCookingKwhPerM2: 8,
  },
  kindergarten: {
    ...OFFICE,
    pattern: 'school',
    processCoolingKwhPerM2: 0,
    openedPerH: 3,
    electricityKwhPerM2: 25,
    visitorsPerM2: 0.08,
    setBackC: 12,
    cooledShare: 0.5,
    waterLPerDay: 15,
    gasCookingKwhPerM2: 8,
  },
  industry: MAKING,
  logistics: {
    ...MAKING,
    pattern: 'store',
    electricityKwhPerM2: 40,
    lightShare: 0.4,
    thermostatShare: 0.1,
    staysAsHeat: 0.9,
    freshAirM3PerH: 0,
    heatC: 10,
    setBackC: 5,
    cooledShare: 0,
    glassShare: 0.05,
    gasCookingKwhPerM2: 0,
    processHeatKwhPerM2: 0,
    processGasKwhPerM2: 0,
    processCoolingKwhPerM2: 0,
  },
  depot: {
    ...MAKING,
    pattern: 'store',
    electricityKwhPerM2: 50,
    heatC: 14,
    setBackC: 8,
    cooledShare: 0,
    gasCookingKwhPerM2: 0,
    processHeatKwhPerM2: 0,
    processGasKwhPerM2: 0,
    processCoolingKwhPerM2: 0,
  },
  'fire-station': {
    ...HOME,
    electricityKwhPerM2: 40,
    visitorsPerM2: 0,
    cooledShare: 0.5,
    waterLPerDay: 40,
    gasCookingKwhPerM2: 6,
  },
  'energy-station': { ...NOTHING, electricityKwhPerM2: 20 },
  substation: { ...NOTHING, electricityKwhPerM2: 30 },
  utility: { ...NOTHING, electricityKwhPerM2: 40 },
  'car-park': { ...NOTHING, electricityKwhPerM2: 25, lightShare: 0.8 },
};
