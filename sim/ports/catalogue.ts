import type { ElementKind } from '../scene/compiled';
import type { LimitName } from './limits';

/** How a writer that steps more often meets a reader that steps less often. */
export type Meeting = 'last' | 'mean' | 'sum';

export interface Port {
  readonly writer: string;
  readonly per: ElementKind;
  readonly unit: string;
  readonly initial: number;
  readonly meets: Meeting;
  /** Each value comes with the happening behind it, so that who acts on it can name its cause. */
  readonly tells?: true;
  /** Where a value is not what it was, something of whoever reads it stands without, is shut or under water. */
  readonly harms?: true;
  /** Not before its own battery is spent, which this limit tells. */
  readonly backedBy?: LimitName;
}

/** Every coupling in the city, on one page. Writing an undeclared port does not compile. */
export const ports = {
  /** Share of its supply that a signal has. */
  'energy.signal-supply': {
    writer: 'energy',
    per: 'signal',
    unit: 'fraction',
    initial: 1,
    meets: 'last',
    tells: true,
    harms: true,
  },
  /** Share of its limit that a charging site may draw, by its bus in the scene; at 0 its plugs are dead. */
  'energy.charging-supply': { writer: 'energy', per: 'charging-site', unit: 'fraction', initial: 1, meets: 'last' },
  /** Share of its supply that a building has; below 1 what is plugged in there gets less. */
  'energy.building-supply': { writer: 'energy', per: 'building', unit: 'fraction', initial: 1, meets: 'last' },
  /** Share of its supply that the boards of a gallery's section have: fans, pumps, light, detectors' lines. */
  'energy.section-supply': {
    writer: 'energy',
    per: 'gallery-section',
    unit: 'fraction',
    initial: 1,
    meets: 'last',
    tells: true,
    harms: true,
  },
  /** Gauge pressure in the middle of a main; of one that is shut off in a gallery, as if it were open. */
  'energy.gas-pressure': { writer: 'energy', per: 'gas-main', unit: 'kPa', initial: 0, meets: 'last' },
  /** What was in a main when it was shut off at both ends in a gallery; 0 while it is open. From then on the gallery has it. */
  'energy.gas-closed-in': { writer: 'energy', per: 'gas-main', unit: 'kg', initial: 0, meets: 'last' },
  'energy.cable-current': { writer: 'energy', per: 'branch', unit: 'A', initial: 0, meets: 'last' },
  /** What pipes of heat, and less those of cold, give off to the air of a gallery. */
  'energy.gallery-heat': { writer: 'energy', per: 'gallery-section', unit: 'kW', initial: 0, meets: 'last' },
  'energy.outdoor-temperature': { writer: 'energy', per: 'city', unit: '°C', initial: 15, meets: 'last' },
  /** The weather, apart from the rain that drainage makes: share of cloud, wind, moisture, sun on flat ground, and the rain of a named day of the scene's file. */
  'energy.cloud': { writer: 'energy', per: 'city', unit: 'fraction', initial: 0.3, meets: 'last' },
  'energy.wind': { writer: 'energy', per: 'city', unit: 'm/s', initial: 4, meets: 'last' },
  'energy.humidity': { writer: 'energy', per: 'city', unit: 'fraction', initial: 0.7, meets: 'last' },
  'energy.sunlight': { writer: 'energy', per: 'city', unit: 'W/m²', initial: 0, meets: 'last' },
  'energy.rain': { writer: 'energy', per: 'city', unit: 'mm/h', initial: 0, meets: 'last' },
  /** What storms and steady rain bring, as water, also where it comes as snow. */
  'drainage.rain': { writer: 'drainage', per: 'city', unit: 'mm/h', initial: 0, meets: 'mean' },
  /** Share of what falls that is snow and does not run off. */
  'weather.snow-share': { writer: 'weather', per: 'city', unit: 'fraction', initial: 0, meets: 'last' },
  /** How far the clouds of rain that somebody asked for have come. */
  'weather.overcast': { writer: 'weather', per: 'city', unit: 'fraction', initial: 0, meets: 'last' },
  /** Share of its limit at which one drives a street in this weather. */
  'weather.drive-share': { writer: 'weather', per: 'city', unit: 'fraction', initial: 1, meets: 'last' },
  /** Share of a panel that lies under snow, by how it faces. */
  'weather.panel-cover-south': { writer: 'weather', per: 'city', unit: 'fraction', initial: 0, meets: 'last' },
  'weather.panel-cover-east-west': { writer: 'weather', per: 'city', unit: 'fraction', initial: 0, meets: 'last' },
  /** Share of a road that something below or on it has made impassable: 0 open, 1 shut. */
  'tunnel.road-hazard': {
    writer: 'tunnel',
    per: 'edge',
    unit: 'fraction',
    initial: 0,
    meets: 'last',
    tells: true,
    harms: true,
  },
  /** What fans, pumps, light and watch of a section draw from its boards. */
  'tunnel.section-demand': { writer: 'tunnel', per: 'gallery-section', unit: 'kW', initial: 0, meets: 'mean' },
  /** What a main in a gallery loses through a hole while it is open to the network. */
  'tunnel.gas-leak': { writer: 'tunnel', per: 'gas-main', unit: 'kg/s', initial: 0, meets: 'mean', tells: true },
  /** 1: shut off at both ends by the gallery's valves. */
  'tunnel.gas-shut': {
    writer: 'tunnel',
    per: 'gas-main',
    unit: 'fraction',
    initial: 0,
    meets: 'last',
    tells: true,
    harms: true,
  },
  /** What is left in a main that is shut off; the network has it back when it opens. */
  'tunnel.gas-left': { writer: 'tunnel', per: 'gas-main', unit: 'kg', initial: 0, meets: 'last' },
  /** What a cable may carry in the air of its gallery, as a share of its rating. */
  'tunnel.cable-limit': { writer: 'tunnel', per: 'branch', unit: 'fraction', initial: 1, meets: 'last', tells: true },
  /** 1: burnt through or switched off by those who fight the fire; its protection parts it. */
  'tunnel.cable-lost': {
    writer: 'tunnel',
    per: 'branch',
    unit: 'fraction',
    initial: 0,
    meets: 'last',
    tells: true,
    harms: true,
  },
  /** 1: the valves on both sides of a water main in a gallery are shut. */
  'tunnel.water-shut': {
    writer: 'tunnel',
    per: 'water-pipe',
    unit: 'fraction',
    initial: 0,
    meets: 'last',
    tells: true,
    harms: true,
  },
  /** 1: water stands so high in a section that the gallery has shut what it can; what has burst in it is found. */
  'tunnel.section-flooded': {
    writer: 'tunnel',
    per: 'gallery-section',
    unit: 'fraction',
    initial: 0,
    meets: 'last',
    tells: true,
  },
  /** So many fire engines, and ambulances, are called to a road above a gallery. */
  'tunnel.fire-call': { writer: 'tunnel', per: 'edge', unit: 'veh', initial: 0, meets: 'last', tells: true },
  'tunnel.ambulance-call': { writer: 'tunnel', per: 'edge', unit: 'veh', initial: 0, meets: 'last', tells: true },
  /** How long a crew takes from the nearest depot to a road as it flows now; below 0 where none gets there. */
  'traffic.crew-travel-time': { writer: 'traffic', per: 'edge', unit: 's', initial: 600, meets: 'last' },
  /** How many fire engines have come to a road, and are still at work there. */
  'traffic.engines-there': { writer: 'traffic', per: 'edge', unit: 'veh', initial: 0, meets: 'last', tells: true },
  /** What flows into a section from water mains that have burst in it. */
  'water.gallery-inflow': {
    writer: 'water',
    per: 'gallery-section',
    unit: 'm³/s',
    initial: 0,
    meets: 'last',
    tells: true,
    harms: true,
  },
  /** What comes up into a street from a main that has burst in its ground, by the manhole that it runs to. */
  'water.street-inflow': { writer: 'water', per: 'drain-node', unit: 'm³/s', initial: 0, meets: 'last', tells: true },
  /** 1 while a crew has a pit open in a road to mend what lies in it. */
  'water.street-pit': { writer: 'water', per: 'edge', unit: 'fraction', initial: 0, meets: 'last', tells: true },
  /** The same of mains of heat and cold; and what flows from them into a section. */
  'energy.street-inflow': { writer: 'energy', per: 'drain-node', unit: 'm³/s', initial: 0, meets: 'last', tells: true },
  'energy.street-pit': { writer: 'energy', per: 'edge', unit: 'fraction', initial: 0, meets: 'last', tells: true },
  'energy.gallery-inflow': {
    writer: 'energy',
    per: 'gallery-section',
    unit: 'm³/s',
    initial: 0,
    meets: 'last',
    tells: true,
    harms: true,
  },
  /** Mean speed of an edge over the writer's last minute, for whoever plans routes, reports or draws it. */
  'traffic.edge-speed': { writer: 'traffic', per: 'edge', unit: 'm/s', initial: 0, meets: 'last' },
  /** Drawn by electric cars from the bus that the scene names for a site, and at a building from the one that serves it. */
  'traffic.charging-demand': { writer: 'traffic', per: 'charging-site', unit: 'kW', initial: 0, meets: 'mean' },
  'traffic.home-charging': { writer: 'traffic', per: 'building', unit: 'kW', initial: 0, meets: 'mean' },
  /** Likewise, if everybody at home charged as soon as he comes: what prices and management have moved is the difference. */
  'traffic.charging-at-once': { writer: 'traffic', per: 'city', unit: 'kW', initial: 0, meets: 'mean' },
  /** Share of the cars with a charger of their own whose charging follows the signal below; nobody where no grid speaks. */
  'energy.charging-followers': { writer: 'energy', per: 'city', unit: 'fraction', initial: 0, meets: 'last' },
  /** Share of their chargers' power that these may draw at a building; below it only who would not be ready in time draws more. */
  'energy.charging-signal': { writer: 'energy', per: 'building', unit: 'fraction', initial: 1, meets: 'last' },
  /** Of those who follow and are plugged in there: what they still want from the grid, and what their chargers can give. */
  'traffic.follower-need': { writer: 'traffic', per: 'building', unit: 'kWh', initial: 0, meets: 'last' },
  'traffic.follower-power': { writer: 'traffic', per: 'building', unit: 'kW', initial: 0, meets: 'last' },
  /** Share of its supply that a water pump has, by its bus in the scene; and what it draws there. */
  'energy.pump-supply': {
    writer: 'energy',
    per: 'water-pump',
    unit: 'fraction',
    initial: 1,
    meets: 'last',
    tells: true,
    harms: true,
  },
  'water.pump-load': { writer: 'water', per: 'water-pump', unit: 'kW', initial: 0, meets: 'last' },
  /** Likewise of the pumps of drains. */
  'energy.drain-pump-supply': { writer: 'energy', per: 'drain-pump', unit: 'fraction', initial: 1, meets: 'last' },
  'drainage.pump-load': { writer: 'drainage', per: 'drain-pump', unit: 'kW', initial: 0, meets: 'last' },
  /** How deep water stands at the deepest place of a road, in steps of 0.05 m, told once a minute. */
  'drainage.road-depth': {
    writer: 'drainage',
    per: 'edge',
    unit: 'm',
    initial: 0,
    meets: 'last',
    tells: true,
    harms: true,
  },
  /** What runs from streets into a section by its louvres and covers. */
  'drainage.gallery-inflow': {
    writer: 'drainage',
    per: 'gallery-section',
    unit: 'm³/s',
    initial: 0,
    meets: 'last',
    tells: true,
    harms: true,
  },
  /** 1: the street's water stands above the plinth of what is switched there, and it is not dry again. */
  'drainage.bus-flooded': {
    writer: 'drainage',
    per: 'bus',
    unit: 'fraction',
    initial: 0,
    meets: 'last',
    tells: true,
    harms: true,
  },
  /** Share of the water that a building asks for that comes, over the writer's last minute. */
  'water.building-supply': { writer: 'water', per: 'building', unit: 'fraction', initial: 1, meets: 'last' },
  /** Share of its supply that a telecom node has. */
  'energy.telecom-supply': {
    writer: 'energy',
    per: 'telecom-node',
    unit: 'fraction',
    initial: 1,
    meets: 'last',
    tells: true,
    harms: true,
    backedBy: 'telecom.battery',
  },
  /** 1: fire has burnt the fibres that run through a section. */
  'tunnel.fibre-lost': {
    writer: 'tunnel',
    per: 'gallery-section',
    unit: 'fraction',
    initial: 0,
    meets: 'last',
    tells: true,
    harms: true,
  },
  /** 1 while the control centre hears a section's controller; at 0 that acts by itself and nobody knows. */
  'telecom.section-heard': {
    writer: 'telecom',
    per: 'gallery-section',
    unit: 'fraction',
    initial: 1,
    meets: 'last',
    tells: true,
  },
  /** 1 while the control room reaches the switchgear at a bus; at 0 people drive there. */
  'telecom.control': { writer: 'telecom', per: 'bus', unit: 'fraction', initial: 1, meets: 'last', tells: true },
  /** 1 while a sensor is heard. */
  'telecom.sensor-heard': { writer: 'telecom', per: 'sensor', unit: 'fraction', initial: 1, meets: 'last' },
  /** 1 while the spaces along a road could be heard, if they report. */
  'telecom.parking-heard': { writer: 'telecom', per: 'edge', unit: 'fraction', initial: 1, meets: 'last' },
  /** 1 while who drives on a road can be told which way is quicker. */
  'telecom.drivers-reached': { writer: 'telecom', per: 'edge', unit: 'fraction', initial: 1, meets: 'last' },
  /** From a crash on a road to when it is known: at once where no telecom takes part. */
  'telecom.incident-found': { writer: 'telecom', per: 'edge', unit: 's', initial: 0, meets: 'last' },
  /** As fast as works in a street let anybody drive on a lane; 0 where they shut it. */
  'works.lane-limit': { writer: 'works', per: 'lane', unit: 'm/s', initial: 1_000, meets: 'last', tells: true },
  /** While lines hang: land of corridors that is free because cables have been laid in galleries that a change builds. */
  'energy.freed-land': { writer: 'energy', per: 'city', unit: 'mu', initial: 0, meets: 'last' },
} as const satisfies Record<string, Port>;

export type PortName = keyof typeof ports;
