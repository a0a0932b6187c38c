/**
 * Which group of trips passes which count: every trip of the day takes its quickest way by the limits and its driver's
 * whim, at the share of the limits that a city's traffic reaches, and is counted in the hour in which it comes by. A
 * static picture: no queue holds anybody up in it, and no jam sends him round.
 */

import { laneLengthM } from '../../network';
import { findWay } from '../../routing/search';
import type { TrafficState } from '../../state';
import { drawDeparture, listHour } from '../departures';
import { cellOfKey, MATRIX_HOUR } from '../matrix';
import { isPeopleHour, keyOf, PEOPLE_DAY } from '../people/identity';
import { eachPerson, groupOf } from '../people/people';
import { createProgress } from '../people/progress';
import { tripOf } from '../people/release';
import { drawWhim, groupOfKey, type Trip } from '../trips';
import type { Usage } from './fit';
import type { Counted } from './geh';

const SHARE_OF_LIMIT = 0.55;

export interface GroupedUsage extends Usage {
  readonly names: readonly string[];
  /** Trips of each group in a day. */
  readonly trips: Float64Array;
  /** Trips that found no way. */
  readonly lost: number;
}

/** `progressed` is told the share that is done. */
export function usageOf(
  state: TrafficState,
  counts: readonly Counted[],
  progressed: (share: number) => void = () => {},
): GroupedUsage {
  const names = groupNames(state);
  const flow = new Float64Array(counts.length * names.length);
  const trips = new Float64Array(names.length);
  const rowsAt = new Map<number, number>();
  counts.forEach(({ edge, hour }, row) => {
    rowsAt.set(edge * 24 + hour, row);
  });
  let lost = 0;
  const trip: Trip = { originEdge: 0, originPlace: 0, destinationEdge: 0, destinationPlace: 0, kind: 0 };
  const pass = (group: number, hour: number, key: number, dueSeconds: number) => {
    trips[group]++;
    if (
      !drive(state, trip, hour, key, dueSeconds, (edge, atHour) => {
        const row = rowsAt.get(edge * 24 + atHour);
        if (row !== undefined) flow[row * names.length + group]++;
      })
    )
      lost++;
  };

  const { people } = state;
  if (people !== null) {
    const nowhere = createProgress(people);
    const total = people.count.reduce((sum, count) => sum + count, 0);
    let done = 0;
    eachPerson(people, (word) => {
      if (++done % 1024 === 0) progressed(done / total);
      const group = groupOf(people, word);
      const { carLegs } = people.plan;
      for (let leg = 0; leg < carLegs; leg++) {
        const key = keyOf(word, leg);
        const dueSeconds = tripOf(state, nowhere, key, trip);
        pass(group, PEOPLE_DAY, key, dueSeconds);
      }
    });
  }
  const groupAt = state.demand === null ? () => -1 : groupsOfTrips(state, names);
  for (let hour = 0; hour < 24; hour++) {
    const { hours, keys, dueSeconds } = listHour(state, hour);
    for (let i = 0; i < keys.length; i++) {
      if (!drawDeparture(state, hours[i], keys[i], trip)) continue;
      pass(groupAt(hours[i], keys[i]), hours[i], keys[i], dueSeconds[i]);
    }
    if (people === null) progressed((hour + 1) / 24);
  }
  // Where people have plans a gate's trips are what passes through, and its weight for others: not to be scaled alone.
  const fixed = Uint8Array.from(names, (name) => (people !== null && name.startsWith('gate/') ? 1 : 0));
  return { names, groups: names.length, flow, fixed, trips, lost };
}

/** Drives a trip past its edges, each in the hour in which its middle is passed; false where there is no way. */
function drive(
  state: TrafficState,
  trip: Trip,
  hour: number,
  key: number,
  dueSeconds: number,
  comesBy: (edge: number, hour: number) => void,
): boolean {
  const { search, network, closures, edges, luck } = state;
  const whim = drawWhim(luck, hour, key);
  const classes = state.drivers.classes[trip.kind];
  if (!findWay(search, network, closures, edges, trip.originEdge, trip.destinationEdge, whim, classes)) return false;
  let now = dueSeconds;
  for (let at = 0; at < search.wayLength; at++) {
    const edge = search.way[at];
    const seconds = laneLengthM(network, edge) / (SHARE_OF_LIMIT * network.roads.edgeSpeedMps[edge]);
    // Who starts or ends on an edge drives a part of it: counted where he passes its middle.
    const passes =
      (at > 0 || trip.originPlace < 0.5) &&
      (at < search.wayLength - 1 || trip.destinationPlace < 0 || trip.destinationPlace > 0.5);
    if (passes) comesBy(edge, Math.floor((now + seconds / 2) / 3600) % 24);
    now += seconds;
  }
  return true;
}

/** Names by which factors are given back: those of people's groups, gates, the inside, and a matrix's zones. */
function groupNames({ people, demand, scene }: TrafficState): string[] {
  const names = people === null ? [] : [...people.groups.names];
  for (const gate of scene.elements.gate.ids) names.push(`gate/${gate}`);
  if (demand !== null && people === null) names.push('inside');
  for (const { id } of scene.scene.demand?.matrix?.zones ?? []) names.push(`zone/${id}`);
  return names;
}

function groupsOfTrips({ demand, scene }: TrafficState, names: readonly string[]) {
  const gates = scene.elements.gate.ids.map((gate) => names.indexOf(`gate/${gate}`));
  const zones = (scene.scene.demand?.matrix?.zones ?? []).map(({ id }) => names.indexOf(`zone/${id}`));
  const inside = names.indexOf('inside');
  return (hour: number, key: number) => {
    if (isPeopleHour(hour)) throw new Error(`met a person's trip ${key} in an hour's list, expected none`);
    if (hour >= MATRIX_HOUR / 2) return zones[demand!.matrix!.from[cellOfKey(key)]];
    const { fromGate, toGate } = demand!.groups[groupOfKey(key)];
    return fromGate >= 0 ? gates[fromGate] : toGate >= 0 ? gates[toGate] : inside;
  };
}
