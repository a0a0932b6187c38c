/**
 * SUMO's files as a scene: a net.xml with what belongs to it, unpacked, in the order of loading. Whatever is broken,
 * guessed or not carried over is noted by file and element, and the rest becomes the scene.
 */
import { fail, type Problem, problem, type Result, succeed } from '../../kernel';
import type { DemandFile, Manifest, Point } from '../../scene';
import { sceneText } from '../scene-text';
import { readXml } from '../xml';
import { readConfig, type SumoConfig, TELEPORTS_AFTER_S } from './config';
import { DemandDraft } from './demand/draft';
import { isDemandRoot, readDemand } from './demand/read-demand';
import { laneLengthM } from './net/draft';
import { addSignals, type ImportedNet, importNet } from './net/import-net';
import type { NetProgram } from './net/net-elements';
import { ImportNotes, type ImportReport } from './report';

type Files = ReadonlyMap<string, string>;

export interface SumoImport {
  readonly scene: Files;
  readonly report: ImportReport;
}

/** A run without a scenario starts at seven: SUMO's beginning is laid there. */
const RUN_STARTS_AT_S = 7 * 3_600;

export function importSumo(files: Files, sceneId: string): Result<SumoImport> {
  const sorted = sortFiles(files);
  if (!sorted.ok) return sorted;
  const { netFile, configFile, demandFiles } = sorted.value;
  const notes = new ImportNotes();
  let config: SumoConfig | undefined;
  if (configFile !== undefined) {
    const read = readConfig(configFile, files.get(configFile)!);
    if (!read.ok) return fail(inFile(read.problems, configFile));
    config = read.value;
    for (const [name, value] of config.unread) {
      notes.add(
        'sumo.not-carried',
        [configFile, name],
        `the option ${name.slice(0, 60)} = ${value.slice(0, 60)} is not followed`,
      );
    }
  }
  const net = importNet(netFile, files.get(netFile)!, notes);
  if (!net.ok) return fail(inFile(net.problems, netFile));
  if (net.value.roads.edges.length === 0) {
    return fail([problem('sumo.no-roads', [netFile], 'expected edges that vehicles can drive on, found none')]);
  }
  const beginSeconds = config?.beginSeconds ?? 0;
  const startsAtSeconds = RUN_STARTS_AT_S - beginSeconds;
  const settings = { beginSeconds, endSeconds: config?.endSeconds, speedDeviation: config?.speedDeviation };
  const demand = new DemandDraft(net.value.draft, net.value.roads, notes, settings);
  const programs: NetProgram[] = [];
  for (const file of demandFiles) {
    const read = readDemand(file, files.get(file)!, demand, programs);
    if (!read.ok) return fail(inFile(read.problems, file));
  }
  addSignals(net.value, programs, startsAtSeconds);
  return succeed({
    scene: sceneOf(sceneId, netFile, net.value, demand, startsAtSeconds, config),
    report: reportOf(net.value, demand, config, notes),
  });
}

function sceneOf(
  id: string,
  netFile: string,
  { roads, place }: ImportedNet,
  draft: DemandDraft,
  startsAtSeconds: number,
  config: SumoConfig | undefined,
): Files {
  const demand: DemandFile = {
    tripsPerResident: 0,
    tripsPerJob: 0,
    purposes: [],
    gates: [],
    truckShare: 0,
    vehicles: {
      startsAtSeconds,
      driving: {
        stepSeconds: config?.stepSeconds ?? 1,
        update: config?.isBallistic ? 'ballistic' : 'euler',
        keepsRight: roads.driveOn === 'right',
        letThroughAfterSeconds: config === undefined ? TELEPORTS_AFTER_S : config.teleportsAfterSeconds,
      },
      types: [...draft.types.values()].filter((type) => type !== null),
      typeMixes: [...draft.typeMixes].map(([name, parts]) => ({
        id: draft.typeNames.of(name),
        types: parts.map(({ type, share }) => ({ type: draft.typeNames.of(type), share })),
      })),
      routes: draft.routes.used,
      routeMixes: draft.routes.usedMixes(),
      // Those of one moment stay in the order of the files.
      departures: [...draft.departures].sort((a, b) => a.departSeconds - b.departSeconds),
      flows: draft.flows,
    },
  };
  const points = [
    ...roads.nodes.map(({ at }) => at),
    ...roads.edges.flatMap((edge) => [...edge.shape, ...edge.lanes.flatMap((lane) => lane.shape)]),
    ...roads.junctions.flatMap((junction) => [...junction.outline, ...junction.turns.flatMap((turn) => turn.shape)]),
  ];
  const extent = extentOf(points);
  const files: Record<string, unknown> = { 'roads.json': roads, 'demand.json': demand };
  if (draft.sensors.length > 0) files['sensors.json'] = { sensors: draft.sensors };
  files['views.json'] = { views: [overviewOf(extent)] };
  const manifest: Manifest = {
    format: 'cityloom-scene',
    version: 1,
    id,
    name: { zh: id, en: id },
    origin: {
      latitudeDeg: place?.latitudeDeg ?? 0,
      longitudeDeg: place?.longitudeDeg ?? 0,
      heightM: 0,
      datum: 'WGS84',
    },
    timeZone: 'UTC',
    extent,
    illustrative: true,
    sources: [
      {
        id: 'sumo',
        title: `SUMO network ${netFile}`,
        licence: 'as the files it was made from',
        confidence: 'estimated',
      },
    ],
    files: Object.keys(files).sort(),
  };
  const scene = new Map([['scene.json', sceneText(manifest)]]);
  for (const name of manifest.files) scene.set(name, sceneText(files[name]));
  return scene;
}

