import type {
  BuildingUse,
  ElementKind,
  Field,
  Happening,
  InterventionKindName,
  interventionKinds,
  KpiName,
  Unit,
} from '../../sim';

export interface KpiWords {
  readonly name: string;
  readonly formula: string;
}

type FieldWords<F extends Field> = F extends {
  readonly type: 'choice';
  readonly options: readonly (infer Option extends string)[];
}
  ? { readonly name: string; readonly options: { readonly [O in Option]: string } }
  : { readonly name: string };

export type KindWords = {
  readonly [K in InterventionKindName]: {
    readonly name: string;
    readonly does: string;
    readonly fields: {
      readonly [F in keyof (typeof interventionKinds)[K]['settings']]: (typeof interventionKinds)[K]['settings'][F] extends Field
        ? FieldWords<(typeof interventionKinds)[K]['settings'][F]>
        : never;
    };
  };
};

/** What a happening's sentence may name. */
export interface HappeningParts {
  readonly place: string;
  /** Its own numbers, by their names there. */
  readonly values: Happening['values'];
}

/** What the city's own things are called: one entry for each KPI, kind of change, kind of element, and code. */
export interface CityWords {
  readonly kpis: Readonly<Record<KpiName, KpiWords>>;
  readonly kinds: KindWords;
  /** 'a stretch of road' as something to click, and its plural after a number. */
  readonly elements: Readonly<Record<ElementKind, { readonly one: string; readonly many: string }>>;
  readonly buildingUses: Readonly<Record<BuildingUse, string>>;
  readonly units: Readonly<Record<Unit, string>>;
  /** Those that read otherwise after a one: 'trip'. */
  readonly unitsOfOne: Readonly<Partial<Record<Unit, string>>>;
  readonly happeningTexts: Readonly<Record<string, (parts: HappeningParts) => string>>;
  readonly problemTexts: Readonly<Record<string, string>>;
  /** What lies under streets, one of it, as a name begins. */
  readonly mains: Readonly<
    Record<
      | 'water-pipe'
      | 'gas-main'
      | 'heat-pipe'
      | 'cooling-pipe'
      | 'water-pump'
      | 'drain-pump'
      | 'telecom-node'
      | 'drain-node'
      | 'water-node'
      | 'gas-node'
      | 'heat-node'
      | 'cooling-node',
      string
    >
  >;
  readonly places: {
    readonly stretch: (p: { street: string; from: string; to: string }) => string;
    readonly stretchFrom: (p: { street: string; from: string }) => string;
    readonly stretchTo: (p: { street: string; to: string }) => string;
    readonly junction: (p: { a: string; b: string }) => string;
    readonly junctionOn: (p: { street: string }) => string;
    readonly gate: (p: { street: string }) => string;
    readonly building: (p: { use: string; floors: number }) => string;
    readonly main: (p: { what: string; diameterMm: number; street: string }) => string;
    readonly under: (p: { what: string; street: string }) => string;
    readonly another: (p: { name: string; number: number }) => string;
    readonly unnamedStreet: string;
    readonly unnamed: (p: { what: string; id: string }) => string;
  };
}
