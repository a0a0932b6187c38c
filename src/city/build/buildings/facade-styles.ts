import type { Building } from './scene-building';

/** How a wall is divided; the shader draws each. */
export const Facade = { punched: 0, ribbon: 1, curtain: 2, cladding: 3, balcony: 4, fins: 5, louvre: 6 } as const;

export interface FacadeStyle {
  readonly facade: number;
  /** Width of one bay of the wall; a wall is cut into whole bays. */
  readonly bayM: number;
  /** Share of a bay and of a floor that the window takes. */
  readonly windowWidth: number;
  readonly windowHeight: number;
  /** Tints of the wall in linear light, one of which a building takes. */
  readonly tints: readonly (readonly [number, number, number])[];
  /** Taller and more open than the floors above. */
  readonly shopFront: boolean;
}

const ivory = [0.83, 0.8, 0.74] as const;
const chalk = [0.84, 0.83, 0.81] as const;
const sand = [0.78, 0.71, 0.61] as const;
const clay = [0.71, 0.55, 0.45] as const;
const mist = [0.72, 0.75, 0.77] as const;
const slate = [0.58, 0.62, 0.66] as const;
const zinc = [0.68, 0.7, 0.71] as const;
const sage = [0.68, 0.71, 0.63] as const;
const straw = [0.8, 0.73, 0.55] as const;

/** By use: a dwelling, an office and a hall must read as what they are from a kilometre away. */
const styles: Record<Building['use'], FacadeStyle> = {
  housing: style(Facade.balcony, 3.6, 0.46, 0.5, [ivory, chalk, sand, ivory, clay]),
  dormitory: style(Facade.punched, 3.2, 0.44, 0.52, [sand, chalk, ivory]),
  office: style(Facade.curtain, 1.8, 0.9, 0.74, [mist, chalk, slate, mist], true),
  research: style(Facade.ribbon, 7.2, 0.96, 0.5, [chalk, mist, sage], true),
  commerce: style(Facade.fins, 6, 0.86, 0.62, [chalk, straw, ivory], true),
  hotel: style(Facade.punched, 3.9, 0.62, 0.6, [sand, ivory, clay], true),
  industry: style(Facade.cladding, 6, 0.8, 0.16, [zinc, mist, chalk, zinc]),
  logistics: style(Facade.cladding, 9, 0.5, 0.1, [zinc, slate, chalk]),
  school: style(Facade.ribbon, 8.4, 0.86, 0.56, [clay, ivory, straw]),
  kindergarten: style(Facade.punched, 4.2, 0.6, 0.58, [straw, ivory, sage]),
  hospital: style(Facade.ribbon, 6.6, 0.92, 0.48, [chalk, ivory], true),
  culture: style(Facade.fins, 2.4, 0.74, 0.86, [chalk, sand], true),
  civic: style(Facade.fins, 3.2, 0.6, 0.78, [chalk, ivory], true),
  'energy-station': style(Facade.louvre, 4.8, 0.7, 0.7, [slate, zinc]),
  substation: style(Facade.louvre, 5.4, 0.5, 0.5, [zinc, sand]),
  'fire-station': style(Facade.cladding, 5, 0.8, 0.3, [clay]),
  depot: style(Facade.cladding, 7, 0.8, 0.2, [zinc, straw]),
  'car-park': style(Facade.louvre, 8, 0.96, 0.42, [chalk, zinc]),
  utility: style(Facade.louvre, 4.2, 0.5, 0.5, [zinc]),
};

export const useOrder = Object.keys(styles) as Building['use'][];

export function styleOf(use: Building['use']): FacadeStyle {
  return styles[use];
}

function style(
  facade: number,
  bayM: number,
  windowWidth: number,
  windowHeight: number,
  tints: FacadeStyle['tints'],
  shopFront = false,
): FacadeStyle {
  return { facade, bayM, windowWidth, windowHeight, tints, shopFront };
}
