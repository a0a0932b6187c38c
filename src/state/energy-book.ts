import type { ElementKind, Scene } from '../../sim';
import { catalogues, type Language, languageNames } from '../i18n';
import type { PlaceEntry } from './place-book';

type Electricity = NonNullable<Scene['electricity']>;
type Branch = Electricity['branches'][number];
type Transformer = Electricity['transformers'][number];
type Bus = Electricity['buses'][number];
type Station = NonNullable<Scene['stations']>['stations'][number];
export type StationUnit = Station['units'][number];

/** What the sky drives is no machine of the station's hall. */
const BY_THE_SKY: ReadonlySet<string> = new Set(['photovoltaic', 'wind-turbine']);

/** From here up it is the grid between substations; what lies below is distribution. */
const GRID_KILOVOLTS = 35;
/** Rows of a frame that each station has for what changes add: a battery, engines, heat pumps. */
const ADDED_ROWS = 3;

export interface LineFacts {
  readonly row: number;
  readonly feeder: string | undefined;
  readonly kilovolts: number;
  readonly ratingA: number;
  readonly lengthM: number;
  readonly isCable: boolean;
  readonly inGallery: boolean;
  /** Parted in the normal arrangement. */
  readonly isTie: boolean;
  readonly from: BusFacts;
  readonly to: BusFacts;
}

export interface TransformerFacts {
  /** Among links: after all branches. */
  readonly row: number;
  readonly feeder: string | undefined;
  readonly ratingKva: number;
  readonly from: BusFacts;
  readonly to: BusFacts;
  readonly buildings: number;
}

export interface BusFacts {
  readonly id: string;
  readonly row: number;
  readonly kilovolts: number;
  /** What feeds into it from above, what makes and what keeps energy there. */
  readonly transformers: readonly string[];
  readonly generators: readonly {
    readonly kind: Electricity['generators'][number]['kind'];
    readonly ratedKw: number;
  }[];
  readonly batteries: readonly { readonly powerKw: number; readonly energyKwh: number }[];
  readonly supply: { readonly limitMw: number | undefined } | undefined;
  /** The feeder above it, and how many buildings hang on it. */
  readonly feeder: string | undefined;
  readonly buildings: number;
}

export interface StationFacts {
  /** Rows of `energy.stations`: of its first unit, of the station, of the plan, of what changes have added. */
  readonly rows: {
    readonly units: number;
    readonly station: number;
    readonly plan: number;
    readonly added: number;
  };
  readonly bus: BusFacts | undefined;
  readonly units: readonly StationUnit[];
}

/** Names, places and ratings of the electrical grid and the energy stations, and which row of a frame is whose. */
export interface EnergyBook {
  line(id: string): LineFacts | undefined;
  transformer(id: string): TransformerFacts | undefined;
  bus(id: string): BusFacts | undefined;
  station(id: string): StationFacts | undefined;
  /** The bus that serves a building, and the station inside it. */
  busOfBuilding(id: string): BusFacts | undefined;
  stationOfBuilding(id: string): string | undefined;
  /** Whether there is something to tell of an element: it is of the grid, or hangs on it. */
  knows(kind: ElementKind, id: string): boolean;
  feederName(id: string | undefined, language: Language): string | undefined;
  nameOf(kind: ElementKind, id: string, language: Language): string | undefined;
  placeOf(kind: ElementKind, id: string): readonly [number, number] | undefined;
  list(kind: ElementKind, language: Language): readonly PlaceEntry[];
  count(kind: ElementKind): number | undefined;
}

export interface EnergyFiles {
  readonly electricity: Electricity | undefined;
  readonly stations: readonly Station[];
  readonly buildings: readonly {
    readonly id: string;
    readonly serves?: { readonly electricity?: string | undefined } | undefined;
  }[];
}

/** How the rest of the city is called. */
export interface Surroundings {
  /** A building's own name; undefined where it has none. */
  ownName(building: string, language: Language): string | undefined;
  /** That, else what it is for. */
  anyName(building: string, language: Language): string | undefined;
  streetAt(x: number, y: number, language: Language): string | undefined;
}

