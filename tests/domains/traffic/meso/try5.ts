import { createTrips, takeDemand, driveTrips, emptyState } from '../../../../sim/domains/traffic/meso';
import { bolognaFiles, compiled } from '../../../importers/sumo/sumo-files';
import { driveOurs } from '../../../reference/drive-ours';
import { meanOf } from './corridor';
const scene = compiled(bolognaFiles());
const st = emptyState(scene, { seed: 42, startSeconds: 25_200, baseStepSeconds: 0.5 });
const trips = createTrips();
const taken = takeDemand(st, trips, 25_200, 25_200 + 10_800);
for (let i = 0; i < 2; i++) { const t = process.cpuUsage().user; const d = driveTrips(st, trips, taken.rows, 25_200, 25_200 + 10_800);
console.log(taken.rows.length, taken.withoutWay, JSON.stringify(d.tally), ((process.cpuUsage().user - t) / 1e6).toFixed(2)); }
const arr = taken.rows.filter((r) => !Number.isNaN(trips.arrivedS[r]));
console.log('meso duration', meanOf(arr.map((r) => trips.arrivedS[r] - trips.enteredS[r])).toFixed(1), 'departDelay', meanOf(arr.map((r) => trips.enteredS[r] - trips.dueS[r])).toFixed(1), arr.length);
if (process.env.MICRO) { const t = process.cpuUsage().user; const o = driveOurs(scene, { seed: 42, mostSeconds: 10_800 }); console.log('micro', o.durationSeconds.toFixed(1), o.departDelaySeconds.toFixed(1), o.arrived, ((process.cpuUsage().user - t) / 1e6).toFixed(2)); }
const d2 = driveTrips(st, trips, taken.rows.filter((r) => trips.dueS[r] < 25200 + 2400), 25_200, 25_200 + 2400);
const r = d2.run, roads = scene.roads;
const lanes = Array.from({ length: roads.laneCount }, (_, l) => l).sort((a, b) => r.count[b] / roads.trackLengthM[b] - r.count[a] / roads.trackLengthM[a]);
for (const lane of lanes.slice(0, 25)) { const row = r.first[lane]; if (row < 0) continue; const turn = trips.turn[row];
 console.log(scene.elements.edge.ids[roads.laneEdge[lane]], lane - roads.edgeFirstLane[roads.laneEdge[lane]], 'n', r.count[lane], 'taken', r.takenM[lane].toFixed(0), 'of', roads.trackLengthM[lane].toFixed(0), 'key', (r.heap.atS[lane] - 25200).toFixed(1), 'held', r.held[lane], 'waitsFor', r.waitsFor[lane] < 0 ? '' : scene.elements.edge.ids[roads.laneEdge[r.waitsFor[lane]]], 'turn', turn >= 0 ? scene.elements.turn.ids[turn] : '', 'sig', turn >= 0 ? r.lights.signalOf[turn] : '', 'pocket', turn >= 0 ? r.inPocket[turn] : '', 'control', turn >= 0 ? roads.junctionControl[roads.turnJunction[turn]] : ''); }
const byEdge = new Map<number, number>(); for (const row of taken.rows) if (trips.state[row] === 1) byEdge.set(trips.firstEdge[row], (byEdge.get(trips.firstEdge[row]) ?? 0) + 1);
console.log([...byEdge].sort((a, b) => b[1] - a[1]).slice(0, 12).map(([e, n]) => `${scene.elements.edge.ids[e]} ${n} lanes ${roads.edgeLaneCount[e]} len ${roads.trackLengthM[roads.edgeFirstLane[e]].toFixed(0)}`));
