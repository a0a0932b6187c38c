/** Gas of a leak as the gallery's air has it. */
import { ATMOSPHERE_PA, methaneKgPerM3 } from './orifice';

/** Gas in mains has the ground's temperature, and is the gallery's by the time that it is among the air. */
export const GAS_K = 293.15;
/** m³ of methane at the air's reference, 20 °C and 1 atm, per kg. */
export const METHANE_M3_PER_KG = 1 / methaneKgPerM3(ATMOSPHERE_PA, GAS_K);
/** A gasket, a flange, a crack under a coating let gas out gently: it rises. A free sonic jet mixes what it meets. */
export const GENTLE = 1;
