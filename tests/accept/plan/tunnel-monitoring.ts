/** Row 20 of the systems: what every compartment's air and floor are like, and how soon what is wrong is on the board. */
import { fireReading } from '../../../sim/domains/tunnel/fires';
import { equipmentKinds } from '../../../sim/domains/tunnel/galleries';
import { readGas } from '../../../sim/domains/tunnel/gas-in-air';
import { floodThresholds, gasThresholds } from '../../../sim/domains/tunnel/linkage/thresholds';
import { monitored } from '../../../src/state/monitored-sections';
import { SECTION_STRIDE, sectionNow } from '../../../src/state/section-state';
import { sceneOf } from '../../domains/energy/scenes';
import { frameRowsOf } from '../../domains/tunnel/frame-rows';
import { runTunnel, startTunnel, type TunnelRunOf, turn } from '../../domains/tunnel/simulate';
import type { AcceptLine } from '../line';

const MEASURED = ['gas-detector', 'oxygen-sensor', 'temperature-sensor', 'level-sensor'] as const;
const WATCHED_S = 1_800;
/** Controllers of the galleries look once in a step. */
const INTERVAL_S = 1;
/** Of each kind of compartment every so many-th section has something wrong. */
const EVERY = 5;
const HOLE_MM = 8;
const INFLOW_M3_PER_H = 120;
const FAST = 3;

interface Watched {
  readonly id: string;
  /** What hangs there says that it is not as it should be. */
  isTold(of: TunnelRunOf): boolean;
  isOnBoard(rows: Float32Array): boolean;
  toldS: number;
  boardS: number;
}

const runIn = ({ state }: TunnelRunOf) => {
  if (state.run === null) throw new Error('met a city without galleries, expected the flagship');
  return state.run;
};

export const tunnelMonitoring: AcceptLine = {
  name: 'systems 20: monitoring of the utility tunnels',
  goal: 'every compartment has live gas, O₂, temperature and water; what is abnormal reaches the board within its interval',
  async measure() {
    const scene = sceneOf('eco-park');
    const of = startTunnel(scene);
    const { section, kind } = runIn(of).plan.galleries.equipment;
    const ids = scene.elements['gallery-section'].ids;
    const whole = ids.filter((_, s) =>
      MEASURED.every((wanted) => kind.some((each, e) => section[e] === s && equipmentKinds[each] === wanted)),
    );
    const watched = wrongs(of, ids);
    const named = ids.map((id) => ({ id, name: id, kind: 'gas' as const }));
    let least = ids.length;
    runTunnel(of, WATCHED_S, () => {
      const rows = frameRowsOf(of)('tunnel.sections').f32.subarray(0, SECTION_STRIDE * ids.length);
      const live = monitored(rows, named).filter(({ now }) =>
        [now.gasShare, now.oxygenShare, now.airC, now.waterM, now.sightM].every(Number.isFinite),
      );
      least = Math.min(least, live.length);
      for (const each of watched) {
        if (Number.isNaN(each.toldS) && each.isTold(of)) each.toldS = of.seconds;
        if (Number.isNaN(each.boardS) && each.isOnBoard(rows)) each.boardS = of.seconds;
      }
    });
    const reached = watched.filter(({ toldS, boardS }) => Number.isFinite(toldS) && Number.isFinite(boardS));
    const late = Math.max(...reached.map(({ toldS, boardS }) => boardS - toldS));
    return {
      held:
        whole.length === ids.length && least === ids.length && reached.length === watched.length && late <= INTERVAL_S,
      reached: `${whole.length} of ${ids.length} sections have all four; at least ${least} told all of them in every second; ${reached.length} of ${watched.length} wrongs were told and on the board, at most ${late} s apart`,
      how: `the flagship's galleries for half an hour, with a leak of ${HOLE_MM} mm, ${INFLOW_M3_PER_H} m³/h of water and broken pumps, or a fast fire in every ${EVERY}th section; told is a reading beyond its threshold (GB 50838), the board is what the page reads of a frame`,
    };
  },
};

function wrongs(of: TunnelRunOf, ids: readonly string[]): readonly Watched[] {
  const found: Watched[] = [];
  const add = (id: string, isTold: Watched['isTold'], isOnBoard: Watched['isOnBoard']) =>
    found.push({ id, isTold, isOnBoard, toldS: Number.NaN, boardS: Number.NaN });
  const some = (kind: string) => ids.filter((id) => id.includes(`.${kind}/`)).filter((_, i) => i % EVERY === 0);
  for (const id of some('gas')) {
    turn(of, 'gallery-section.gas-hole', id, HOLE_MM);
    const slot = ids.indexOf(id);
    add(
      id,
      (now) => readGas(runIn(now), slot) >= gasThresholds.preAlarm,
      (rows) => sectionNow(rows, slot)?.gas !== 'normal',
    );
  }
  for (const id of some('integrated')) {
    turn(of, 'gallery-section.inflow', id, INFLOW_M3_PER_H);
    turn(of, 'gallery-section.pumps-out', id, 1);
    const slot = ids.indexOf(id);
    add(
      id,
      (now) => runIn(now).flood.levelM[slot] >= floodThresholds.highM,
      (rows) => sectionNow(rows, slot)?.flood !== 'dry',
    );
  }
  for (const id of some('power')) {
    turn(of, 'gallery-section.fire', id, FAST);
    const slot = ids.indexOf(id);
    add(
      id,
      (now) => fireReading(runIn(now), slot)?.isDetected === true,
      (rows) => sectionNow(rows, slot)?.fire !== 'none',
    );
  }
  return found;
}
