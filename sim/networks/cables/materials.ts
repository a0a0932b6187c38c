/** What cables are made of. IEC 60287-1-1 table 1 (metals), 60287-2-1 table 1 (thermal), IEC 60853-2 annex E (heat capacities). */
export interface Metal {
  /** At 20 °C. */
  readonly resistivityOhmM: number;
  readonly temperatureCoefficientPerK: number;
  readonly heatCapacityJPerM3K: number;
}

export interface Plastic {
  readonly thermalResistivityKmPerW: number;
  readonly heatCapacityJPerM3K: number;
}

export const COPPER: Metal = {
  resistivityOhmM: 1.7241e-8,
  temperatureCoefficientPerK: 3.93e-3,
  heatCapacityJPerM3K: 3.45e6,
};
export const ALUMINIUM: Metal = {
  resistivityOhmM: 2.84e-8, // as a sheath; as a conductor IEC 60228 gives the resistance itself
  temperatureCoefficientPerK: 4.03e-3,
  heatCapacityJPerM3K: 2.5e6,
};
export const STEEL: Metal = {
  resistivityOhmM: 1.38e-7,
  temperatureCoefficientPerK: 4.5e-3,
  heatCapacityJPerM3K: 3.8e6,
};

export const XLPE: Plastic = { thermalResistivityKmPerW: 3.5, heatCapacityJPerM3K: 2.4e6 };
export const SEMICONDUCTING: Plastic = { thermalResistivityKmPerW: 2.5, heatCapacityJPerM3K: 2.4e6 }; // CIGRE TB 880
export const PE: Plastic = { thermalResistivityKmPerW: 3.5, heatCapacityJPerM3K: 2.4e6 };
export const PVC: Plastic = { thermalResistivityKmPerW: 6, heatCapacityJPerM3K: 1.7e6 }; // above 3 kV
export const FILLER: Plastic = { thermalResistivityKmPerW: 6, heatCapacityJPerM3K: 2e6 }; // polypropylene and tapes
/** Semi-conducting water-blocking tape beneath a corrugated sheath: bedding, IEC 60287-2-1 table 1. */
export const BEDDING: Plastic = { thermalResistivityKmPerW: 6, heatCapacityJPerM3K: 2e6 };

export const KELVIN = 273.15;
