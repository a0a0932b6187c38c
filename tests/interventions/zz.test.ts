import { it } from 'vitest';
import { sceneFromFolder } from '../domains/traffic/scene-folder';
import { figures, run, start, patch } from '../domains/traffic/simulate';
import { change, turnsOf } from './paired';
it('growth', () => {
  const scene = sceneFromFolder('eco-park');
  let t = Date.now();
  const of = run(start(scene, 1), 60);
  console.log('start', Date.now() - t); t = Date.now();
  const inv = patch(of, turnsOf(scene, change('grow-city', [], { factor: 1.3 })));
  console.log('grow', Date.now() - t, JSON.stringify(inv)); t = Date.now();
  run(of, 120); console.log('120 s', Date.now() - t); t = Date.now();
  patch(of, inv); console.log('back', Date.now() - t);
  run(of, 60);
  console.log(JSON.stringify(figures(of)));
  // signals, in order
  console.log(scene.roads.edgeCount, scene.elements.signal.count);
}, 120_000);
