import type { ElementId } from '../kernel';
import type { PersonType } from '../scene/schema/people';

/** How somebody gets about, as surveys ask it. */
export type TravelMode = 'walk' | 'cycle' | 'bus' | 'car' | 'passenger';

/** The first way of a day to work or to school. */
export interface Commute {
  readonly purpose: 'work' | 'school';
  readonly mode: TravelMode;
  /** Where it ends, and where it leaves the scene if that lies beyond. */
  readonly toEdge: ElementId;
  readonly toOutside: boolean;
  /** Of the day, from midnight. */
  readonly departSeconds: number;
  /** On foot, by cycle and by bus as it is planned; driven, at the speeds that are driven now, and null where no way leads there now. */
  readonly seconds: number | null;
  /** The same road without anybody else on it, signals included; null where it is not driven. */
  readonly freeSeconds: number | null;
}

export interface HouseholdMember {
  readonly type: PersonType;
  /** Null for whoever goes to neither on that day. */
  readonly commute: Commute | null;
}

/** The street before the door. */
export interface HomeStreet {
  readonly edge: ElementId;
  /** Mean of the last minute; where nobody drove, what is allowed. */
  readonly speedMps: number;
  readonly isDriven: boolean;
  /** Fourth power of that speed over that of 50 km/h (Nilsson's power model, of fatal crashes). */
  readonly severity: number;
}

/** What traffic knows of a household. */
export interface HouseholdWays {
  /** Which of the building's households, from 0, and how many there are. */
  readonly number: number;
  readonly count: number;
  readonly members: readonly HouseholdMember[];
  readonly street: HomeStreet;
}

/** A household's three basics, as they stand now. */
export interface Household extends HouseholdWays {
  /** Share that comes of what the building asks for; null where the run has no such network. */
  readonly power: number | null;
  readonly water: number | null;
}
