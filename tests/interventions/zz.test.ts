import { it } from 'vitest';
import { figures } from '../domains/traffic/simulate';
import { townWithSpaces } from '../domains/traffic/parking/parking.test';
import { change, differenceOf, pairs } from './paired';
it('T7', () => {
  for (const spaces of [2, 3, 5, 300]) {
    const list = pairs({ scene: townWithSpaces(spaces), change: change('guide-parking', [], { sharePercent: 100 }), seeds: 4, warmSeconds: 600, seconds: 1800, startSeconds: 36_000 });
    const pks = differenceOf(list, (_, of) => figures(of)['traffic.parking-search']); const vkt = differenceOf(list, (t) => t.distanceM);
    console.log('T7', spaces, pks.share.toFixed(3), pks.band.toFixed(3), 'vkt', vkt.share.toFixed(3), vkt.band.toFixed(3), list.map((p) => figures(p.plain)['traffic.parking-search'].toFixed(1) + '/' + figures(p.changed)['traffic.parking-search'].toFixed(1) + ' ' + p.plain.state.parking!.parked).join(' '));
  }
});
