import { corridor, FROM_S } from './corridor';
import { start } from '../simulate';
const scene = corridor({ lanes: 2, signals: 4, apartM: 300 }, [{ from: 'w', to: 'e', perHour: 100 }]);
const { state } = start(scene, 1, FROM_S);
const { roads } = scene;
const w = scene.elements.edge.ids.findIndex((id) => id === 'main:w:m1' || /main.*w.*m1/.test(id));
console.log(scene.elements.edge.ids.join(' '), w);
for (let t = 0; t < roads.turnCount; t++) {
  const lane = roads.turnFromLane[t];
  if (roads.laneEdge[lane] !== w) continue;
  const foes = [];
  for (let k = roads.foeStart[t]; k < roads.foeStart[t + 1]; k++) foes.push(`${scene.elements.turn.ids[roads.foeTurn[k]]}:${roads.foeYield[k]}`);
  console.log(scene.elements.turn.ids[t], 'lane', lane - roads.edgeFirstLane[w], '->', roads.turnToLane[t] - roads.edgeFirstLane[roads.laneEdge[roads.turnToLane[t]]], 'sig', roads.turnSignalIndex[t], 'speed', roads.trackSpeedMps[roads.laneCount + t], 'len', roads.trackLengthM[roads.laneCount + t], 'hold', state.links.holdM[t], 'yields', state.links.givesWay[t], foes.join(' '));
}
