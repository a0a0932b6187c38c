import { type Problem, problem } from '../../../kernel';
import type { CityToServe } from './grow-networks';

type Path = readonly (string | number)[];

/** Every place that a plan of networks names must be there, and every use of a building must be asked for something. */
export function checkPlaces(city: CityToServe): Problem[] {
  return [
    ...unknownNodes(city),
    ...unknownSites(city),
    ...unknownHouses(city),
    ...brokenGalleries(city),
    ...usesWithoutDemand(city),
  ];
}

function unknownNodes({ plan, streets }: CityToServe): Problem[] {
  const nodes = new Set(streets.links.flatMap((link) => [link.from, link.to]));
  const lists: [Path, readonly { readonly node: string }[]][] = [
    [['electricity', 'gridPoints'], plan.electricity.gridPoints],
    [['gas', 'gates'], plan.gas.gates],
    [['water', 'works'], plan.water.works],
    [['water', 'tanks'], plan.water.tanks],
    [['drainage', 'outfalls'], plan.drainage.outfalls],
  ];
  return lists.flatMap(([path, places]) =>
    places.flatMap(({ node }, k) =>
      nodes.has(node)
        ? []
        : [problem('plan.unknown-node', [...path, k, 'node'], `found '${node}', expected a node of a street`)],
    ),
  );
}

function unknownSites({ plan, zones, buildings }: CityToServe): Problem[] {
  const houses = new Set(buildings.map((one) => one.name?.en));
  const built = new Set(zones.sites.filter((one) => houses.has(one.name.en)).map((one) => one.id));
  const unknown = (site: string, path: Path): Problem[] =>
    built.has(site)
      ? []
      : [problem('plan.unknown-site', path, `found '${site}', expected a site of zones.json with a house on it`)];
  const substations = new Set(plan.electricity.substations.map((one) => one.id));
  return [
    ...plan.electricity.substations.flatMap((one, k) => unknown(one.site, ['electricity', 'substations', k, 'site'])),
    ...plan.energy.stations.flatMap((one, k) => unknown(one.site, ['energy', 'stations', k, 'site'])),
    ...plan.energy.stations.flatMap((one, k) =>
      substations.has(one.substation)
        ? []
        : [
            problem(
              'plan.unknown-substation',
              ['energy', 'stations', k, 'substation'],
              `no substation is called '${one.substation}'`,
            ),
          ],
    ),
  ];
}

function unknownHouses({ plan, buildings }: CityToServe): Problem[] {
  const houses = new Set(buildings.map((one) => one.name?.en));
  const named: [Path, string][] = [
    [['telecom', 'exchange', 'house'], plan.telecom.exchange.house],
    [['controlCentre', 'house'], plan.controlCentre.house],
  ];
  return named.flatMap(([path, house]) =>
    houses.has(house) ? [] : [problem('plan.unknown-house', path, `no house is named '${house}'`)],
  );
}

/** A gallery leads from one node to another at which its own street branches. */
function brokenGalleries({ plan, streets }: CityToServe): Problem[] {
  return plan.galleries.flatMap((gallery, k) => {
    const own = streets.links.filter((link) => link.street.id === gallery.street);
    const nodes = new Set(own.flatMap((link) => [link.from, link.to]));
    const ends = (['from', 'to'] as const).filter((end) => !nodes.has(gallery[end]) || gallery.from === gallery.to);
    return ends.map((end) => {
      const message = `found '${gallery[end]}', expected a node where '${gallery.street}' branches, and another at its other end`;
      return problem('plan.unknown-node', ['galleries', k, end], message);
    });
  });
}

function usesWithoutDemand({ plan, buildings }: CityToServe): Problem[] {
  const rows = new Set<string>(plan.demand.map((row) => row.use));
  const uses = [...new Set(buildings.map((one) => one.use))].filter((use) => !rows.has(use));
  return uses.map((use) => problem('plan.no-demand', ['demand'], `nothing says what ${use} asks for`));
}
