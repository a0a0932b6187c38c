import type { ElementKind } from '../scene/compiled';

/** How a writer that steps more often meets a reader that steps less often. */
export type Meeting = 'last' | 'mean' | 'sum';

export interface Port {
  readonly writer: string;
  readonly per: ElementKind;
  readonly unit: string;
  readonly initial: number;
  readonly meets: Meeting;
}

/** Every coupling in the city, on one page. Writing an undeclared port does not compile. */
export const ports = {
  /** Share of its supply that a signal has; what writes it comes with the energy domain, until then it stays at 1. */
  'energy.signal-supply': { writer: 'energy', per: 'signal', unit: 'fraction', initial: 1, meets: 'last' },
  /** Share of its limit that a charging site may draw, by its bus in the scene; at 0 its plugs are dead. Likewise until then. */
  'energy.charging-supply': { writer: 'energy', per: 'charging-site', unit: 'fraction', initial: 1, meets: 'last' },
  /** Share of its supply that a building has; below 1 what is plugged in there gets less. */
  'energy.building-supply': { writer: 'energy', per: 'building', unit: 'fraction', initial: 1, meets: 'last' },
  /** Share of a road that something below or on it has made impassable: 0 open, 1 shut. */
  'tunnel.road-hazard': { writer: 'tunnel', per: 'edge', unit: 'fraction', initial: 0, meets: 'last' },
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
} as const satisfies Record<string, Port>;

export type PortName = keyof typeof ports;
