import { cellOfKey } from '../../../../sim/domains/traffic/demand/matrix';
import { corridor, driveMeso, driveMicro, meanOf } from './corridor';

for (const lanes of [1, 2])
  for (const [left, straight, opposing, right] of [
    [100, 500, 300, 0],
    [0, 500, 300, 100],
    [60, 500, 0, 0],
    [400, 0, 0, 0],
    [400, 0, 300, 0],
    [400, 0, 600, 0],
    [400, 0, 600 * lanes, 0],
  ]) {
    const flows = [
      { from: 'w', to: 'e', perHour: straight },
      { from: 'w', to: 'n1', perHour: left },
      { from: 'w', to: 's1', perHour: right },
      { from: 'e', to: 'w', perHour: opposing },
    ];
    const scene = corridor({ lanes, signals: 1, apartM: 400 }, flows);
    const a = driveMicro(scene, 4000, 1),
      b = driveMeso(scene, 4000, 1);
    const of = (m: Map<number, number>, c: number) => {
      const v = [...m].filter(([k]) => cellOfKey(k) === c).map(([, v]) => v);
      return `${meanOf(v).toFixed(1)} (${v.length})`;
    };
    console.log(
      lanes,
      'left',
      left,
      'straight',
      straight,
      'right',
      right,
      'opposing',
      opposing,
      '| straight',
      of(a.inAll, 0),
      of(b.inAll, 0),
      '| left',
      of(a.inAll, 1),
      of(b.inAll, 1),
      '| right',
      of(a.inAll, 2),
      of(b.inAll, 2),
    );
  }