export function makeEnergyBook({ electricity, stations, buildings }: EnergyFiles, around: Surroundings): EnergyBook {
  const buses = byId(electricity?.buses ?? []);
  const branches = byId(electricity?.branches ?? []);
  const transformers = byId(electricity?.transformers ?? []);
  const feeders = byId(electricity?.feeders ?? []);
  const stationById = byId(stations);
  const units = new Map(stations.flatMap((station) => station.units.map((unit) => [unit.id, { unit, station }])));
  /** Those that are machines of the station's own hall. */
  const machines = [...units.values()].filter(({ unit }) => !BY_THE_SKY.has(unit.kind));
  const rows = { bus: rowsOf(buses), branch: rowsOf(branches), transformer: rowsOf(transformers) };
  const busOf = new Map(buildings.flatMap(({ id, serves }) => (serves?.electricity ? [[id, serves.electricity]] : [])));
  const servedFrom = new Map(
    [...groupBy([...busOf], ([, bus]) => bus)].map(([bus, all]) => [bus, all.map(([id]) => id)]),
  );
  const stationIn = new Map(stations.flatMap(({ id, building }) => (building ? [[building, id]] : [])));
  const above = groupBy(electricity?.transformers ?? [], ({ to }) => to);
  const below = groupBy(electricity?.transformers ?? [], ({ from }) => from);
  const generators = groupBy(electricity?.generators ?? [], ({ bus }) => bus);
  const batteries = groupBy(electricity?.batteries ?? [], ({ bus }) => bus);
  const supplies = new Map((electricity?.supplies ?? []).map((supply) => [supply.bus, supply]));
  const ties = new Set((electricity?.switches ?? []).filter(({ closed }) => !closed).map(({ branch }) => branch));

  const unitCount = stations.reduce((sum, { units }) => sum + units.length, 0);
  const stationOrder = [...stationById.keys()].sort();
  const stationRows = (id: string): StationFacts['rows'] => {
    const at = stationOrder.indexOf(id);
    const before = stationOrder.slice(0, at).reduce((sum, each) => sum + stationById.get(each)!.units.length, 0);
    const plan = unitCount + stationOrder.length;
    return { units: before, station: unitCount + at, plan, added: plan + 1 + ADDED_ROWS * at };
  };

  const busFacts = (id: string): BusFacts | undefined => {
    const bus = buses.get(id);
    if (!bus) return undefined;
    const supply = supplies.get(id);
    return {
      id,
      row: rows.bus.get(id)!,
      kilovolts: bus.kilovolts,
      transformers: (above.get(id) ?? []).map((each) => each.id),
      generators: generators.get(id) ?? [],
      batteries: batteries.get(id) ?? [],
      supply: supply && { limitMw: supply.limitMw },
      feeder: above.get(id)?.[0].feeder,
      buildings: servedFrom.get(id)?.length ?? 0,
    };
  };

  /** Where a bus lies, in a word: its own name, its building's, else the street beside it. */
  const lookUp = (bus: Bus, language: Language): string => {
    const own = bus.name?.[language] ?? (bus.building && around.ownName(bus.building, language));
    const street = own || around.streetAt(bus.at[0], bus.at[1], language);
    if (street) return street;
    // Where there is no street: the house that it serves.
    const low = below.get(bus.id)?.[0].to;
    const house =
      bus.building ?? (low === undefined ? undefined : (buses.get(low)?.building ?? servedFrom.get(low)?.[0]));
    return (house !== undefined && around.anyName(house, language)) || bus.id;
  };
  const known = cachedByLanguage(() => new Map<string, string>());
  const whereIs = (bus: Bus, language: Language): string => {
    const found = known(language).get(bus.id) ?? lookUp(bus, language);
    known(language).set(bus.id, found);
    return found;
  };
  /** Buses that feeders begin at. */
  const busbars = [...new Set((electricity?.feeders ?? []).map(({ bus }) => bus))].map((id) => buses.get(id)!);
  const isGrid = ({ from }: Branch | Transformer) => (buses.get(from)?.kilovolts ?? 0) >= GRID_KILOVOLTS;
  const lineName = (branch: Branch, language: Language): string => {
    const { names } = catalogues[language].grid;
    const a = buses.get(branch.from)!;
    const b = buses.get(branch.to)!;
    const from = whereIs(a, language);
    const to = whereIs(b, language);
    const feeder = feeders.get(branch.feeder ?? '')?.name[language];
    const isTie = isOpen(branch, ties);
    if (from === to && isTie && a.building !== undefined) return names.coupler({ at: from, kilovolts: a.kilovolts });
    const what = feeder ?? (isTie ? names.tie : names.line({ kilovolts: a.kilovolts }));
    return from === to ? names.along({ what, at: from }) : names.between({ what, from, to });
  };
  const transformerName = (transformer: Transformer, language: Language): string => {
    const { names } = catalogues[language].grid;
    const low = buses.get(transformer.to)!;
    if (isGrid(transformer)) return names.mainTransformer({ at: whereIs(buses.get(transformer.from)!, language) });
    const house = servedFrom.get(low.id)?.find((id) => around.ownName(id, language));
    const at = (house && around.ownName(house, language)) || whereIs(buses.get(transformer.from)!, language);
    return names.transformer({ at, ratingKva: transformer.ratingKva });
  };
  const busName = (bus: Bus, language: Language): string =>
    catalogues[language].grid.names.bus({ at: whereIs(bus, language), kilovolts: bus.kilovolts });
  const unitName = ({ unit, station }: { unit: StationUnit; station: Station }, language: Language): string => {
    const { names, inspector } = catalogues[language].grid;
    const what = inspector.times({ count: unit.count ?? 1, what: inspector.unitKinds[unit.kind] });
    return names.unit({ at: station.name[language], what });
  };
  const names = cachedByLanguage((language) => ({
    branch: numbered(
      branches.values(),
      (each) => lineName(each, language),
      language,
      () => false,
    ),
    transformer: numbered(transformers.values(), (each) => transformerName(each, language), language, isGrid),
    bus: numbered(
      busbars,
      (each) => busName(each, language),
      language,
      () => false,
    ),
    unit: numbered(
      [...units.values()].map(({ unit, station }) => ({ id: unit.id, unit, station })),
      (each) => unitName(each, language),
      language,
      () => false,
    ),
  }));

  const nameOf = (kind: ElementKind, id: string, language: Language): string | undefined => {
    if (kind === 'branch' || kind === 'transformer') return names(language)[kind].get(id);
    if (kind === 'station') return stationById.get(id)?.name[language];
    if (kind === 'unit') return names(language).unit.get(id);
    const bus = kind === 'bus' ? buses.get(id) : undefined;
    return bus && (names(language).bus.get(id) ?? busName(bus, language));
  };

  return {
    line(id) {
      const branch = branches.get(id);
      if (!branch) return undefined;
      const { feeder, ratingA, lengthM, kind, compartment } = branch;
      const from = busFacts(branch.from)!;
      return {
        row: rows.branch.get(id)!,
        feeder,
        kilovolts: from.kilovolts,
        ratingA,
        lengthM,
        isCable: kind === 'cable',
        inGallery: compartment !== undefined,
        isTie: isOpen(branch, ties),
        from,
        to: busFacts(branch.to)!,
      };
    },
    transformer(id) {
      const transformer = transformers.get(id);
      if (!transformer) return undefined;
      const { from, to, feeder, ratingKva } = transformer;
      return {
        row: branches.size + rows.transformer.get(id)!,
        feeder,
        ratingKva,
        from: busFacts(from)!,
        to: busFacts(to)!,
        buildings: servedFrom.get(to)?.length ?? 0,
      };
    },
    bus: busFacts,
    station(id) {
      const station = stationById.get(id);
      if (!station) return undefined;
      return { bus: busFacts(station.electricity ?? ''), units: station.units, rows: stationRows(id) };
    },
    busOfBuilding: (id) => busFacts(busOf.get(id) ?? ''),
    stationOfBuilding: (id) => stationIn.get(id),
    knows(kind, id) {
      if (kind === 'building') return busOf.has(id) || stationIn.has(id);
      const all = {
        branch: branches,
        transformer: transformers,
        bus: buses,
        station: stationById,
        unit: units,
      } as const;
      return all[kind as 'bus']?.has(id) ?? false;
    },
    feederName: (id, language) => feeders.get(id ?? '')?.name[language],
    nameOf,
    placeOf(kind, id) {
      if (kind === 'branch') {
        const branch = branches.get(id);
        return branch && (middleOf(branch.path) ?? buses.get(branch.from)?.at);
      }
      if (kind === 'transformer') return buses.get(transformers.get(id)?.from ?? '')?.at;
      if (kind === 'unit') return units.get(id)?.station.at;
      return kind === 'station' ? stationById.get(id)?.at : kind === 'bus' ? buses.get(id)?.at : undefined;
    },
    list(kind, language) {
      const entry = (id: string, isMain: boolean): PlaceEntry => ({
        label: nameOf(kind, id, language) ?? id,
        ids: [id],
        ...(isMain && { isMain }),
      });
      const { compare } = new Intl.Collator(languageNames[language].tag, { numeric: true });
      const byLabel = (a: PlaceEntry, b: PlaceEntry) =>
        Number(b.isMain ?? false) - Number(a.isMain ?? false) || compare(a.label, b.label);
      if (kind === 'station') return [...stationById.keys()].map((id) => entry(id, true)).sort(byLabel);
      if (kind === 'unit') return machines.map(({ unit }) => entry(unit.id, false)).sort(byLabel);
      if (kind === 'branch') return [...branches.values()].map((each) => entry(each.id, isGrid(each))).sort(byLabel);
      if (kind === 'bus') return busbars.map(({ id }) => entry(id, true)).sort(byLabel);
      if (kind !== 'transformer') return [];
      const single = [...transformers.values()].map((each) => entry(each.id, isGrid(each))).sort(byLabel);
      return [...substations(language), ...single];
    },
    count: (kind) =>
      ({
        branch: branches.size,
        transformer: transformers.size,
        station: stationById.size,
        unit: machines.length,
        bus: buses.size,
      })[kind as 'branch'],
  };

  /** All the transformers of one house together. */
  function substations(language: Language): PlaceEntry[] {
    const main = [...transformers.values()].filter(isGrid);
    return [...groupBy(main, ({ from }) => buses.get(from)!.building ?? from)]
      .filter(([, each]) => each.length > 1)
      .map(([, each]) => {
        const at = whereIs(buses.get(each[0].from)!, language);
        const label = catalogues[language].grid.names.wholeSubstation({ at, count: each.length });
        return { label, ids: each.map(({ id }) => id), isMain: true, isWhole: true };
      });
  }
}

