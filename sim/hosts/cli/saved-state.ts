/** A saved run as a file: the engine's own bytes, and the scenario that an engine is made from to load them. */
import { CodecError, Decoder, Encoder, fail, problem, type Result, succeed } from '../../kernel';
import { readScenario, type Scenario } from '../../scenarios';

const KIND = 'cityloom-run-file';
const VERSION = 1;

export interface SavedState {
  readonly scenario: Scenario;
  /** What the engine saved; it knows its own version, scene and seed. */
  readonly state: Uint8Array;
}

export function encodeSavedState(saved: SavedState): Uint8Array {
  return new Encoder(KIND, VERSION).text(JSON.stringify(saved.scenario)).bytes(saved.state).finish();
}

export function decodeSavedState(bytes: Uint8Array): Result<SavedState> {
  try {
    const decoder = new Decoder(bytes, KIND, VERSION);
    const scenario = readScenario(decoder.text());
    const state = decoder.bytes();
    decoder.end();
    return scenario.ok ? succeed({ scenario: scenario.value, state }) : scenario;
  } catch (error) {
    if (error instanceof CodecError) return fail([problem('state.unreadable', [], error.message)]);
    throw error;
  }
}
