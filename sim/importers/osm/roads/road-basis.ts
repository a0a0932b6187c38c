import type { Restrictions } from './restrictions';
import type { Segment } from './segment';
import type { Signs } from './signs';

/** All that the map says about roads, before junctions are made. */
export interface RoadBasis {
  readonly segments: readonly Segment[];
  /** Nodes of the map where traffic leaves the extract. */
  readonly gates: ReadonlySet<string>;
  readonly signs: Signs;
  readonly restrictions: Restrictions;
}
