import type { Patch } from '../../ports';
import { type KnobValues, turnKnob } from '../../ports';
import type { KnobName } from '../../ports/knobs';
import { giveUpCars } from './charging';
import { growthOf, type RoadKnobName, roadKnobNames } from './closures';
import { planHour } from './demand/departures';
import { growProgress } from './demand/people/progress';
import { electrify } from './emissions/energy';
import { callKnobValues, isCallKnob } from './levels/response';
import { followSignalKnobs, type SignalKnobName } from './signals';
import type { TrafficState } from './state';

/** Turns knobs and answers what undoes it: the former values, last first. */
export function patchTraffic(state: TrafficState, patch: Patch): Patch {
  const inverse = patch.map((turn) => turnKnob(knobValues(state, turn.knob), turn));
  const turned = (begins: string) => patch.some(({ knob }) => knob.startsWith(begins));
  const clockSeconds = state.settings.startSeconds + state.totals.elapsedSeconds;
  const turnsRoads = ({ knob }: Patch[number]) => /^(lane|edge)\./.test(knob) && !isCallKnob(knob);
  if (patch.some(turnsRoads)) state.closures.stale = true;
  if (turned('edge.charge')) priceDriving(state);
  if (turned('city.electric-cars')) changeCars(state);
  if (turned('city.growth')) growCity(state, clockSeconds);
  // Another demand holds from now on, in the rest of this hour too.
  const isOther = turned('gate.demand') || turned('city.growth');
  if (isOther && state.departures.hour >= 0) planHour(state, state.departures.hour, clockSeconds);
  if (turned('signal.')) followSignalKnobs(state.signals, state.network, clockSeconds);
  return inverse.reverse();
}

function knobValues({ closures, signals, response }: TrafficState, knob: KnobName): KnobValues {
  if (isCallKnob(knob)) return callKnobValues(response, knob);
  if (isRoadKnob(knob)) return closures.knobs[knob];
  if (!isSignalKnob(signals, knob)) throw new Error(`met the knob '${knob}', expected one of traffic`);
  return { values: signals.knobs.values[knob], causes: signals.knobs.causes[knob] };
}

function isSignalKnob(signals: TrafficState['signals'], knob: KnobName): knob is SignalKnobName {
  return Object.hasOwn(signals.knobs.values, knob);
}

function isRoadKnob(knob: KnobName): knob is RoadKnobName {
  return (roadKnobNames as readonly string[]).includes(knob);
}

/** Cars become electric as their owners next set out in them, and cease to be where they stand. */
function changeCars(state: TrafficState): void {
  electrify(state.energy, state.closures.knobs['city.electric-cars'].values[0]);
  if (state.charging !== null) giveUpCars(state, state.charging);
}

function growCity({ people, progress, closures }: TrafficState, clockSeconds: number): void {
  if (people === null || progress === null) return;
  growProgress(people, progress, (people.ground.survey.part.growth ?? 1) * growthOf(closures), clockSeconds);
}

/** Whoever leaves home from now on knows what it costs to drive there. */
function priceDriving({ people, closures }: TrafficState): void {
  if (people === null) return;
  const { values } = closures.knobs['edge.charge'];
  for (let edge = 0; edge < values.length; edge++)
    people.chargeYuan[edge] = Number.isNaN(values[edge]) ? 0 : values[edge];
}
