import { readFileSync } from 'node:fs';
import { it } from 'vitest';
import { networkOf } from '../../../../sim/domains/traffic/network';
import { createSignals } from '../../../../sim/domains/traffic/signals';
import { compiled } from '../../../importers/sumo/sumo-files';

it('x', () => {
  const scene = compiled(new Map([['a.net.xml', readFileSync('/tmp/sigB/m.net.xml', 'utf8')]]));
  const n = networkOf(scene);
  const s = createSignals(n);
  const p = s.loopPlaces;
  const sig = scene.elements.signal.slotOf(process.env.SIG!)!;
  for (let l = p.start[sig]; l < p.start[sig + 1]; l++)
    console.log(
      l,
      scene.elements.lane.ids[p.lane[l]],
      scene.roads.trackLengthM[p.lane[l]],
      p.track[l] < scene.roads.laneCount
        ? scene.elements.lane.ids[p.track[l]]
        : 'T ' + scene.elements.turn.ids[p.track[l] - scene.roads.laneCount],
      p.atM[l],
      scene.roads.trackLengthM[p.track[l]],
    );
  for (let q = scene.roads.signalPhaseStart[sig]; q < scene.roads.signalPhaseStart[sig + 1]; q++)
    console.log(
      q - scene.roads.signalPhaseStart[sig],
      [...p.phaseLoops.subarray(p.phaseLoopStart[q], p.phaseLoopStart[q + 1])],
      String.fromCharCode(
        ...scene.roads.phaseStates.subarray(scene.roads.phaseStateStart[q], scene.roads.phaseStateStart[q + 1]),
      ),
    );
  const a = s.approachPlaces;
  for (let l = a.start[sig]; l < a.start[sig + 1]; l++)
    console.log(
      'A',
      scene.elements.lane.ids[a.lane[l]],
      a.rangeM[l],
      [...a.tracks.subarray(a.trackStart[l], a.trackStart[l + 1])]
        .map((t) =>
          t < scene.roads.laneCount
            ? scene.elements.lane.ids[t]
            : 'T ' + scene.elements.turn.ids[t - scene.roads.laneCount],
        )
        .join(' | '),
    );
});
