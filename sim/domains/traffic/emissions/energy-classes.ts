/**
 * What drives a vehicle, and how heavy and how streamlined it is. Round figures of typical vehicles with people or load
 * on board, not of one model; what they add up to is held against published consumption in the tests.
 *
 * Sources. Masses, frontal areas, drag and rolling coefficients: Guzzella and Sciarretta, Vehicle Propulsion Systems
 * (3rd ed. 2013), ch. 2, and the vehicles of Fontaras et al., Prog. Energy Combust. Sci. 60 (2017) 97–131; buses and
 * trucks: EMEP/EEA guidebook 2019, 1.A.3.b, weight classes, half loaded. Displacements and revolutions are those usual
 * for such engines.
 */

/** A bicycle, an empty row: nothing burns and no battery is drained. */
export const NO_DRIVE = 0;
export const PETROL_CAR = 1;
export const DIESEL_CAR = 2;
export const ELECTRIC_CAR = 3;
/** An ambulance or a delivery van of 3.5 t. */
export const DIESEL_VAN = 4;
/** A rigid truck of 12 t, half loaded; a fire engine. */
export const DIESEL_TRUCK = 5;
export const DIESEL_BUS = 6;
export const ELECTRIC_BUS = 7;
export const ENERGY_CLASS_COUNT = 8;

/** All of the following are indexed by energy class. */
export const classMassKg = Float64Array.of(0, 1_500, 1_550, 1_800, 3_000, 8_500, 14_000, 15_500);
/** Mass with what wheels, gears and engine add when they are spun up. */
const rotatingShare = Float64Array.of(0, 0.05, 0.06, 0.04, 0.06, 0.06, 0.05, 0.04);
export const classInertiaKg = classMassKg.map((massKg, kind) => massKg * (1 + rotatingShare[kind]));
/** Drag coefficient times frontal area: 0.30 · 2.2 m² for a car, 0.65 · 8 m² for a city bus. */
export const classDragAreaM2 = Float64Array.of(0, 0.66, 0.66, 0.64, 1.5, 3.9, 5.2, 5.2);
export const classRollingResistance = Float64Array.of(0, 0.011, 0.011, 0.01, 0.01, 0.008, 0.008, 0.008);

/** Wheels to engine, or wheels to battery terminals with motor and inverter (Guzzella and Sciarretta, ch. 4). */
export const classDrivetrainEfficiency = Float64Array.of(1, 0.9, 0.9, 0.88, 0.9, 0.88, 0.86, 0.88);
/** Always on: alternator and pumps; in a bus fans, compressor, doors, lights and ventilation. Heating and cooling come on top. */
export const classAuxiliaryW = Float64Array.of(0, 350, 350, 600, 600, 2_000, 5_000, 6_000);

export const classIsElectric = Uint8Array.of(0, 0, 0, 1, 0, 0, 0, 1);
export const classIsDiesel = Uint8Array.of(0, 0, 1, 0, 1, 1, 1, 0);

export const classDisplacementL = Float64Array.of(0, 1.6, 1.7, 0, 2.2, 5.5, 7, 0);
export const classIdleRevPerS = Float64Array.of(0, 12.5, 13, 0, 13, 10, 10, 0);
/** While it drives, the mean between two gear changes in town; above, what the top gear gives. */
export const classTownRevPerS = Float64Array.of(0, 30, 28, 0, 28, 24, 22, 0);
export const classTopGearRevPerM = Float64Array.of(0, 1.35, 1.15, 0, 1.2, 1.25, 1.25, 0);

/** Usable energy of a full battery: 50 kWh for a car, 250 kWh for a bus. */
export const classBatteryJ = Float64Array.of(0, 0, 0, 180e6, 0, 0, 0, 900e6);
/** Most that a driven axle brakes by its motor. */
export const classRecuperationW = Float64Array.of(0, 0, 0, 60e3, 0, 0, 0, 150e3);