const LEAST_MARGIN_M = 50;

function extentOf(points: readonly Point[]): Manifest['extent'] {
  const min: Point = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  const max: Point = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const [x, y] of points) {
    min[0] = Math.min(min[0], x);
    min[1] = Math.min(min[1], y);
    max[0] = Math.max(max[0], x);
    max[1] = Math.max(max[1], y);
  }
  return {
    min: [Math.floor(min[0]) - LEAST_MARGIN_M, Math.floor(min[1]) - LEAST_MARGIN_M],
    max: [Math.ceil(max[0]) + LEAST_MARGIN_M, Math.ceil(max[1]) + LEAST_MARGIN_M],
  };
}

/** From the south, high enough to see all of it. */
function overviewOf({ min, max }: Manifest['extent']) {
  const [x, y] = [(min[0] + max[0]) / 2, (min[1] + max[1]) / 2];
  const acrossM = Math.max(max[0] - min[0], max[1] - min[1]);
  const heightM = Math.min(8_000, 0.6 * acrossM);
  return {
    id: 'overview',
    name: { zh: '全景', en: 'Overview' },
    eye: [x, y - 0.6 * acrossM, heightM],
    target: [x, y, 0],
  };
}

function reportOf(
  { roads, place }: ImportedNet,
  draft: DemandDraft,
  config: SumoConfig | undefined,
  notes: ImportNotes,
): ImportReport {
  const laneM = roads.edges.flatMap((edge) => edge.lanes).reduce((sum, lane) => sum + laneLengthM(lane), 0);
  return notes.report({
    nodes: roads.nodes.length,
    edges: roads.edges.length,
    lanes: roads.edges.reduce((sum, edge) => sum + edge.lanes.length, 0),
    laneKm: Math.round(laneM) / 1_000,
    junctions: roads.junctions.length,
    turns: roads.junctions.reduce((sum, junction) => sum + junction.turns.length, 0),
    signals: roads.signals.length,
    stops: roads.stops.length,
    parking: roads.parking.length,
    loops: draft.sensors.length,
    vehicleTypes: draft.types.size,
    routes: draft.routes.used.length,
    vehicles: draft.departures.length,
    flows: draft.flows.length,
    ...(place === undefined ? {} : { latitudeDeg: place.latitudeDeg, longitudeDeg: place.longitudeDeg }),
    ...(config?.beginSeconds === undefined ? {} : { beginSeconds: config.beginSeconds }),
    ...(config?.endSeconds === undefined ? {} : { endSeconds: config.endSeconds }),
    ...(config?.stepSeconds === undefined ? {} : { stepSeconds: config.stepSeconds }),
    ...(config?.seed === undefined ? {} : { seed: config.seed }),
  });
}

interface SortedFiles {
  readonly netFile: string;
  readonly configFile: string | undefined;
  readonly demandFiles: readonly string[];
}

/** What each file is, by its root element: one network, at most one configuration, and the rest in the order given. */
function sortFiles(files: Files): Result<SortedFiles> {
  const problems: Problem[] = [];
  const netFiles: string[] = [];
  const configFiles: string[] = [];
  const demandFiles: string[] = [];
  for (const [name, text] of files) {
    const root = rootOf(text);
    if (typeof root !== 'string') problems.push(...inFile(root, name));
    else if (root === 'net') netFiles.push(name);
    else if (/configuration$/i.test(root)) configFiles.push(name);
    else if (isDemandRoot(root)) demandFiles.push(name);
    else
      problems.push(
        problem(
          'sumo.unknown-file',
          [name],
          `expected net, routes, additional or a configuration, found <${root.slice(0, 60)}>`,
        ),
      );
  }
  if (netFiles.length !== 1)
    problems.push(problem('sumo.net-files', netFiles.slice(0, 2), `expected one network, found ${netFiles.length}`));
  if (configFiles.length > 1)
    problems.push(problem('sumo.config', configFiles.slice(0, 2), 'expected one configuration at most'));
  if (problems.length > 0) return fail(problems);
  return succeed({ netFile: netFiles[0], configFile: configFiles[0], demandFiles });
}

/** The name of the root; or what is wrong before it. */
function rootOf(text: string): string | readonly Problem[] {
  let root: string | undefined;
  class Found extends Error {}
  try {
    const read = readXml(text, {
      open(element) {
        root = element.name;
        throw new Found();
      },
    });
    return read.ok ? '' : read.problems;
  } catch (error) {
    if (error instanceof Found) return root!;
    throw error;
  }
}

function inFile(problems: readonly Problem[], file: string): Problem[] {
  return problems.map((each) => (each.path[0] === file ? each : { ...each, path: [file, ...each.path] }));
}
