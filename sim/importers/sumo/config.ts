/** A sumocfg: which files belong together, from when to when, and the few options that change what they mean. */
import { fail, problem, type Result, succeed } from '../../kernel';
import { readXml } from '../xml';
import { readNumber, readSeconds, readWords } from './read-values';

export interface SumoConfig {
  readonly netFiles: readonly string[];
  /** In SUMO's order of loading: additional files first, then routes. */
  readonly otherFiles: readonly string[];
  readonly beginSeconds: number | undefined;
  readonly endSeconds: number | undefined;
  readonly stepSeconds: number | undefined;
  readonly isBallistic: boolean;
  /** When SUMO takes somebody who stands off the road; undefined where it never does. */
  readonly teleportsAfterSeconds: number | undefined;
  readonly seed: number | undefined;
  readonly speedDeviation: number | undefined;
  /** Options that are not followed, with their values. */
  readonly unread: readonly (readonly [string, string])[];
}

/** Where nothing is said of it. */
export const TELEPORTS_AFTER_S = 300;

const READ = new Set([
  'net-file',
  'route-files',
  'additional-files',
  'begin',
  'end',
  'step-length',
  'step-method.ballistic',
  'time-to-teleport',
  'default.action-step-length',
  'seed',
  'default.speeddev',
]);
/** What SUMO writes, draws and says: nothing of the city. */
const PASSED_OVER =
  /output|log|verbose|warnings|report|gui|schema|validation|duration-log|statistic|^(n|r|a|no-step-log|random|threads|delay|start|quit-on-end)$/;
const SHORT = new Map([
  ['n', 'net-file'],
  ['r', 'route-files'],
  ['a', 'additional-files'],
  ['b', 'begin'],
  ['e', 'end'],
]);

export function readConfig(file: string, text: string): Result<SumoConfig> {
  const options = new Map<string, string>();
  const read = readXml(text, {
    open(element) {
      const value = element.get('value') ?? element.get('v');
      if (value !== undefined) options.set(SHORT.get(element.name) ?? element.name, value);
    },
  });
  if (!read.ok) return read;
  const netFiles = readNames(options.get('net-file'));
  const seconds = (name: string) => (options.has(name) ? readSeconds(options.get(name)) : undefined);
  for (const name of ['begin', 'end', 'step-length', 'time-to-teleport']) {
    if (options.has(name) && seconds(name) === undefined) {
      return fail([
        problem('sumo.config', [file, name], `expected a time, found "${options.get(name)!.slice(0, 40)}"`),
      ]);
    }
  }
  const endSeconds = seconds('end');
  const teleportsAfterSeconds = seconds('time-to-teleport') ?? TELEPORTS_AFTER_S;
  return succeed({
    netFiles,
    otherFiles: [...readNames(options.get('additional-files')), ...readNames(options.get('route-files'))],
    beginSeconds: seconds('begin'),
    endSeconds: endSeconds !== undefined && endSeconds >= 0 ? endSeconds : undefined,
    stepSeconds: seconds('step-length'),
    // SUMO takes the ballistic update by itself where a step of action is named and nothing is said of the update.
    isBallistic: /^(true|1|yes|on|t|x)$/i.test(
      options.get('step-method.ballistic') ?? String(options.has('default.action-step-length')),
    ),
    teleportsAfterSeconds: teleportsAfterSeconds > 0 ? teleportsAfterSeconds : undefined,
    seed: readNumber(options.get('seed')),
    speedDeviation: readNumber(options.get('default.speeddev')),
    unread: [...options].filter(([name]) => !READ.has(name) && !PASSED_OVER.test(name)),
  });
}

/** Names may hold spaces here: only commas part them. */
function readNames(text: string | undefined): string[] {
  if (text === undefined) return [];
  return text.includes(',')
    ? text
        .split(',')
        .map((name) => name.trim())
        .filter((name) => name !== '')
    : readWords(text);
}
