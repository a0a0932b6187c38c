import type { ElementKind, Scene, TargetSpec } from '../../sim';
import { catalogues, type Language } from '../i18n';
import { kindsTold } from './elements-told';
import { type EnergyBook, type EnergyFiles, makeEnergyBook } from './energy-book';
import type { LaidScene } from './gallery-lines';
import { type MainsFiles, mainsKinds, makeMainsBook } from './mains-book';
import type { Named } from './scene-facts';
import { makeStreetFinder } from './street-finder';
import { makeTunnelBook, type TunnelBook } from './tunnel-book';

/** Names and places of what a change can be made to, and of what happenings tell of. */
export interface PlaceBook {
  nameOf(kind: ElementKind, id: string, language: Language): string;
  /** The street's name where these are exactly its stretches. */
  wholeStreet(kind: ElementKind, ids: readonly string[], language: Language): string | undefined;
  /** The name of whatever element has this id, of the kinds that the book knows; of what a happening tells of first. */
  nameOfAny(id: string, language: Language, code?: string): string | undefined;
  /** The street alone where the whole name would be a stretch of it. */
  shortNameOfAny(id: string, language: Language, code?: string): string | undefined;
  /** Local metres, for a camera to fly to. */
  placeOfAny(id: string, code?: string): readonly [number, number] | undefined;
  /** What has this id, of the kinds that can be pointed at; of what a happening tells of first. */
  elementOfAny(id: string, code?: string): { readonly kind: ElementKind; readonly id: string } | undefined;
  /** Everything of one kind; a street's stretches stand under the street. */
  list(
    kind: ElementKind,
    language: Language,
    planned?: boolean,
    among?: ReadonlySet<string> | null,
  ): readonly PlaceEntry[];
  /** Whether the city has enough of what a change is made to; of kinds that the book does not know it says yes. */
  holds(targets: TargetSpec): boolean;
  /** A stretch of road: its lanes, and the stretch that leads back. */
  road(id: string): { readonly lanes: number; readonly opposite: string | undefined } | undefined;
  /** What it knows of lines, transformers and stations. */
  readonly energy: EnergyBook;
  /** What it knows of the sections of galleries. */
  readonly tunnels: TunnelBook;
}

export interface PlaceEntry {
  readonly label: string;
  /** The street of a stretch; absent for what has a name of its own. */
  readonly street?: string;
  readonly ids: readonly string[];
  /** Offered before anybody has typed, where there are too many to list them all. */
  readonly isMain?: boolean;
  /** The label says already that these are all of something. */
  readonly isWhole?: boolean;
}

type Roads = Pick<NonNullable<Scene['roads']>, 'streets' | 'nodes' | 'edges' | 'junctions' | 'signals'>;
type Gates = NonNullable<Scene['demand']>['gates'];
type Edge = Roads['edges'][number];
type Parcels = readonly Pick<NonNullable<Scene['land']>['parcels'][number], 'id' | 'use' | 'outline'>[];
type Buildings = readonly Pick<
  NonNullable<Scene['buildings']>['buildings'][number],
  'id' | 'name' | 'use' | 'floors' | 'serves'
>[];
type Energy = Pick<EnergyFiles, 'electricity' | 'stations'>;
const noEnergy: Energy = { electricity: undefined, stations: [] };

const ENERGY_KINDS: readonly ElementKind[] = ['branch', 'transformer', 'station', 'unit', 'bus'];

const classRank = ['expressway', 'arterial', 'collector', 'local', 'ramp', 'service'];

