/** A scene's charging sites as arrays, and where along the street a car comes to stand at each. */
import type { CompiledScene } from '../../../scene/compiled';
import { FIRST_PLACE, PLACES } from '../demand/people/person';
import type { Network } from '../network';
import type { Layout } from './stands';

export interface Sites extends Layout {
  /** By site, in the order of the scene's element table. */
  readonly edge: Int32Array;
  /** Share of the edge's length. */
  readonly place: Float64Array;
  readonly xM: Float64Array;
  readonly yM: Float64Array;
}

const W_PER_KW = 1_000;
const known = new WeakMap<CompiledScene, Sites>();

export function sitesOf(scene: CompiledScene, network: Network): Sites {
  const before = known.get(scene);
  if (before !== undefined) return before;
  const byId = new Map((scene.scene.roads?.chargingSites ?? []).map((site) => [site.id, site]));
  const listed = scene.elements['charging-site'].ids.map((id) => byId.get(id)!);
  const plugs = listed.map(({ chargers }) =>
    chargers.flatMap(({ count, powerKw }) => Array<number>(count).fill(powerKw * W_PER_KW)).sort((a, b) => b - a),
  );
  const plugStart = new Uint32Array(listed.length + 1);
  plugs.forEach((each, site) => {
    plugStart[site + 1] = plugStart[site] + each.length;
  });
  const edge = Int32Array.from(listed, (site) => scene.elements.edge.slotOf(site.edge)!);
  const sites: Sites = {
    siteCount: listed.length,
    plugStart,
    plugW: Float64Array.from(plugs.flat()),
    limitW: Float64Array.from(listed, ({ limitKw }, site) =>
      limitKw === undefined ? plugs[site].reduce((sum, powerW) => sum + powerW, 0) : limitKw * W_PER_KW,
    ),
    edge,
    place: Float64Array.from(listed, ({ at }, site) => placeAlong(network, edge[site], at[0], at[1])),
    xM: Float64Array.from(listed, ({ at }) => at[0]),
    yM: Float64Array.from(listed, ({ at }) => at[1]),
  };
  known.set(scene, sites);
  return sites;
}

/** The point of the straight line between an edge's ends that is nearest, where a driver can still choose his lane. */
function placeAlong(network: Network, edge: number, x: number, y: number): number {
  const fromX = network.edgeStartXM[edge];
  const fromY = network.edgeStartYM[edge];
  const alongX = network.edgeEndXM[edge] - fromX;
  const alongY = network.edgeEndYM[edge] - fromY;
  const m2 = alongX * alongX + alongY * alongY;
  const share = m2 > 0 ? ((x - fromX) * alongX + (y - fromY) * alongY) / m2 : 0;
  return Math.max(FIRST_PLACE, Math.min(FIRST_PLACE + PLACES, share));
}
