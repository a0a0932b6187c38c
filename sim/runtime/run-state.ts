import type { KindTable } from '../interventions';
import {
  CodecError,
  checksumOf,
  Decoder,
  Encoder,
  fail,
  hashBytes,
  type Problem,
  problem,
  type Result,
  succeed,
} from '../kernel';
import { readTimeline, type Timeline } from './timeline';
import { ENGINE_VERSION } from './version';

/** A run in bytes, fit for a file or a wire: the state of everything, and the log of lists that it is to go on with. */
export interface SavedRun {
  readonly state: Uint8Array;
  readonly timeline: Timeline;
}

/** The same on the way out, where the state need not have been put together yet. */
interface PackedRun {
  readonly state: Uint8Array | Encoder;
  readonly timeline: Timeline;
}

const KIND = 'cityloom-run';
const VERSION = 2;

export function packRun({ state, timeline }: PackedRun): Uint8Array<ArrayBuffer> {
  const log = JSON.stringify(timeline);
  return new Encoder(KIND, VERSION).text(ENGINE_VERSION).text(checksum(state, log)).text(log).bytes(state).finish();
}

/** Refuses what is torn, altered, or of another engine; never throws. */
export function unpackRun(bytes: Uint8Array, kinds: KindTable): Result<SavedRun> {
  try {
    const from = new Decoder(bytes, KIND, VERSION);
    const engineVersion = from.text();
    if (engineVersion !== ENGINE_VERSION) {
      const message = `expected a run of engine ${ENGINE_VERSION}, found one of ${engineVersion.slice(0, 40)}`;
      return fail([problem('saved-run.other-engine', [], message)]);
    }
    const sum = from.text();
    const log = from.text();
    const state = from.bytes();
    from.end();
    if (sum !== checksum(state, log)) {
      return fail([problem('saved-run.damaged', [], 'expected the bytes that were saved, found others')]);
    }
    const timeline = readTimeline(JSON.parse(log), kinds);
    return timeline.ok ? succeed({ state, timeline: timeline.value }) : timeline;
  } catch (error) {
    if (error instanceof CodecError || error instanceof SyntaxError || error instanceof RangeError) {
      return fail([problem('saved-run.damaged', [], error.message)]);
    }
    throw error;
  }
}

function checksum(state: Uint8Array | Encoder, log: string): string {
  return checksumOf(state, log.length) + hashBytes(new Encoder('log', 1).text(log));
}

/** What a state belongs to: it means nothing in another run. */
export interface RunIdentity {
  readonly sceneHash: string;
  readonly seed: number;
  readonly startSeconds: number;
  /** Day of the year and of the weather file, where the scenario names them. */
  readonly day: string;
}

const STATE_KIND = 'cityloom-state';
const STATE_VERSION = 2;

export function packState(of: RunIdentity, state: { readonly chain: string; readonly body: Encoder }): Encoder {
  return new Encoder(STATE_KIND, STATE_VERSION)
    .text(of.sceneHash)
    .f64(of.seed)
    .f64(of.startSeconds)
    .text(of.day)
    .text(state.chain)
    .bytes(state.body);
}

/** `read` takes the body in, all of it or nothing; what it finds wrong by a CodecError is a problem, too. */
export function unpackState(
  bytes: Uint8Array,
  expected: RunIdentity,
  read: (body: Uint8Array) => void,
): Result<{ readonly chain: string }> {
  try {
    const from = new Decoder(bytes, STATE_KIND, STATE_VERSION);
    const met: RunIdentity = {
      sceneHash: from.text(),
      seed: from.f64(),
      startSeconds: from.f64(),
      day: from.text(),
    };
    if (words(met) !== words(expected)) return fail([otherRun(met, expected)]);
    const chain = from.text();
    const body = from.bytes();
    from.end();
    read(body);
    return succeed({ chain });
  } catch (error) {
    if (error instanceof CodecError) return fail([problem('saved-run.damaged', [], error.message)]);
    throw error;
  }
}

function otherRun(met: RunIdentity, expected: RunIdentity): Problem {
  return problem('saved-run.other-run', [], `expected a run of ${words(expected)}; found ${words(met)}`);
}

function words({ sceneHash, seed, startSeconds, day }: RunIdentity): string {
  const of = day === '' ? '' : `, day ${day.slice(0, 80)}`;
  return `scene ${sceneHash.slice(0, 32)}, seed ${seed}, start ${startSeconds} s${of}`;
}
