import { dischargeBy } from '../../../../sim/domains/traffic/meso/movements';
import { corridor, driveMeso, driveMicro, meanOf } from './corridor';

export function attempt(lanes: number, saturations: number[], seeds = 1, turning = 0) {
  for (const x of saturations)
    for (let seed = 1; seed <= seeds; seed++) {
      const plan = { lanes, signals: 4, apartM: 300 };
      let scene = corridor(plan, [{ from: 'w', to: 'e', perHour: 100 }]);
      const { roads } = scene;
      const s0 = roads.signalPhaseStart[0];
      const phases = [];
      for (let p = s0; p < roads.signalPhaseStart[1]; p++)
        phases.push([
          roads.phaseSeconds[p],
          String.fromCharCode(...roads.phaseStates.subarray(roads.phaseStateStart[p], roads.phaseStateStart[p + 1])),
        ]);
      if (process.env.SHOW)
        console.log(JSON.stringify(phases), Array.from(roads.signalOffsetSeconds), roads.edgeSpeedMps[0]);
      const share = Number(process.env.SHARE ?? 0.45);
      const q = x * 1876 * lanes * share;
      const flows = [
        { from: 'w', to: 'e', perHour: q },
        { from: 'e', to: 'w', perHour: 0.5 * q },
      ];
      if (turning > 0)
        for (let i = 1; i <= 4; i++)
          flows.push(
            { from: `n${i}`, to: `s${i}`, perHour: turning },
            { from: `s${i}`, to: 'e', perHour: turning },
            { from: 'w', to: `n${i}`, perHour: turning / 2 },
            { from: 'w', to: `s${i}`, perHour: turning / 2 },
          );
      scene = corridor(plan, flows);
      const micro = driveMicro(scene, 5400, seed);
      const meso = driveMeso(scene, 5400, seed);
      if (process.env.SHOW && x === saturations[0] && seed === 1) {
        const d = meso.run.movements.discharges;
        for (const [key, at] of meso.run.movements.dischargeBy)
          console.log(
            key,
            d[at].startS.toFixed(2),
            Array.from(d[at].headwayS, (h) => h.toFixed(2)).join(' '),
            '|',
            Array.from(d[at].lineMps, (h) => h.toFixed(1)).join(' '),
            d[at].waveMps.toFixed(2),
          );
      }
      console.log(
        `x ${x} seed ${seed}: micro n ${micro.driven.size} driven ${meanOf(micro.driven.values()).toFixed(1)} inAll ${meanOf(micro.inAll.values()).toFixed(1)} cpu ${micro.cpuSeconds.toFixed(2)} | meso n ${meso.driven.size} driven ${meanOf(meso.driven.values()).toFixed(1)} inAll ${meanOf(meso.inAll.values()).toFixed(1)} cpu ${meso.cpuSeconds.toFixed(3)} | ${(100 * (meanOf(meso.driven.values()) / meanOf(micro.driven.values()) - 1)).toFixed(1)} % ${(100 * (meanOf(meso.inAll.values()) / meanOf(micro.inAll.values()) - 1)).toFixed(1)} % rings ${meso.tally.turnedRings} events ${meso.tally.events}`,
      );
    }
}
