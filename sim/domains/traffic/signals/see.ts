import type { TrafficState } from '../state';
import { takeMoves } from './moves';
import type { Seen } from './seen';
import { needsMoves } from './signal-state';

/** The traffic as signals see it, once a step before they decide. */
export function see({ vehicles, tracks, drivers, closures, signals }: TrafficState): Seen {
  takeMoves(signals.moves, vehicles.odometerM, vehicles.rowEnd, needsMoves(signals));
  return {
    first: tracks.first,
    last: tracks.last,
    rowEnd: vehicles.rowEnd,
    track: vehicles.track,
    ahead: vehicles.ahead,
    behind: vehicles.behind,
    trackBefore: vehicles.trackBefore,
    nextTurn: vehicles.nextTurn,
    tripKey: vehicles.tripKey,
    positionM: vehicles.positionM,
    speedMps: vehicles.speedMps,
    speedFactor: vehicles.speedFactor,
    movedM: signals.moves.movedM,
    destinationM: vehicles.destinationM,
    kind: vehicles.kind,
    flags: vehicles.flags,
    sort: vehicles.type,
    sortLengthM: drivers.lengthM,
    sortTopMps: drivers.maxMps,
    trackLimitMps: closures.trackLimitMps,
  };
}
