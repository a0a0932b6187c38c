import { it } from 'vitest';
import { flowsWithin } from './sumo-demand';
import { madeBy, replay, worstSeconds } from './sumo-replay';
it('x', () => {
  for (const seed of [42, 1, 2, 3, 4, 5, 6, 7]) for (const type of ['actuated', 'delay_based']) {
    const net = madeBy('netgenerate', '--rand', '--rand.iterations', '12', '--rand.min-distance', '60', '--rand.max-distance', '140','--default-junction-type', 'traffic_light', '--seed', String(seed), '-L', '2', '--random-lanenumber', 'true', '--tls.default-type', type, '--no-turnarounds', 'true');
    const files = new Map([['a.net.xml', net], ['a.rou.xml', flowsWithin(net)]]);
    const r = replay(files, { stepSeconds: 1, endSeconds: 500 });
    let n = 0, sw = 0;
    for (const s of r) { sw += s.theirs.length; const w = worstSeconds(s); if (w > 1) { n++; const i = s.theirs.findIndex((e, k) => s.ours[k] === undefined || s.ours[k][1] !== e[1] || s.ours[k][0] !== e[0]); console.log('   ', s.signal, w, JSON.stringify(s.theirs.slice(Math.max(0, i - 2), i + 4)), JSON.stringify(s.ours.slice(Math.max(0, i - 2), i + 4))); } }
    console.log(seed, type, 'signals', r.length, 'switches', sw, 'off', n);
  }
}, 100000);
