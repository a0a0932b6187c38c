import { corridor, driveMeso, driveMicro, meanOf } from './corridor';
import { cellOfKey } from '../../../../sim/domains/traffic/demand/matrix';
const q = 0.8 * 1876 * 0.4, turning = 40;
const flows = [{ from: 'w', to: 'e', perHour: q }, { from: 'e', to: 'w', perHour: 0.5 * q }];
for (let i = 1; i <= 4; i++) flows.push({ from: `n${i}`, to: `s${i}`, perHour: turning }, { from: `s${i}`, to: 'e', perHour: turning }, { from: 'w', to: `n${i}`, perHour: turning / 2 }, { from: 'w', to: `s${i}`, perHour: turning / 2 });
const scene = corridor({ lanes: 1, signals: 4, apartM: 300 }, flows);
const a = driveMicro(scene, 5400, 1), b = driveMeso(scene, 5400, 1);
for (const [c, f] of flows.entries()) {
  const of = (m: Map<number, number>) => meanOf([...m].filter(([k]) => cellOfKey(k) === c).map(([, v]) => v)).toFixed(1);
  console.log(f.from, f.to, of(a.driven), of(b.driven));
}
