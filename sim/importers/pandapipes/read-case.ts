/** A pandapipes network as one strict plain value. */
import { fail, parseJson, type Result, succeed } from '../../kernel';
import { CaseProblems, isObject, type NumberRule, type Row, readRows, shown } from './rows';

export type CaseFriction = 'nikuradse' | 'prandtl-colebrook';

export interface CaseFluid {
  readonly name: string;
  readonly phase: 'gas' | 'liquid';
  /** At normal conditions for a gas. */
  readonly densityKgPerM3: number;
  readonly viscosityPaS: number;
  readonly compressibility: { readonly offset: number; readonly slopePerBar: number };
}

interface CaseElement {
  readonly index: number;
  readonly name: string | undefined;
  readonly inService: boolean;
}

export interface CaseJunction extends CaseElement {
  readonly nominalBar: number;
  readonly fluidK: number;
  readonly heightM: number;
  readonly stanetBar: number | undefined;
}

export interface CaseLink extends CaseElement {
  readonly table: 'pipe' | 'valve' | 'pump' | 'press_control' | 'flow_control';
  /** The row it stands in. */
  readonly row: number;
  /** Places in `junctions`. */
  readonly from: number;
  readonly to: number;
  readonly lengthM: number;
  readonly diameterM: number;
  readonly roughnessM: number;
  readonly lossCoefficient: number;
  readonly isOpen: boolean;
  /** Whether a control controls; one that does not is an open valve. */
  readonly isControlling: boolean;
  readonly controlledBar: number;
  readonly controlledKgPerS: number;
  readonly pumpType: string | undefined;
  readonly stanetMps: number | undefined;
}

export interface CaseExchange extends CaseElement {
  readonly table: 'ext_grid' | 'sink' | 'source';
  readonly row: number;
  readonly junction: number;
  /** Bar of a grid, kg/s of a sink or source. */
  readonly value: number;
}

export interface PandapipesCase {
  readonly fluid: CaseFluid;
  /** Undefined where the file names one that it does not explain. */
  readonly friction: CaseFriction | undefined;
  readonly junctions: readonly CaseJunction[];
  readonly links: readonly CaseLink[];
  readonly exchanges: readonly CaseExchange[];
}

const ends = ['from_junction', 'to_junction', 'v_stanet', 'v_om'];
const tables: Readonly<Record<string, readonly string[]>> = {
  junction: ['pn_bar', 'tfluid_k', 'height_m', 'p_stanet', 'K_stanet', 'p_om', 'T_om', 't_stanet'],
  pipe: [
    ...['std_type', 'length_km', 'diameter_m', 'inner_diameter_mm', 'k_mm', 'loss_coefficient', 'sections'],
    ...['alpha_w_per_m2k', 'u_w_per_m2k', 'text_k', 'qext_w', 'T_om', 'v_om_sections', 'stanet_status', ...ends],
  ],
  valve: ['diameter_m', 'opened', 'loss_coefficient', 'std_type', ...ends],
  pump: ['std_type', 'ps_stanet', 'dp_stanet', ...ends],
  press_control: [
    'controlled_junction',
    'controlled_p_bar',
    'control_active',
    'loss_coefficient',
    'max_mdot_kg_per_s',
    ...ends,
  ],
  flow_control: ['controlled_mdot_kg_per_s', 'diameter_m', 'control_active', ...ends],
  ext_grid: ['junction', 'p_bar', 't_k'],
  sink: ['junction', 'mdot_kg_per_s', 'scaling', 'profile_id'],
  source: ['junction', 'mdot_kg_per_s', 'scaling', 'profile_id'],
};

