/** A file's network as a scene's: what it says of pipes in full, of pumps one point, of patterns their mean. */
import { PI } from '../../kernel';
import type { Point, WaterFile } from '../../scene';
import type { InpFile, Pump, Tank } from './inp-file';
import type { Names } from './names';
import type { Places } from './places';
import type { ImportNotes } from './report';
import { roughnessMm } from './roughness';
import { diameterM, lengthM, M3_PER_S, pressureM } from './units';

/** Below this a pipe has no valves of its own, as in our own plans. */
const VALVES_FROM_M = 60;
const SERVICE_PRESSURE_M = 14; // 20 psi
const VALVE_LENGTH_M = 1;
const FOOT_POUNDS = 0.7457; // kW a horsepower
const WATER_KN_PER_M3 = 9.789;

export interface NamesOf {
  readonly nodes: Names;
  readonly links: Names;
}

export function waterOfFile(
  file: InpFile,
  { nodes: nodeNames, links: linkNames }: NamesOf,
  places: Places,
  notes: ImportNotes,
): WaterFile {
  const { options } = file;
  const metre = lengthM(options);
  const bore = diameterM(options);
  const flow = M3_PER_S[options.units];
  const pathOf = (line: number, section: string, id: string) => ['line', line, section, id];
  const at = (id: string): Point => [...places.at.get(id)!];
  const meanOf = (pattern: string | undefined): number => {
    const values = file.patterns.get(pattern ?? options.pattern) ?? [];
    return values.length === 0 ? 1 : values.reduce((sum, each) => sum + each, 0) / values.length;
  };

  const nodes: WaterFile['nodes'] = file.junctions.map(({ line, id, elevation, demands, emitter }) => {
    const mean = demands.reduce((sum, { base, pattern }) => sum + base * meanOf(pattern), 0) * options.demandMultiplier;
    const path = pathOf(line, 'JUNCTIONS', id);
    if (mean < 0)
      notes.add('not-carried', 'inflow', path, `${-mean} ${options.units} flow in there: no scene says that`);
    if (emitter > 0) notes.add('not-carried', 'emitter', path, `an emitter of ${emitter}`);
    return {
      id: nodeNames.take(id),
      at: at(id),
      heightM: elevation * metre,
      ...(mean > 0 && { demandM3PerH: mean * flow * 3_600 }),
    };
  });
  if (
    file.junctions.some(({ demands }) => demands.some(({ pattern }) => file.patterns.has(pattern ?? options.pattern)))
  ) {
    notes.add(
      'guessed',
      'patterns',
      ['PATTERNS'],
      'demands are carried by their mean; how a day goes is that of our homes',
    );
  }

  const reservoirs: WaterFile['reservoirs'] = [];
  const tanks: WaterFile['tanks'] = [];
  for (const { line, id, head, pattern } of file.reservoirs) {
    const node = nodeNames.take(id);
    nodes.push({ id: node, at: at(id), heightM: head * metre });
    reservoirs.push({ id: node, node, levelM: head * metre });
    if (pattern !== undefined)
      notes.add(
        'not-carried',
        'reservoir-pattern',
        pathOf(line, 'RESERVOIRS', id),
        `its head by the pattern ${pattern}`,
      );
  }
  for (const tank of file.tanks) {
    const { line, id, elevation, initLevel, minLevel, maxLevel } = tank;
    const node = nodeNames.take(id);
    const depth = maxLevel - minLevel;
    const areaM2 = areaOf(tank) * metre * metre;
    nodes.push({ id: node, at: at(id), heightM: elevation * metre });
    if (!(depth > 0 && areaM2 > 0)) {
      notes.add('guessed', 'tank-as-reservoir', pathOf(line, 'TANKS', id), 'it cannot hold anything: its level stays');
      reservoirs.push({ id: node, node, levelM: (elevation + initLevel) * metre });
      continue;
    }
    if (tank.volumeCurve !== undefined) {
      notes.add('guessed', 'tank-curve', pathOf(line, 'TANKS', id), 'its volume by a curve: as wide as on its mean');
    }
    tanks.push({
      id: node,
      node,
      floorM: (elevation + minLevel) * metre,
      depthM: depth * metre,
      areaM2,
      fill: (initLevel - minLevel) / depth,
    });
  }

  const valves: WaterFile['valves'] = [];
  const pipes: WaterFile['pipes'] = file.pipes.map((pipe) => {
    const { line, id, from, to, status, minorLoss } = pipe;
    const name = linkNames.take(id);
    const path = pathOf(line, 'PIPES', id);
    const long = pipe.length * metre;
    if (status === 'CLOSED' || long > VALVES_FROM_M) {
      valves.push({ id: name, pipe: name, open: status !== 'CLOSED', remote: false });
    }
    if (status === 'CV') notes.add('not-carried', 'check-valve', path, 'it lets water back, too');
    if (minorLoss > 0) notes.add('not-carried', 'minor-loss', path, `a minor loss of ${minorLoss}`);
    const bend = file.vertices.get(id);
    return {
      id: name,
      from: nodeNames.of(from),
      to: nodeNames.of(to),
      ...(bend !== undefined && { path: [at(from), ...bend.map((point) => places.place(point)), at(to)] }),
      lengthM: long,
      diameterM: pipe.diameter * bore,
      roughnessMm: wallOf(pipe.roughness, pipe.diameter * bore),
    };
  });
  notes.add(
    'guessed',
    'valves',
    ['PIPES'],
    `every pipe above ${VALVES_FROM_M} m has valves at its ends, turned by hand`,
  );
  if (options.headLoss !== 'D-W') {
    notes.add(
      'guessed',
      'roughness',
      ['PIPES'],
      `by the loss that ${options.headLoss} has at 0.6 m/s; at other speeds they differ`,
    );
  }
  for (const { line, id, from, to, type, setting, status, diameter } of file.valves) {
    const name = linkNames.take(id);
    notes.add(
      'not-carried',
      'valve',
      pathOf(line, 'VALVES', id),
      `a ${type} at ${setting}: a metre of pipe stands there`,
    );
    pipes.push({
      id: name,
      from: nodeNames.of(from),
      to: nodeNames.of(to),
      lengthM: VALVE_LENGTH_M,
      diameterM: diameter * bore,
      roughnessMm: 0.1,
    });
    if (status === 'CLOSED') valves.push({ id: name, pipe: name, open: false, remote: false });
  }

  const meanM3PerS = nodes.reduce((sum, { demandM3PerH = 0 }) => sum + demandM3PerH / 3_600, 0);
  const pumps: WaterFile['pumps'] = file.pumps.flatMap((pump) => {
    const { line, id, from, to, isOpen, speed, pattern } = pump;
    const path = pathOf(line, 'PUMPS', id);
    const name = linkNames.take(id);
    if (!isOpen || speed === 0) {
      notes.add('dropped', 'pump-off', path, 'it stands at the start, and no scene says what starts it');
      return [];
    }
    if (pattern !== undefined) notes.add('not-carried', 'pump-pattern', path, `its speed by the pattern ${pattern}`);
    const point = pointOf(pump);
    const headM = point.head * speed * speed * metre;
    return [
      {
        id: name,
        from: nodeNames.of(from),
        to: nodeNames.of(to),
        headM,
        flowM3PerH: point.flow * speed * flow * 3_600,
      },
    ];
  });

  const least = options.minimumPressure * pressureM(options);
  if (!options.pressureDriven) {
    notes.add(
      'guessed',
      'service-pressure',
      ['OPTIONS'],
      `the file serves at any pressure; here all are served from ${SERVICE_PRESSURE_M} m on`,
    );
  }
  return {
    servicePressureM: options.pressureDriven ? options.requiredPressure * pressureM(options) : SERVICE_PRESSURE_M,
    leastPressureM: options.pressureDriven ? least : 0,
    nodes,
    pipes,
    pumps,
    valves,
    reservoirs,
    tanks,
  };

  function wallOf(roughness: number, boreM: number): number {
    if (options.headLoss === 'D-W') return roughness * (metre === 1 ? 1 : metre);
    return roughnessMm(options.headLoss, roughness, boreM);
  }

  function areaOf({ diameter, volumeCurve, minLevel, maxLevel }: Tank): number {
    const curve = volumeCurve === undefined ? undefined : file.curves.get(volumeCurve);
    if (curve === undefined || curve.length < 2) return (PI * diameter * diameter) / 4;
    const [first, last] = [curve[0], curve[curve.length - 1]];
    return (last[1] - first[1]) / Math.max(1e-9, Math.min(last[0], maxLevel) - Math.max(first[0], minLevel));
  }

  /** One point that a curve goes through: the file's own of one, the middle one of more. */
  function pointOf({ line, id, headCurve, power }: Pump): { readonly flow: number; readonly head: number } {
    const path = pathOf(line, 'PUMPS', id);
    const curve = headCurve === undefined ? [] : file.curves.get(headCurve)!;
    if (curve.length === 1) return { flow: curve[0][0], head: curve[0][1] };
    if (curve.length > 1) {
      const middle = curve.filter(([q, h]) => q > 0 && h > 0);
      const [flowAt, head] = middle[Math.floor((middle.length - 1) / 2)] ?? [1, 1];
      notes.add(
        'guessed',
        'pump-curve',
        path,
        `of ${curve.length} points the one at ${flowAt} ${options.units}: 4/3 of its head at rest, none at twice its flow`,
      );
      return { flow: flowAt, head };
    }
    const kw = (power ?? 1) * (metre === 1 ? 1 : FOOT_POUNDS);
    const m3PerS = Math.max(meanM3PerS, 1e-4) / file.pumps.length;
    notes.add('guessed', 'pump-power', path, `${kw.toPrecision(3)} kW on its share of the mean demand`);
    return { flow: m3PerS / flow, head: kw / (WATER_KN_PER_M3 * m3PerS) / metre };
  }
}