export function makePlaceBook(
  roads: Roads,
  gates: Gates,
  buildings: Buildings = [],
  energyFiles: Energy = noEnergy,
  laid: LaidScene & MainsFiles = {},
  parcels: Parcels = [],
): PlaceBook {
  const parcelById = new Map(parcels.map((parcel) => [parcel.id, parcel]));
  const streets = new Map(roads.streets.map((street) => [street.id, street]));
  const nodes = new Map(roads.nodes.map((node) => [node.id, node]));
  const edges = new Map(roads.edges.map((edge) => [edge.id, edge]));
  const junctions = new Map(roads.junctions.map((junction) => [junction.id, junction]));
  const signals = new Map(roads.signals.map((signal) => [signal.id, signal]));
  const gateById = new Map(gates.map((gate) => [gate.id, gate]));
  const buildingById = new Map(buildings.map((building) => [building.id, building]));
  const streetsAt = new Map<string, Set<string>>();
  const stretchesOf = new Map<string, string[]>();
  for (const edge of roads.edges) {
    if (edge.street === undefined) continue;
    const stretches = stretchesOf.get(edge.street);
    if (stretches) stretches.push(edge.id);
    else stretchesOf.set(edge.street, [edge.id]);
    for (const node of [edge.from, edge.to]) {
      const there = streetsAt.get(node);
      if (there) there.add(edge.street);
      else streetsAt.set(node, new Set([edge.street]));
    }
  }

  const streetName = (id: string | undefined, language: Language): string => {
    const name: Named | undefined = id === undefined ? undefined : streets.get(id)?.name;
    return name ? name[language] : catalogues[language].places.unnamedStreet;
  };
  /** Streets that meet at a node, the greatest first. */
  const meeting = (node: string): string[] =>
    [...(streetsAt.get(node) ?? [])].sort((a, b) => rank(streets.get(a)?.class) - rank(streets.get(b)?.class));
  const crossing = (node: string, own: string | undefined, language: Language): string | undefined => {
    const other = meeting(node).find((id) => id !== own);
    return other === undefined ? undefined : streetName(other, language);
  };

  const edgeName = (edge: Edge, language: Language): string => {
    const { places } = catalogues[language];
    const street = streetName(edge.street, language);
    const from = crossing(edge.from, edge.street, language);
    const to = crossing(edge.to, edge.street, language);
    if (from && to) return places.stretch({ street, from, to });
    if (from) return places.stretchFrom({ street, from });
    return to ? places.stretchTo({ street, to }) : street;
  };
  const junctionName = (id: string, language: Language): string | undefined => {
    const junction = junctions.get(id);
    if (!junction) return undefined;
    const [a, b] = meeting(junction.node);
    const { places, elements } = catalogues[language];
    if (a === undefined) return places.unnamed({ what: elements.junction.many, id });
    return b === undefined
      ? places.junctionOn({ street: streetName(a, language) })
      : places.junction({ a: streetName(a, language), b: streetName(b, language) });
  };
  const gateName = (id: string, language: Language): string | undefined => {
    const gate = gateById.get(id);
    if (!gate) return undefined;
    const edge = edges.get(gate.inEdge ?? gate.outEdge ?? '');
    return gate.name?.[language] ?? catalogues[language].places.gate({ street: streetName(edge?.street, language) });
  };

  /** Its own name, else what it is for and how many floors it has. */
  const buildingName = (id: string, language: Language): string | undefined => {
    const building = buildingById.get(id);
    if (!building) return undefined;
    const { places, buildingUses } = catalogues[language];
    const { name, use, floors } = building;
    return name?.[language] ?? places.building({ use: buildingUses[use], floors });
  };

  let streetAt: ReturnType<typeof makeStreetFinder> | undefined;
  const streetNear = (x: number, y: number, language: Language): string | undefined => {
    // Few people ask for the name of a cable.
    streetAt ??= makeStreetFinder(roads.edges);
    const street = streetAt(x, y);
    return street === undefined ? undefined : streetName(street, language);
  };
  const energy = makeEnergyBook(
    { ...energyFiles, buildings },
    {
      ownName: (id, language) => buildingById.get(id)?.name?.[language],
      anyName: buildingName,
      streetAt: streetNear,
    },
  );
  const mains = makeMainsBook(laid, streetNear);

  const tunnels = makeTunnelBook(laid, (street, language) => {
    const ends = new Set((stretchesOf.get(street) ?? []).flatMap((id) => [edges.get(id)!.from, edges.get(id)!.to]));
    return [...ends].flatMap((node) => {
      const at = nodes.get(node)?.at;
      const name = crossing(node, street, language);
      return at && name !== undefined ? [{ at, name }] : [];
    });
  });

  const named = (kind: ElementKind, id: string, language: Language): string | undefined => {
    switch (kind) {
      case 'edge': {
        const edge = edges.get(id);
        return edge && edgeName(edge, language);
      }
      case 'street':
        return streets.has(id) ? streetName(id, language) : undefined;
      case 'junction':
        return junctionName(id, language);
      case 'signal':
        return junctionName(signals.get(id)?.junction ?? '', language);
      case 'gate':
        return gateName(id, language);
      case 'building':
        return buildingName(id, language);
      case 'parcel': {
        const parcel = parcelById.get(id);
        const words = catalogues[language].plans;
        return parcel && words.parcel({ id, use: words.uses[parcel.use] });
      }
      case 'gallery-section':
        return tunnels.nameOf(id, language);
      default:
        return mains.nameOf(kind, id, language) ?? energy.nameOf(kind, id, language);
    }
  };
  const known: readonly ElementKind[] = [
    'edge',
    'junction',
    'signal',
    'gate',
    'street',
    'gallery-section',
    ...ENERGY_KINDS,
    'building',
    'parcel',
    ...mainsKinds,
  ];
  const middleOf = (edge: Edge | undefined): readonly [number, number] | undefined =>
    edge?.shape[Math.floor(edge.shape.length / 2)];
  const placed = (kind: ElementKind, id: string): readonly [number, number] | undefined => {
    if (kind === 'edge') return middleOf(edges.get(id));
    if (kind === 'gallery-section') return tunnels.placeOf(id);
    if (kind === 'parcel') return centreOf(parcelById.get(id)?.outline);
    if (kind === 'junction' || kind === 'signal') {
      return nodes.get(junctions.get(signals.get(id)?.junction ?? id)?.node ?? '')?.at;
    }
    return mains.placeOf(kind, id) ?? energy.placeOf(kind, id);
  };

  return {
    nameOf: (kind, id, language) =>
      named(kind, id, language) ??
      catalogues[language].places.unnamed({ what: catalogues[language].elements[kind].many, id }),
    wholeStreet(kind, ids, language) {
      const street = kind === 'edge' && ids.length > 1 ? edges.get(ids[0])?.street : undefined;
      const stretches = street === undefined ? undefined : stretchesOf.get(street);
      const isWhole = stretches?.length === ids.length && ids.every((id) => edges.get(id)?.street === street);
      return isWhole ? streetName(street, language) : undefined;
    },
    nameOfAny(id, language, code = '') {
      for (const kind of [...kindsTold(code), ...known]) {
        const name = named(kind, id, language);
        if (name !== undefined) return name;
      }
      return undefined;
    },
    shortNameOfAny(id, language, code = '') {
      const edge = edges.get(id);
      if (edge) return streetName(edge.street, language);
      return tunnels.shortNameOf(id, language) ?? this.nameOfAny(id, language, code);
    },
    placeOfAny(id, code = '') {
      for (const kind of kindsTold(code)) {
        const at = placed(kind, id);
        if (at) return at;
      }
      const junction = junctions.get(signals.get(id)?.junction ?? id);
      if (junction) return nodes.get(junction.node)?.at;
      const gate = gateById.get(id);
      if (gate) return middleOf(edges.get(gate.inEdge ?? gate.outEdge ?? ''));
      const below = tunnels.placeOf(id);
      if (below) return below;
      const parcel = placed('parcel', id);
      if (parcel) return parcel;
      for (const kind of ENERGY_KINDS) {
        const at = energy.placeOf(kind, id);
        if (at) return at;
      }
      for (const kind of mainsKinds) {
        const at = mains.placeOf(kind, id);
        if (at) return at;
      }
      return middleOf(edges.get(id) ?? edges.get(stretchesOf.get(id)?.[0] ?? ''));
    },
    elementOfAny(id, code = '') {
      const kinds = [...kindsTold(code), 'gallery-section', ...ENERGY_KINDS, 'edge'] as const;
      const kind = kinds.find((each) => placed(each, id) !== undefined);
      return kind && { kind, id };
    },
    list(kind, language, planned = false, among = null) {
      if (kind === 'gallery-section') return tunnels.list(language, among);
      if (ENERGY_KINDS.includes(kind)) return energy.list(kind, language);
      if (mains.count(kind) !== undefined) return mains.list(kind, language);
      const byLabel = (a: PlaceEntry, b: PlaceEntry) => a.label.localeCompare(b.label, language);
      if (kind === 'edge') {
        const whole = [...streets.keys()].map((id) => ({
          label: streetName(id, language),
          ids: stretchesOf.get(id) ?? [],
        }));
        const wanted = planned ? roads.edges.filter((edge) => edge.planned === true) : roads.edges;
        const stretches = wanted.map((edge) => ({
          label: edgeName(edge, language),
          street: streetName(edge.street, language),
          ids: [edge.id],
        }));
        if (planned) return stretches.sort(byLabel);
        return [...whole.filter((entry) => entry.ids.length > 1).sort(byLabel), ...stretches.sort(byLabel)];
      }
      const ids: Partial<Record<ElementKind, Iterable<string>>> = {
        junction: junctions.keys(),
        signal: signals.keys(),
        gate: gateById.keys(),
        street: streets.keys(),
        parcel: parcelById.keys(),
      };
      const listed = [...(ids[kind] ?? [])].filter((id) => among === null || among.has(id));
      return listed.map((id) => ({ label: named(kind, id, language) ?? id, ids: [id] })).sort(byLabel);
    },
    holds({ kind, least, planned }) {
      if (planned === true) return roads.edges.some((edge) => edge.planned === true);
      const counts: Partial<Record<ElementKind, number>> = {
        edge: roads.edges.length,
        junction: junctions.size,
        signal: signals.size,
        gate: gateById.size,
        street: streets.size,
        'gallery-section': tunnels.ids.length,
      };
      return (counts[kind] ?? energy.count(kind) ?? mains.count(kind) ?? least) >= least;
    },
    road(id) {
      const edge = edges.get(id);
      const back = ({ from, to }: Edge) => from === edge?.to && to === edge.from;
      return edge && { lanes: edge.lanes.length, opposite: roads.edges.find(back)?.id };
    },
    energy,
    tunnels,
  };
}

function rank(roadClass: string | undefined): number {
  const found = classRank.indexOf(roadClass ?? '');
  return found < 0 ? classRank.length : found;
}

/** Entries whose label holds every word that was typed, whatever its case; all of them where nothing was typed. */
export function searchPlaces(entries: readonly PlaceEntry[], typed: string): readonly PlaceEntry[] {
  const words = typed.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return entries;
  return entries.filter((entry) => {
    const label = entry.label.toLocaleLowerCase();
    return words.every((word) => label.includes(word));
  });
}

function centreOf(outline: readonly (readonly [number, number])[] | undefined): readonly [number, number] | undefined {
  if (outline === undefined) return undefined;
  const mean = (axis: 0 | 1) => outline.reduce((sum, point) => sum + point[axis], 0) / outline.length;
  return [mean(0), mean(1)];
}