function isOpen({ id, closed }: Branch, ties: ReadonlySet<string>): boolean {
  return closed === false || ties.has(id);
}

/** Rows of a frame go by the order of names, as the engine sorts them. */
function rowsOf(all: ReadonlyMap<string, unknown>): ReadonlyMap<string, number> {
  return new Map([...all.keys()].sort().map((id, row) => [id, row]));
}

/** Where several would have one name they are told apart by a number, as all of those are that are numbered anyway. */
function numbered<T extends { readonly id: string }>(
  all: Iterable<T>,
  name: (each: T) => string,
  language: Language,
  always: (each: T) => boolean,
): ReadonlyMap<string, string> {
  const { names } = catalogues[language].grid;
  const alike = groupBy([...all], name);
  const result = new Map<string, string>();
  for (const [text, each] of alike) {
    each.forEach((one, i) => {
      result.set(one.id, each.length > 1 || always(one) ? names.numbered({ name: text, number: i + 1 }) : text);
    });
  }
  return result;
}

function cachedByLanguage<T>(make: (language: Language) => T): (language: Language) => T {
  const made = new Map<Language, T>();
  return (language) => {
    const known = made.get(language);
    if (known !== undefined) return known;
    const value = make(language);
    made.set(language, value);
    return value;
  };
}

function byId<T extends { readonly id: string }>(all: readonly T[]): ReadonlyMap<string, T> {
  return new Map(all.map((each) => [each.id, each]));
}

function groupBy<T>(all: readonly T[], key: (each: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const each of all) {
    const group = groups.get(key(each));
    if (group) group.push(each);
    else groups.set(key(each), [each]);
  }
  return groups;
}

function middleOf(path: readonly (readonly [number, number])[] | undefined): readonly [number, number] | undefined {
  return path?.[Math.floor(path.length / 2)];
}
