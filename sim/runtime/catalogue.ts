import { interventionKinds, type KindTable } from '../interventions';
import { type Knob, type Kpi, knobs, kpis, type Port, ports } from '../ports';

/** What the engine couples, turns and measures: data, so that a test may bring a small world of its own. */
export interface Catalogue {
  readonly ports: Readonly<Record<string, Port>>;
  readonly knobs: Readonly<Record<string, Knob>>;
  readonly kpis: Readonly<Record<string, Kpi>>;
  readonly kinds: KindTable;
}

export const productCatalogue: Catalogue = { ports, knobs, kpis, kinds: interventionKinds };
