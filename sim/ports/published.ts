import type { Unit } from '../kernel';
import type { KpiName } from './kpis';

/** A figure that the park has published, and what this model reckons it by. */
export interface Published {
  readonly kpi: KpiName;
  readonly what: string;
  readonly value: number;
  readonly unit: Unit;
  /** The published figure is a bound and not a value. */
  readonly atLeast?: boolean;
  /** Its factors were fitted to it: it agrees by construction, as far as the fuels do. */
  readonly fitted?: boolean;
}

/** The city that has published them. */
export const PUBLISHED_OF = 'eco-park';

/** Of the candidate whose balance closes on the published set (models 5.3): GWh, per cent, thousand tonnes of coal. */
export const candidate = {
  engines: 317,
  imported: 101,
  ambient: 150,
  heatLess: 25,
  coolingLess: 15,
  reference: 295.9,
  park: 145.9,
} as const;

interface Outside {
  /** GWh that the published balance leaves out: gas burnt by kitchens and processes, and what pipes and cables lose. */
  readonly kitchens: number;
  readonly losses: number;
}

/** Why a figure is not the published one, in numbers of the run itself; `candidate` has those it was reconciled with. */
export type PublishedCause =
  /** Share of each carrier that meters read from afar saw, per cent. */
  | {
      readonly code: 'meters';
      readonly electricity: number;
      readonly heat: number;
      readonly cooling: number;
      readonly gas: number;
    }
  /** GWh that engines gave, and that were bought. */
  | { readonly code: 'engines'; readonly engines: number; readonly imported: number }
  /** GWh that heat pumps took from the ground. */
  | { readonly code: 'ambient'; readonly ambient: number }
  /** Thousand tonnes of coal that the reference city takes, and the park. */
  | ({ readonly code: 'coal'; readonly reference: number; readonly park: number } & Outside)
  /** Per cent that houses take less than in the reference city. */
  | ({ readonly code: 'demand'; readonly heatLess: number; readonly coolingLess: number } & Outside);

export interface PublishedRow extends Published {
  readonly reached: number;
  readonly met: boolean;
  /** Why not, where it is not. */
  readonly cause: PublishedCause | null;
}

/** What a year of the park comes to. */
export interface YearOfPark {
  readonly rows: readonly PublishedRow[];
  /** Changes that held all year, and those that had no part in it. */
  readonly changes: number;
  readonly leftOut: number;
}
