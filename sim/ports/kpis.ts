import type { Unit } from '../kernel';

export interface Kpi {
  readonly unit: Unit;
  /** Which way is better for the people of the city; 'none' where it depends. */
  readonly better: 'less' | 'more' | 'none';
  /** Differences up to this share of the baseline's value count as none; measured with changes that should do nothing. */
  readonly deadband: number;
  /** The formula in words; a view shows it translated by the KPI's name, this is its meaning for whoever reads the code. */
  readonly formula: string;
}

/** Every figure the city is judged by, on one page: its unit, its formula, which way is better. */
export const kpis = {
  'traffic.trips-inserted': {
    unit: 'trips',
    better: 'none',
    deadband: 0,
    formula: 'trips that have entered the network since the start',
  },
  'traffic.trips-arrived': {
    unit: 'trips',
    better: 'more',
    deadband: 0.005,
    formula: 'trips that have reached their destination since the start',
  },
  'traffic.trips-waiting': {
    unit: 'trips',
    better: 'less',
    deadband: 0.01,
    formula: 'trips whose departure is due and that have found no room to enter',
  },
  'traffic.trips-running': { unit: 'veh', better: 'none', deadband: 0.01, formula: 'vehicles in the network now' },
  'traffic.trips-stuck': {
    unit: 'veh',
    better: 'less',
    deadband: 0,
    formula: 'vehicles that have not moved for five minutes',
  },
  'traffic.trips-diverted': {
    unit: 'trips',
    better: 'less',
    deadband: 0,
    formula:
      'trips that changed route or destination because a road was shut, or took the quicker way that they were told of',
  },
  'traffic.mean-duration': {
    unit: 's',
    better: 'less',
    deadband: 0.005,
    formula:
      'time from entering to arriving, or to now for trips under way, averaged over all trips inserted since the start',
  },
  'traffic.mean-time-loss': {
    unit: 's',
    better: 'less',
    deadband: 0.01,
    formula:
      'time lost by driving slower than the driver could on an empty lane, averaged over all trips inserted since the start; without the wait to enter',
  },
  'traffic.mean-waiting': {
    unit: 's',
    better: 'less',
    deadband: 0.01,
    formula: 'time below 0.1 m/s, averaged over all trips inserted',
  },
  'traffic.mean-insertion-delay': {
    unit: 's',
    better: 'less',
    deadband: 0.01,
    formula: 'time from when a trip was due to when it found room to enter, or to now, averaged over all trips due',
  },
  'traffic.parking-search': {
    unit: 's',
    better: 'less',
    deadband: 0.01,
    formula:
      'time from finding a street full to turning into one with a space, or to now, averaged over all trips that wanted a public space; some who gave up included',
  },
  'traffic.walkers-crossed': {
    unit: 'persons',
    better: 'none',
    deadband: 0,
    formula: 'persons who have crossed a street by a marked crossing since the start, one for every crossing',
  },
  'traffic.walker-delay': {
    unit: 's',
    better: 'less',
    deadband: 0.01,
    formula: 'time waited at kerbs and refuges, over all persons who have come to a marked crossing since the start',
  },
  'traffic.delay': {
    unit: 'veh·h',
    better: 'less',
    deadband: 0.01,
    formula:
      'time of all trips together less what their distance takes at the limits of the unchanged city, plus the wait to enter',
  },
  'traffic.bus-time-loss': {
    unit: 's',
    better: 'less',
    deadband: 0.01,
    formula: 'time lost by buses, as for mean time loss, averaged over all buses inserted; standing at stops is none',
  },
  'traffic.bus-delay': {
    unit: 's',
    better: 'less',
    deadband: 0.02,
    formula:
      'arrival at a stop after the time of the timetable, averaged over all stops made since the start and those that are overdue now; early counts as none',
  },
  'traffic.bus-wait': {
    unit: 's',
    better: 'less',
    deadband: 0.02,
    formula:
      'time from coming to a stop to getting into a bus, or to now, averaged over all who have got in since the start and those who wait',
  },
  'traffic.bus-headway-variation': {
    unit: '1',
    better: 'less',
    deadband: 0.02,
    formula:
      "standard deviation of the headways' differences from the timetable's, over the mean headway of the timetable, at all stops since the start (TCRP Report 165)",
  },
  'traffic.bus-passengers-carried': {
    unit: 'persons',
    better: 'more',
    deadband: 0.005,
    formula: 'people who have reached the last stop of their way by bus since the start',
  },
  'traffic.bus-passengers-aboard': { unit: 'persons', better: 'none', deadband: 0.01, formula: 'people in buses now' },
  'traffic.bus-passengers-waiting': {
    unit: 'persons',
    better: 'less',
    deadband: 0.01,
    formula: 'people at stops now',
  },
  'traffic.bus-passengers-left-behind': {
    unit: 'count',
    better: 'less',
    deadband: 0,
    formula: 'how often somebody could not get into a bus that came because it was full, since the start',
  },
  'traffic.distance': { unit: 'veh·km', better: 'none', deadband: 0.005, formula: 'distance driven by all vehicles' },
  'traffic.crash-severity': {
    unit: '1',
    better: 'less',
    deadband: 0.01,
    formula: 'fourth power of speed, averaged over all distance driven since the start, over that of 50 km/h (Nilsson)',
  },
  'traffic.mean-speed': {
    unit: 'km/h',
    better: 'more',
    deadband: 0.005,
    formula: 'distance driven over time spent, all vehicles, over the last KPI window',
  },
  'traffic.control-delay': {
    unit: 's',
    better: 'less',
    deadband: 0.01,
    formula:
      "time lost at junctions per vehicle that came to one, last quarter of an hour: from entering the approach to leaving the junction, less the driver's free time (Highway Capacity Manual)",
  },
  'traffic.stops': {
    unit: '1',
    better: 'less',
    deadband: 0.01,
    formula: 'stops per vehicle and junction, last quarter of an hour; a stop is below 0.1 m/s after more than 2.2 m/s',
  },
  'traffic.junctions-at-f': {
    unit: 'count',
    better: 'less',
    deadband: 0,
    formula: 'junctions at level of service F in the last quarter of an hour (Highway Capacity Manual)',
  },
  'traffic.approaches-over-capacity': {
    unit: 'count',
    better: 'less',
    deadband: 0,
    formula:
      'approaches of signals where more came in the last quarter of an hour than their green could let through (v/c above 1)',
  },
  'traffic.queue-95': {
    unit: 'veh',
    better: 'less',
    deadband: 0,
    formula: 'the longest back of queue of all lanes that one signal cycle in twenty exceeded, last quarter of an hour',
  },
  'traffic.co2': {
    unit: 'kg',
    better: 'less',
    deadband: 0.005,
    formula:
      'carbon dioxide from the fuel burnt on the road (IPCC 2006: 69.3 g/MJ petrol, 74.1 g/MJ diesel), fuel from road load and engine friction',
  },
  'traffic.nox': {
    unit: 'kg',
    better: 'less',
    deadband: 0.01,
    formula:
      'nitrogen oxides from exhausts by speed and acceleration (Int Panis et al. 2006), scaled to China 6 by the ratio of limits',
  },
  'traffic.voc': {
    unit: 'kg',
    better: 'less',
    deadband: 0.01,
    formula: 'volatile organics from exhausts, likewise; without evaporation',
  },
  'traffic.particles': {
    unit: 'kg',
    better: 'less',
    deadband: 0.01,
    formula: 'particles from exhausts, likewise; without tyres and brakes',
  },
  'traffic.fuel-energy': {
    unit: 'kWh',
    better: 'less',
    deadband: 0.005,
    formula: 'chemical energy of the fuel burnt on the road',
  },
  'traffic.electric-energy': {
    unit: 'kWh',
    better: 'less',
    deadband: 0.005,
    formula: "energy drawn from vehicles' batteries, less what braking gave back",
  },
  'traffic.charged-at-sites': {
    unit: 'kWh',
    better: 'none',
    deadband: 0.02,
    formula: 'energy that charging sites have drawn from the grid for cars, since the start',
  },
  'traffic.charged-at-homes': {
    unit: 'kWh',
    better: 'none',
    deadband: 0.02,
    formula: "energy that cars have drawn at their owners' own chargers, since the start",
  },
  'traffic.cars-ready': {
    unit: '%',
    better: 'more',
    deadband: 0.005,
    formula:
      'of all cars that have left their chargers at home, those that had what charging at once would have given them by then, but for a quarter of a kWh',
  },
  'traffic.charging-peak': {
    unit: 'kW',
    better: 'less',
    deadband: 0.02,
    formula:
      'highest mean power of all sites and homes together over a quarter of an hour, counted from the start; one that is not over counts with its energy so far',
  },
  'traffic.charging-wait': {
    unit: 's',
    better: 'less',
    deadband: 0.02,
    formula:
      'time from coming to a charging site to having a plug, to giving up, or to now, averaged over all cars that came to one',
  },
  'traffic.left-uncharged': {
    unit: 'veh',
    better: 'less',
    deadband: 0,
    formula: 'cars that gave up waiting for a plug',
  },
  'traffic.lowest-charge': {
    unit: '%',
    better: 'more',
    deadband: 0.02,
    formula:
      "lowest state of charge that any person's electric car has had at the end of a way, or has on the road now",
  },
  'traffic.cars-stranded': {
    unit: 'veh',
    better: 'less',
    deadband: 0,
    formula: 'ways on which the cells of a car ran empty; in the city it stands where it is until help has come',
  },
  'traffic.ambulance-response': {
    unit: 's',
    better: 'less',
    deadband: 0.02,
    formula:
      'from the call to arrival on the scene, mean of all calls; those not yet reached count with the time so far',
  },
  'traffic.ambulance-response-90': {
    unit: 's',
    better: 'less',
    deadband: 0.02,
    formula: 'likewise, what nine calls in ten do not exceed',
  },
  'traffic.fire-response': {
    unit: 's',
    better: 'less',
    deadband: 0.02,
    formula: 'from the call to arrival of the fire engine, mean, likewise',
  },
  'traffic.ambulance-reach': {
    unit: 's',
    better: 'less',
    deadband: 0.01,
    formula:
      'drive from the nearest hospital to a road at the speeds of the moment, mean over all roads by length; onto a shut road on foot from its nearer end',
  },
  'traffic.fire-reach': {
    unit: 's',
    better: 'less',
    deadband: 0.01,
    formula: 'drive from the nearest fire station, likewise',
  },
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
  'park.clean-share': {
    unit: '%',
    better: 'more',
    deadband: 0.005,
    formula:
      'gas, and what sun, wind and ground gave (0.1229 kgce/kWh), over these and power bought (0.33, the grid of 2012), since the start',
  },
  'park.renewable-share': {
    unit: '%',
    better: 'more',
    deadband: 0.005,
    formula: 'what sun, wind and ground gave over all energy, likewise',
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
  'park.energy-saving': {
    unit: '%',
    better: 'more',
    deadband: 0.005,
    formula:
      'fossil energy less than in the reference city since the start: the same people and weather, standard buildings, coal heat at 62 %, grid power at 0.33 kgce/kWh',
  },
  'park.co2-cut': {
    unit: '%',
    better: 'more',
    deadband: 0.005,
    formula: 'carbon dioxide less than in the reference city, coal at 2.60 kg/kgce in boilers and for the grid',
  },
  'park.co2-cut-today': {
    unit: '%',
    better: 'more',
    deadband: 0.005,
    formula: 'likewise, with the grid of Shandong in 2022 (0.641 kg/kWh) on both sides',
  },
  'park.so2-cut': {
    unit: '%',
    better: 'more',
    deadband: 0.005,
    formula: 'sulphur dioxide, likewise, by factors fitted to the published figure (coal 6.8, gas 0.474 kg/tce)',
  },
  'park.nox-cut': {
    unit: '%',
    better: 'more',
    deadband: 0.005,
    formula: 'nitrogen oxides, likewise, by fitted factors (coal 7.0, gas 3.3 kg/tce)',
  },
  'park.dust-cut': {
    unit: '%',
    better: 'more',
    deadband: 0.005,
    formula: 'dust, likewise, by fitted factors (coal 1.13, gas 0.215 kg/tce)',
  },
  'park.coal-saved': {
    unit: 't',
    better: 'more',
    deadband: 0.005,
    formula: 'standard coal that the reference city has burnt more since the start',
  },
  'park.reference-heat': {
    unit: 'kWh',
    better: 'none',
    deadband: 0.005,
    formula: 'heat that the reference city has taken since the start, from boilers of coal',
  },
  'park.reference-cooling': {
    unit: 'kWh',
    better: 'none',
    deadband: 0.005,
    formula: 'cold that chillers have made there since the start, 3.5 for each kWh of power',
  },
  'park.reference-electricity': {
    unit: 'kWh',
    better: 'none',
    deadband: 0.005,
    formula: 'power that it has drawn from the grid since the start, chillers and charging included',
  },
  'park.intensity': {
    unit: 'tce/10k ¥',
    better: 'less',
    deadband: 0.005,
    formula:
      'fossil energy over what the park makes in the same time; 6.34 billion yuan a year, implied by the published figures',
  },
  'park.monitored-share': {
    unit: '%',
    better: 'more',
    deadband: 0.002,
    formula:
      'of the energy handed over to houses, chargers and signals since the start (electricity, heat, cold, gas, a kWh for a kWh), what passed a meter there that could be heard in that moment: its telecom node and the way to the exchange had power',
  },
  'park.monitored-electricity': {
    unit: '%',
    better: 'more',
    deadband: 0.002,
    formula: 'likewise, of electricity alone',
  },
  'park.monitored-heat': { unit: '%', better: 'more', deadband: 0.002, formula: 'likewise, of heat alone' },
  'park.monitored-cooling': { unit: '%', better: 'more', deadband: 0.002, formula: 'likewise, of cold alone' },
  'park.monitored-gas': {
    unit: '%',
    better: 'more',
    deadband: 0.002,
    formula: 'likewise, of gas alone, as burnt in buildings',
  },
  'tunnel.alarms': {
    unit: 'count',
    better: 'less',
    deadband: 0,
    formula: 'alarms of gas, fire and water in galleries since the start; what is only looked at does not count',
  },
  'tunnel.false-alarms': {
    unit: 'count',
    better: 'less',
    deadband: 0,
    formula: 'of those, alarms of gas where none leaked',
  },
  'tunnel.highest-gas': {
    unit: '%',
    better: 'less',
    deadband: 0.01,
    formula: 'highest share of the lower explosive limit that the air under a roof has reached since the start',
  },
  'tunnel.gas-released': {
    unit: 'kg',
    better: 'less',
    deadband: 0.005,
    formula: 'gas that has come out of mains in galleries since the start',
  },
  'tunnel.explosive-air': {
    unit: 'm³·h',
    better: 'less',
    deadband: 0.01,
    formula: 'air above the lower explosive limit, by volume and time, since the start',
  },
  'tunnel.detection-time': {
    unit: 's',
    better: 'less',
    deadband: 0.01,
    formula:
      'from the beginning of a leak, fire or inflow to the alarm or a robot’s find; those not yet found count to now',
  },
  'tunnel.highest-temperature': {
    unit: '°C',
    better: 'less',
    deadband: 0.005,
    formula: 'highest mean temperature of the air of a section since the start, but for sections on fire',
  },
  'tunnel.highest-water': {
    unit: 'm',
    better: 'less',
    deadband: 0.01,
    formula: 'highest level above the lowest place of a section’s floor since the start',
  },
  'tunnel.sections-drowned': {
    unit: 'count',
    better: 'less',
    deadband: 0,
    formula: 'sections whose boards, pumps and detectors stand in water or wait to be replaced, now',
  },
  'tunnel.fan-energy': {
    unit: 'kWh',
    better: 'less',
    deadband: 0.01,
    formula: 'electricity that fans of galleries have taken since the start',
  },
  'tunnel.crew-hours': {
    unit: 'h',
    better: 'less',
    deadband: 0.01,
    formula: 'time that repair crews have been on the way to, waiting at and working in galleries since the start',
  },
  'tunnel.cables-lost': {
    unit: 'count',
    better: 'less',
    deadband: 0,
    formula: 'cables that have burnt through in galleries since the start',
  },
  'water.lowest-pressure': {
    unit: 'm',
    better: 'more',
    deadband: 0.005,
    formula:
      'lowest pressure at any node of the mains where somebody asks for water, in metres of water, over the last minute',
  },
  'water.supplied': {
    unit: 'm³',
    better: 'none',
    deadband: 0.005,
    formula: 'water that has come to customers since the start, what seeps out of mains included',
  },
  'water.unserved': {
    unit: 'm³',
    better: 'less',
    deadband: 0,
    formula:
      'water that was asked for and did not come since the start; by the root of the pressure below the service pressure',
  },
  'water.buildings-short': {
    unit: 'count',
    better: 'less',
    deadband: 0,
    formula: 'buildings to which less than 98 % of what they ask for comes, over the last minute',
  },
  'water.burst-loss': {
    unit: 'm³',
    better: 'less',
    deadband: 0,
    formula: 'water that has escaped from burst mains since the start',
  },
  'water.pump-electricity': {
    unit: 'kWh',
    better: 'less',
    deadband: 0.005,
    formula: 'power that the pumps of the water works have drawn since the start',
  },
  'telecom.nodes-lost': {
    unit: 'count',
    better: 'less',
    deadband: 0,
    formula: 'nodes that no exchange hears, for want of power, of a whole fibre, or because they were put out, now',
  },
  'telecom.sensors-heard': {
    unit: '%',
    better: 'more',
    deadband: 0,
    formula: 'share of the sensors with a telecom node that are covered and heard, now',
  },
  'telecom.mean-age': {
    unit: 's',
    better: 'less',
    deadband: 0,
    formula:
      'time since a sensor was last heard, averaged over all sensors with a telecom node and over the run so far',
  },
  'telecom.worst-age': {
    unit: 's',
    better: 'less',
    deadband: 0,
    formula: 'time since that sensor was last heard which has been silent for longest, now',
  },
  'telecom.sections-unheard': {
    unit: 'count',
    better: 'less',
    deadband: 0,
    formula: 'sections of galleries whose controllers the control centre does not hear, now',
  },
  'telecom.crash-known': {
    unit: 's',
    better: 'less',
    deadband: 0,
    formula: 'time after which a crash would be known, averaged over all roads as they are heard now',
  },
  'drainage.rain': { unit: 'mm/h', better: 'none', deadband: 0, formula: 'rain that falls now' },
  'drainage.worst-depth': {
    unit: 'm',
    better: 'less',
    deadband: 0.01,
    formula: 'deepest water on a road now',
  },
  'drainage.deepest': {
    unit: 'm',
    better: 'less',
    deadband: 0.01,
    formula: 'deepest water on a road since the start',
  },
  'drainage.flooded-roads': {
    unit: 'km',
    better: 'less',
    deadband: 0,
    formula: 'length of the edges on which water stands 0.15 m deep or more somewhere now',
  },
  'drainage.most-flooded-roads': {
    unit: 'km',
    better: 'less',
    deadband: 0,
    formula: 'the most of that at any time since the start',
  },
  'drainage.on-roads': { unit: 'm³', better: 'less', deadband: 0.01, formula: 'water that stands on streets now' },
  'drainage.outfall': {
    unit: 'm³',
    better: 'none',
    deadband: 0.005,
    formula: 'water that has left by outfalls and over the banks beside them since the start',
  },
  'drainage.into-galleries': {
    unit: 'm³',
    better: 'less',
    deadband: 0,
    formula: 'water that has run from streets into utility tunnels since the start',
  },
  'works.days-per-year': {
    unit: 'count',
    better: 'less',
    deadband: 0,
    formula:
      'days a year on which a place in a street is dug up for the lines buried there, over all streets, at 0.55 works a year for each kilometre of street and kind of line, 4 days each; with galleries of changes as if they stood',
  },
  'works.sites-open': {
    unit: 'count',
    better: 'less',
    deadband: 0,
    formula:
      'streets dug up now: works on lines, drawn at that rate where everyday works are shown, and trenches of galleries',
  },
  'works.site-days': {
    unit: 'count',
    better: 'less',
    deadband: 0,
    formula: 'the same, summed over the days of the run',
  },
  'works.gallery-length': {
    unit: 'km',
    better: 'none',
    deadband: 0,
    formula: 'length of the galleries that changes build',
  },
  'works.capex': {
    unit: '¥',
    better: 'less',
    deadband: 0,
    formula: 'cost of building these, by length and compartments (50 M yuan/km with one to 130 M with four)',
  },
  'works.freed-land': {
    unit: 'mu',
    better: 'more',
    deadband: 0,
    formula: 'land of high-voltage corridors that is free because lines that hung have moved into these galleries',
  },
  'works.net-benefit': {
    unit: '¥',
    better: 'more',
    deadband: 0,
    formula:
      'present value over 30 years at 6 %: land freed, digging and outages spared, less building, upkeep and renewal, with what is still worth something; without the delay of drivers, which the card of economics takes from a pair of runs, and without fees',
  },
} as const satisfies Record<string, Kpi>;

export type KpiName = keyof typeof kpis;
