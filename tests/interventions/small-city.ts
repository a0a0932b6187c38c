import { type CompiledScene, compileScene, readScene } from '../../sim/scene';
import { asText, goodScene } from '../scene/good-scene';

/** The crossroads of the scene tests, with a second lane towards the middle on its northern arm. */
export function cityWithTwoLanes(): CompiledScene {
  const files = goodScene();
  const edge = files['roads.json'].edges.find((each: { id: string }) => each.id === 'n-in');
  const [kerb] = edge.lanes;
  const shape = kerb.shape.map(([x, y]: [number, number]) => [x + 3.5, y]);
  edge.lanes.push({ id: 'n-in:1', widthM: 3.5, shape });
  const scene = readScene(asText(files));
  if (!scene.ok) throw new Error(JSON.stringify(scene.problems.slice(0, 3)));
  return compileScene(scene.value);
}