export function readPandapipesCase(text: string): Result<PandapipesCase> {
  const parsed = parseJson(text);
  if (!parsed.ok) return parsed;
  const problems = new CaseProblems();
  const file = parsed.value;
  if (!isObject(file)) {
    problems.wrong('file', [], `met ${shown(file)}, expected an object of tables`);
    return fail(problems.list());
  }
  for (const [key, value] of Object.entries(file)) {
    if (key === 'fluid' || key === 'friction' || Object.hasOwn(tables, key)) continue;
    if (Array.isArray(value) && value.length > 0)
      problems.wrong('unknown-table', [key], 'is a table that is not understood here');
    else problems.remark('unknown-key', [key], 'has no meaning here and is passed over');
  }
  const fluid = readFluid(file.fluid, problems);
  const friction = readFriction(file.friction, problems);
  const junctions = readJunctions(file, problems);
  const place = new Map(junctions.map(({ index }, at) => [index, at]));
  const links = (['pipe', 'valve', 'pump', 'press_control', 'flow_control'] as const).flatMap((table) =>
    readRows(file, table, tables[table], problems).map(({ index, row }) => readLink(table, index, row, place)),
  );
  const exchanges = (['ext_grid', 'sink', 'source'] as const).flatMap((table) => {
    // `source` may say where the file is from instead.
    if (table === 'source' && typeof file.source === 'string') return [];
    return readRows(file, table, tables[table], problems).flatMap(({ index, row }) =>
      readExchange(table, index, row, place),
    );
  });
  if (problems.hasErrors || fluid === undefined) return fail(problems.list());
  return succeed({ fluid, friction, junctions, links, exchanges }, problems.list());
}

function readFluid(value: unknown, problems: CaseProblems): CaseFluid | undefined {
  if (!isObject(value)) {
    problems.wrong('fluid', ['fluid'], `met ${shown(value)}, expected name, type and properties`);
    return undefined;
  }
  const { type, properties } = value;
  if (type !== 'gas' && type !== 'liquid')
    problems.wrong('fluid', ['fluid', 'type'], `met ${shown(type)}, expected gas or liquid`);
  if (!isObject(properties)) {
    problems.wrong('fluid', ['fluid', 'properties'], `met ${shown(properties)}, expected an object`);
    return undefined;
  }
  const number = (name: string, least: number, most: number): number => {
    const given = properties[name];
    if (typeof given === 'number' && given >= least && given <= most) return given;
    const message = `met ${shown(given)}, expected a number from ${least} to ${most}`;
    problems.wrong('fluid', ['fluid', 'properties', name], message);
    return Number.NaN;
  };
  const densityKgPerM3 = number('density', 0.01, 20_000);
  const viscosityPaS = number('viscosity', 1e-7, 10);
  return {
    name: typeof value.name === 'string' ? value.name : '',
    phase: type === 'gas' ? 'gas' : 'liquid',
    densityKgPerM3,
    viscosityPaS,
    compressibility: readCompressibility(properties.compressibility, problems),
  };
}

function readCompressibility(value: unknown, problems: CaseProblems): CaseFluid['compressibility'] {
  if (value === undefined) return { offset: 1, slopePerBar: 0 };
  if (typeof value === 'number' && value > 0.1 && value < 10) return { offset: value, slopePerBar: 0 };
  if (isObject(value)) {
    const { slope, offset } = value;
    if (
      typeof slope === 'number' &&
      Math.abs(slope) < 0.1 &&
      typeof offset === 'number' &&
      offset > 0.1 &&
      offset < 10
    ) {
      return { offset, slopePerBar: slope };
    }
  }
  const message = `met ${shown(value)}, expected a number, or a slope per bar and an offset`;
  problems.wrong('fluid', ['fluid', 'properties', 'compressibility'], message);
  return { offset: 1, slopePerBar: 0 };
}

function readFriction(value: unknown, problems: CaseProblems): CaseFriction | undefined {
  if (value === 'nikuradse') return 'nikuradse';
  if (value === 'prandtl-colebrook' || value === 'colebrook') return 'prandtl-colebrook';
  problems.remark('friction', ['friction'], `met ${shown(value)}, expected nikuradse or prandtl-colebrook`);
  return undefined;
}

