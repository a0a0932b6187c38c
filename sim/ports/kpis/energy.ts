import type { Kpi } from './kpi';

/** Figures of the four carriers: what is taken, made, lost and not served. */
export const energyKpis = {
  'energy.electric-demand': {
    unit: 'kW',
    better: 'none',
    deadband: 0.005,
    formula: 'what everything with voltage draws from the electrical grid now, without losses',
  },
  'energy.electric-peak': {
    unit: 'kW',
    better: 'less',
    deadband: 0.005,
    formula:
      'highest mean demand over a quarter of an hour by the clock since the start; until the first is over, the mean since the start',
  },
  'energy.import-peak': {
    unit: 'kW',
    better: 'less',
    deadband: 0.005,
    formula:
      'highest mean of what all connections take from the grid above, less what they send back, over a quarter of an hour by the clock since the start; until the first is over, the mean since the start',
  },
  'energy.imported-electricity': {
    unit: 'kWh',
    better: 'less',
    deadband: 0.005,
    formula: 'energy taken from the grid above at all its connections since the start',
  },
  'energy.exported-electricity': {
    unit: 'kWh',
    better: 'none',
    deadband: 0.01,
    formula: 'energy given to the grid above, likewise',
  },
  'energy.solar-electricity': {
    unit: 'kWh',
    better: 'more',
    deadband: 0.005,
    formula: 'energy that roofs with photovoltaics have fed in since the start',
  },
  'energy.wind-electricity': {
    unit: 'kWh',
    better: 'more',
    deadband: 0.005,
    formula: 'energy that wind turbines have fed in since the start',
  },
  'energy.network-losses': {
    unit: 'kWh',
    better: 'less',
    deadband: 0.005,
    formula: 'heat of lines and transformers, copper and iron, since the start (AC power flow)',
  },
  'energy.unserved-electricity': {
    unit: 'kWh',
    better: 'less',
    deadband: 0,
    formula: 'what those without voltage would have drawn since the start, by their own loads minute by minute',
  },
  'energy.island-electricity': {
    unit: 'kWh',
    better: 'none',
    deadband: 0,
    formula:
      'energy that batteries of stations have given to parts of the grid that they held up alone since the start',
  },
  'energy.buildings-dark': {
    unit: 'count',
    better: 'less',
    deadband: 0,
    formula: 'buildings without voltage now',
  },
  'energy.worst-loading': {
    unit: '%',
    better: 'less',
    deadband: 0.005,
    formula: 'highest current over rating of any line, cable or substation transformer since the start',
  },
  'energy.loading-now': {
    unit: '%',
    better: 'less',
    deadband: 0.01,
    formula: 'highest current over rating of any line, cable or substation transformer now',
  },
  'energy.worst-house-loading': {
    unit: '%',
    better: 'less',
    deadband: 0.005,
    formula: 'highest current over rating of any transformer that buildings hang on since the start',
  },
  'energy.lowest-voltage': {
    unit: '%',
    better: 'more',
    deadband: 0.001,
    formula: 'lowest voltage over nominal of any point with supply since the start',
  },
  'energy.highest-voltage': {
    unit: '%',
    better: 'less',
    deadband: 0.001,
    formula: 'highest voltage over nominal of any point of 10 kV or less since the start',
  },
  'energy.corridor-land': {
    unit: 'mu',
    better: 'less',
    deadband: 0,
    formula:
      'land under the corridors of lines from 35 kV up while lines hang: 20 m for each row of towers of two circuits; cables take none',
  },
  'energy.breaker-trips': {
    unit: 'count',
    better: 'less',
    deadband: 0,
    formula: 'breakers and fuses that faults and overloads have opened since the start',
  },
  'energy.overload-trips': {
    unit: 'count',
    better: 'less',
    deadband: 0,
    formula: 'part of these: parted because a link had grown too warm',
  },
  'energy.overloads-foreseen': {
    unit: 'count',
    better: 'none',
    deadband: 0,
    formula: 'calls to hold back that the control room has made for what it foresaw since the start',
  },
  'energy.overloads-averted': {
    unit: 'count',
    better: 'more',
    deadband: 0,
    formula:
      'of these, how many links would have grown warm enough to trip without what was held back, and did not trip before',
  },
  'energy.foreseen-in-vain': {
    unit: 'count',
    better: 'less',
    deadband: 0,
    formula: 'of these, how many were over without the link ever having grown so warm, even without the call',
  },
  'energy.foresight-lead': {
    unit: 'min',
    better: 'more',
    deadband: 0.5,
    formula: 'of what was averted: from the call to when the link would have tripped, mean',
  },
  'energy.held-back': {
    unit: 'kWh',
    better: 'less',
    deadband: 0.005,
    formula: 'light and devices that customers have switched off because the control room called, since the start',
  },
  'energy.engine-electricity': {
    unit: 'kWh',
    better: 'none',
    deadband: 0.01,
    formula: 'power that gas engines of the stations have given since the start',
  },
  'energy.gas': {
    unit: 'kWh',
    better: 'less',
    deadband: 0.005,
    formula: 'gas burnt by stations and buildings since the start, by its lower heating value',
  },
  'energy.gas-of-buildings': {
    unit: 'kWh',
    better: 'none',
    deadband: 0.005,
    formula: 'part of the gas: what kitchens, processes and boilers in buildings have burnt',
  },
  'energy.ambient-heat': {
    unit: 'kWh',
    better: 'more',
    deadband: 0.005,
    formula: 'heat that heat pumps have taken from ground, water and air since the start',
  },
  'energy.heat-dumped': {
    unit: 'kWh',
    better: 'less',
    deadband: 0.01,
    formula: 'heat of engines that nobody had a use for and coolers gave to the air since the start',
  },
  'energy.unserved-gas': {
    unit: 'kWh',
    better: 'less',
    deadband: 0,
    formula:
      'gas that buildings and running machines of stations wanted and did not get since the start; machines that low pressure has shut want none',
  },
  'energy.leaked-gas': {
    unit: 'kWh',
    better: 'less',
    deadband: 0,
    formula: 'gas that mains have lost to the air since the start, by its lower heating value',
  },
  'energy.lowest-gas-pressure': {
    unit: '%',
    better: 'more',
    deadband: 0.005,
    formula: 'lowest pressure over nominal of any point of the gas network above the low level since the start',
  },
  'energy.lowest-low-gas-pressure': {
    unit: '%',
    better: 'more',
    deadband: 0.005,
    formula: 'lowest pressure over nominal of any point of the low level, behind its regulators, since the start',
  },
  'energy.line-pack': {
    unit: 'kWh',
    better: 'none',
    deadband: 0.005,
    formula: 'gas that the pipes hold now, by its lower heating value',
  },
  'energy.heat-delivered': {
    unit: 'kWh',
    better: 'none',
    deadband: 0.01,
    formula: 'heat that loops have brought to buildings since the start',
  },
  'energy.cooling-delivered': {
    unit: 'kWh',
    better: 'none',
    deadband: 0.01,
    formula: 'cold that loops have brought to buildings since the start',
  },
  'energy.unserved-heat': {
    unit: 'kWh',
    better: 'less',
    deadband: 0,
    formula: 'heat that buildings asked their loops for and did not get since the start',
  },
  'energy.loop-water-lost': {
    unit: 'm³',
    better: 'less',
    deadband: 0,
    formula: 'water that ran out of burst mains of heat and cold since the start',
  },
  'energy.unserved-cooling': {
    unit: 'kWh',
    better: 'less',
    deadband: 0,
    formula: 'cold, likewise',
  },
  'energy.heat-losses': {
    unit: 'kWh',
    better: 'less',
    deadband: 0.01,
    formula: 'heat that pipes have lost to the ground since the start',
  },
  'energy.cost': {
    unit: '¥',
    better: 'less',
    deadband: 0.005,
    formula:
      'power bought by the hour at the tariff less power sold, and gas, since the start (prices are an assumption)',
  },
  'energy.co2': {
    unit: 'kg',
    better: 'less',
    deadband: 0.005,
    formula:
      'carbon dioxide of gas (IPCC 2006, 56.1 kg/GJ) and of power bought (Shandong 2022, 0.641 kg/kWh) since the start',
  },
  'energy.co2-now': {
    unit: 'kg/h',
    better: 'less',
    deadband: 0.005,
    formula: 'the same, of the last step, an hour long at that rate',
  },
  'energy.co2-of-the-day': {
    unit: 'kg',
    better: 'less',
    deadband: 0.005,
    formula: 'the same since midnight, or since the start where that is later',
  },
  'energy.primary-energy': {
    unit: 'kgce',
    better: 'less',
    deadband: 0.005,
    formula: 'gas at 0.1229 and power bought at 0.30 kilograms of standard coal a kWh since the start',
  },
  'energy.cars-charged': {
    unit: 'kWh',
    better: 'none',
    deadband: 0.01,
    formula: 'energy that cars have drawn at their owners’ chargers since the start, where nobody drives in the run',
  },
  'energy.cars-gave-back': {
    unit: 'kWh',
    better: 'none',
    deadband: 0.01,
    formula: 'energy that cars have given back at their owners’ chargers since the start, likewise',
  },
  'energy.cars-ready': {
    unit: '%',
    better: 'more',
    deadband: 0.005,
    formula:
      'of all cars that have left their chargers at home, those that had what charging at once would have given them by then, but for a quarter of a kWh',
  },
} as const satisfies Record<string, Kpi>;
