import { emptyState } from '../../../../sim/domains/traffic/meso';
import { dischargeOf } from '../../../../sim/domains/traffic/meso/discharge';
import { bolognaFiles, compiled } from '../../../importers/sumo/sumo-files';
const scene = compiled(bolognaFiles());
const st = emptyState(scene, { seed: 42, startSeconds: 25_200, baseStepSeconds: 0.5 });
const d = st.drivers;
for (let t = 4; t < d.count; t++) { const x = dischargeOf(d, t, st.pace, 13.9, 13.9, 15, Infinity); console.log(t, 'model', d.model[t], 'a', d.accelMps2[t], 'b', d.decelMps2[t], 'T', d.headwayS[t], 'gap', d.minGapM[t], 'L', d.lengthM[t], 'sigma', d.sigma[t], 'h', x.headwayS[19].toFixed(2), (3600 / x.headwayS[19]).toFixed(0), x.startS, Array.from(x.headwayS, (h) => h.toFixed(1)).join(' '), Array.from(x.lineMps, (h) => h.toFixed(1)).join(' '), JSON.stringify(st.pace)); }