function readJunctions(file: Readonly<Record<string, unknown>>, problems: CaseProblems): CaseJunction[] {
  const rows = readRows(file, 'junction', tables.junction, problems);
  if (rows.length === 0) problems.wrong('no-junction', ['junction'], 'has no rows');
  return rows.map(({ index, row }) => ({
    ...about(index, row),
    nominalBar: row.number('pn_bar', { otherwise: 1 }),
    fluidK: row.number('tfluid_k', { least: 200, most: 700, otherwise: 283.15 }),
    heightM: row.number('height_m', { least: -1_000, most: 9_000, otherwise: 0 }),
    stanetBar: row.reference('p_stanet'),
  }));
}

function about(index: number, row: Row): CaseElement {
  return { index, name: row.text('name'), inService: row.flag('in_service', true) };
}

function junctionOf(row: Row, column: string, place: ReadonlyMap<number, number>): number {
  const index = row.whole(column);
  const at = place.get(index);
  if (index >= 0 && at === undefined)
    row.wrong('unknown-junction', column, `met ${index}, which is no junction's index`);
  return at ?? -1;
}

function readLink(table: CaseLink['table'], index: number, row: Row, place: ReadonlyMap<number, number>): CaseLink {
  const from = junctionOf(row, 'from_junction', place);
  const to = junctionOf(row, 'to_junction', place);
  if (from >= 0 && from === to) row.wrong('same-ends', 'to_junction', 'is the junction that it comes from');
  const hasBody = table === 'pipe' || table === 'valve';
  const positive: NumberRule = { above: 0, most: 20 };
  const isControlling =
    table === 'press_control' || table === 'flow_control' ? row.flag('control_active', true) : false;
  if (table === 'press_control' && isControlling && from >= 0 && to >= 0) {
    const controlled = junctionOf(row, 'controlled_junction', place);
    if (controlled >= 0 && controlled !== to) {
      row.wrong('controlled-junction', 'controlled_junction', 'is not its outlet; only that is understood here');
    }
  }
  return {
    ...about(index, row),
    table,
    row: Number(row.path[1]),
    from,
    to,
    lengthM: table === 'pipe' ? 1_000 * row.number('length_km', { above: 0, most: 10_000 }) : 0,
    diameterM: hasBody
      ? row.number('diameter_m', positive)
      : table === 'flow_control'
        ? row.number('diameter_m', { ...positive, otherwise: 0.1 })
        : 0,
    roughnessM: table === 'pipe' ? 1e-3 * row.number('k_mm', { least: 0, most: 1_000 }) : 0,
    lossCoefficient: row.number('loss_coefficient', { least: 0, most: 1e12, otherwise: 0 }),
    isOpen: table === 'valve' ? row.flag('opened', true) : true,
    isControlling,
    controlledBar: table === 'press_control' && isControlling ? row.number('controlled_p_bar', { above: -1 }) : 0,
    controlledKgPerS: table === 'flow_control' && isControlling ? row.number('controlled_mdot_kg_per_s') : 0,
    pumpType: table === 'pump' ? (row.text('std_type') ?? '') : undefined,
    stanetMps: row.reference('v_stanet'),
  };
}

function readExchange(
  table: CaseExchange['table'],
  index: number,
  row: Row,
  place: ReadonlyMap<number, number>,
): CaseExchange[] {
  const junction = junctionOf(row, 'junction', place);
  const shared = { ...about(index, row), table, row: Number(row.path[1]), junction };
  if (table !== 'ext_grid') {
    const value = row.number('mdot_kg_per_s', { least: 0 }) * row.number('scaling', { least: 0, otherwise: 1 });
    return [{ ...shared, value }];
  }
  const type = row.text('type') ?? 'pt';
  if (type === 't') return [];
  return [{ ...shared, value: row.number('p_bar', { above: -1 }) }];
}
