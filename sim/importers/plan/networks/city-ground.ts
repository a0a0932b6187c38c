import type { Building } from '../../../scene/schema/buildings';
import type { RoadsFile } from '../../../scene/schema/roads';
import type { StreetGraph } from '../street-graph';
import type { Demand } from './demand';
import type { GalleryMap } from './galleries/gallery-map';
import type { NetworksPlan } from './networks-plan';
import type { ServicePoint } from './service-points';
import type { Siting } from './siting';
import type { LaneLines } from './street-lanes';
import type { UtilityGraph } from './utility-graph';

/** What every network grows from. */
export interface CityGround {
  readonly plan: NetworksPlan;
  readonly streets: StreetGraph;
  readonly roads: RoadsFile;
  readonly graph: UtilityGraph;
  readonly lanes: LaneLines;
  readonly points: readonly ServicePoint[];
  /** The service point at a node of the graph, where there is one. */
  readonly pointAt: ReadonlyMap<number, ServicePoint>;
  readonly nodeOf: ReadonlyMap<ServicePoint, number>;
  readonly siting: Siting;
  readonly galleries: GalleryMap;
  readonly demandOf: (building: Building) => Demand;
}
