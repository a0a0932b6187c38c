import type { Kpi } from './kpi';

/** Figures of traffic: trips, delay, buses, junctions, exhaust, charging, help. */
export const trafficKpis = {
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
  'traffic.trips-let-through': {
    unit: 'veh',
    better: 'less',
    deadband: 0,
    formula:
      'vehicles that had stood first in their lane for so long that the others let them through, since the start',
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
} as const satisfies Record<string, Kpi>;
