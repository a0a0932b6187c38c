import { compileScene } from '../../../../sim/scene';
import { smallTown } from '../demand/small-town';

/** The town with so many spaces in each street near the shops, the school and the hall. */
export function townWithSpaces(spaces: number) {
  const town = smallTown({ residents: 1_200, visitors: 400 });
  const { scene } = town;
  const edges = scene.roads!.edges.filter(({ id }) => /^row[12]:[bcd]\d:[bcd]\d|^[bcd]:/.test(id));
  const parking = edges.map(({ id }) => ({ id: `bays:${id}`, edge: id, spaces }));
  return compileScene({ ...scene, roads: { ...scene.roads!, parking } });
}
