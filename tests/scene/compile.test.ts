import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CompiledScene, compileScene, layScene, readScene, type Scene } from '../../sim/scene';
import { asText, goodScene, type LooseFiles } from './good-scene';

function compiled(change: (files: LooseFiles) => void = () => {}): CompiledScene {
  const files = goodScene();
  change(files);
  const read = readScene(asText(files));
  if (!read.ok) throw new Error(`expected a good scene, found ${JSON.stringify(read.problems[0])}`);
  return compileScene(read.value);
}

/** The crossroads under signs instead of lights. */
function controlled(control: string, major?: string[]) {
  return (files: LooseFiles) => {
    const roads = files['roads.json'];
    roads.signals = [];
    Object.assign(roads.junctions[0], { control, major });
    for (const each of [...roads.junctions[0].turns, ...roads.junctions[0].crossings]) delete each.signalIndex;
  };
}

/** What turn a is to turn b: 'goes first', 'gives way', 'equal', or undefined where they never meet. */
function relation({ roads, elements }: CompiledScene, a: string, b: string): string | undefined {
  const turn = elements.turn.slotOf(a)!;
  for (let k = roads.foeStart[turn]; k < roads.foeStart[turn + 1]; k++) {
    if (elements.turn.ids[roads.foeTurn[k]] === b) return ['goes first', 'gives way', 'equal'][roads.foeYield[k]];
  }
  return undefined;
}

const crossroads = compiled();

describe('a scene that is only drawn', () => {
  it('is laid out as the one that is lived in, without its hash and without who meets whom', () => {
    const { hash, roads, ...rest } = crossroads;
    const { foeStart, foeTurn, foeFromM, foeToM, foeYield, ...laidRoads } = roads;
    expect(hash).toMatch(/^[0-9a-f]{16}$/);
    expect(foeTurn.length).toBeGreaterThan(0);
    const laid = layScene(crossroads.scene);
    expect(Object.keys(laid).sort()).toEqual([...Object.keys(rest), 'roads'].sort());
    expect(laid.roads).toEqual(laidRoads);
    expect(laid.terrain.heightAt(10, 10)).toBe(rest.terrain.heightAt(10, 10));
  });
});

describe('a compiled road network', () => {
  const { roads, elements, scene } = crossroads;

  it('has a track for every lane, then one for every turn, as long as its line', () => {
    expect(roads.trackCount).toBe(roads.laneCount + roads.turnCount);
    const lanes = scene.roads!.edges.flatMap((edge) => edge.lanes);
    const turns = scene.roads!.junctions.flatMap((junction) => junction.turns);
    for (const { id, shape } of lanes) expectTrack(elements.lane.slotOf(id)!, shape);
    for (const { id, shape } of turns) expectTrack(roads.laneCount + elements.turn.slotOf(id)!, shape);
  });

  function expectTrack(track: number, shape: readonly (readonly [number, number])[]): void {
    const first = roads.trackPointStart[track];
    expect(roads.trackPointStart[track + 1] - first).toBe(shape.length);
    let length = 0;
    shape.forEach(([x, y], i) => {
      if (i > 0) length += Math.hypot(x - shape[i - 1][0], y - shape[i - 1][1]);
      expect([roads.trackPoints[2 * (first + i)], roads.trackPoints[2 * (first + i) + 1]]).toEqual([x, y]);
      expect(roads.trackPointAtM[first + i]).toBeCloseTo(length, 9);
    });
    expect(roads.trackLengthM[track]).toBeCloseTo(length, 9);
  }

  it('keeps the lanes of an edge together, from the kerb to the middle', () => {
    const wide = compiled((files) => {
      const [edge] = files['roads.json'].edges;
      const shape = [
        [-5.25, 100],
        [-5.25, 12],
      ];
      edge.lanes.unshift({ id: 'a-new-kerb-lane', widthM: 3.5, shape });
    });
    const edge = wide.elements.edge.slotOf('n-in')!;
    const first = wide.roads.edgeFirstLane[edge];
    expect(wide.roads.edgeLaneCount[edge]).toBe(2);
    expect(wide.elements.lane.ids.slice(first, first + 2)).toEqual(['a-new-kerb-lane', 'n-in:0']);
    expect([...wide.roads.laneEdge.slice(first, first + 2)]).toEqual([edge, edge]);
  });

  it('finds every turn among the turns of the lane it leaves, and nowhere else', () => {
    const found: number[] = [];
    for (let lane = 0; lane < roads.laneCount; lane++) {
      for (let k = roads.laneTurnStart[lane]; k < roads.laneTurnStart[lane + 1]; k++) {
        found.push(roads.laneTurns[k]);
        expect(roads.turnFromLane[roads.laneTurns[k]]).toBe(lane);
      }
    }
    expect(found.sort((a, b) => a - b)).toEqual(Array.from({ length: roads.turnCount }, (_, i) => i));
  });

  it('knows the junction at either end of an edge, and the end of the road', () => {
    const inwards = elements.edge.slotOf('n-in')!;
    const outwards = elements.edge.slotOf('n-out')!;
    const junction = elements.junction.slotOf('cross')!;
    expect([roads.edgeFromJunction[inwards], roads.edgeToJunction[inwards]]).toEqual([-1, junction]);
    expect([roads.edgeFromJunction[outwards], roads.edgeToJunction[outwards]]).toEqual([junction, -1]);
  });

  it('drives straight on at the limit, slower to the left and slowest round the corner', () => {
    const speed = (id: string) => roads.trackSpeedMps[roads.laneCount + elements.turn.slotOf(id)!];
    expect(speed('n-s')).toBe(13.89);
    expect(speed('n-e')).toBeLessThan(13.89);
    expect(speed('n-w')).toBeLessThan(speed('n-e'));
    expect(speed('n-w')).toBeGreaterThan(5);
  });

  it('takes the speed of a bend of 25 m from its radius', () => {
    const bend = Array.from({ length: 13 }, (_, i) => {
      const angle = (i / 12) * (Math.PI / 2);
      return [25 * Math.sin(angle), 25 - 25 * Math.cos(angle)];
    });
    const ring = compiled((files) => {
      files['roads.json'] = bendOnly(bend);
      for (const name of Object.keys(files)) if (name !== 'scene.json' && name !== 'roads.json') delete files[name];
      files['scene.json'].files = ['roads.json'];
    });
    expect(ring.roads.trackSpeedMps[2]).toBeCloseTo(Math.sqrt(5.5 * 25), 1);
  });

  it('has none of anything where a scene has no roads', () => {
    const { manifest } = scene;
    const bare = compileScene({ manifest: { ...manifest, files: [] } } as Scene);
    expect([bare.roads.edgeCount, bare.roads.trackCount, bare.elements.building.count]).toEqual([0, 0, 0]);
    expect(bare.terrain.heightAt(10, 10)).toBe(0);
  });

  it('holds each program of a signal letter by letter', () => {
    const signal = elements.signal.slotOf('lights')!;
    const { phases } = scene.roads!.signals[0];
    expect(roads.signalPhaseStart[signal + 1] - roads.signalPhaseStart[signal]).toBe(phases.length);
    phases.forEach(({ seconds, state }, i) => {
      const phase = roads.signalPhaseStart[signal] + i;
      expect(roads.phaseSeconds[phase]).toBe(seconds);
      const letters = roads.phaseStates.slice(roads.phaseStateStart[phase], roads.phaseStateStart[phase + 1]);
      expect(String.fromCharCode(...letters)).toBe(state);
    });
    expect(roads.junctionSignal[roads.signalJunction[signal]]).toBe(signal);
    expect(roads.turnSignalIndex[elements.turn.slotOf('n-s')!]).toBe(1);
  });

  it('says which vehicles a lane lets in: motor vehicles, where it says nothing', () => {
    const lanes = compiled((files) => {
      files['roads.json'].edges[0].lanes[0].allows = ['bus', 'bicycle'];
    });
    const slot = lanes.elements.lane.slotOf('n-in:0')!;
    expect(lanes.roads.laneAllows[slot]).toBe(0b010100);
    expect(roads.laneAllows[slot]).toBe(0b001111);
  });
});

describe('the foes of a turn', () => {
  it('are foes of each other, over the same stretch seen from either side, and one goes first or both are equal', () => {
    for (const scene of [crossroads, compiled(controlled('all-way-stop')), compiled(controlled('right-before-left'))]) {
      const { roads } = scene;
      for (let a = 0; a < roads.turnCount; a++) {
        for (let k = roads.foeStart[a]; k < roads.foeStart[a + 1]; k++) {
          const b = roads.foeTurn[k];
          const back = foeAt(scene, b, a);
          expect(back).toBeGreaterThanOrEqual(0);
          expect(roads.foeYield[back]).toBe([1, 0, 2][roads.foeYield[k]]);
          expect(roads.foeFromM[k]).toBeGreaterThanOrEqual(0);
          expect(roads.foeToM[k]).toBeGreaterThanOrEqual(roads.foeFromM[k]);
          expect(roads.foeToM[k]).toBeLessThanOrEqual(roads.trackLengthM[roads.laneCount + a]);
        }
      }
    }
  });

  function foeAt({ roads }: CompiledScene, turn: number, foe: number): number {
    for (let k = roads.foeStart[turn]; k < roads.foeStart[turn + 1]; k++) if (roads.foeTurn[k] === foe) return k;
    return -1;
  }

  it('are those whose paths cross or merge, and neither those beside it nor those out of its own lane', () => {
    expect(relation(crossroads, 'n-s', 'e-w')).toBeDefined();
    expect(relation(crossroads, 'n-s', 'w-s')).toBeDefined();
    expect(relation(crossroads, 'n-s', 's-n')).toBeUndefined();
    expect(relation(crossroads, 'n-s', 'n-e')).toBeUndefined();
    expect(relation(crossroads, 'n-w', 's-e')).toBeUndefined();
  });

  it('stay in its way to the very end where they merge', () => {
    const { roads, elements } = crossroads;
    const turn = elements.turn.slotOf('n-s')!;
    const k = foeAt(crossroads, turn, elements.turn.slotOf('w-s')!);
    expect(roads.foeToM[k]).toBe(roads.trackLengthM[roads.laneCount + turn]);
    expect(roads.foeFromM[k]).toBeGreaterThan(12);
  });

  it('meet it where the middle lines cross', () => {
    const { roads, elements } = crossroads;
    const turn = elements.turn.slotOf('n-s')!;
    const k = foeAt(crossroads, turn, elements.turn.slotOf('e-w')!);
    // Southbound is at x = −1.75, westbound at y = 1.75: from the stop line at y = 12 that is 10.25 m.
    expect((roads.foeFromM[k] + roads.foeToM[k]) / 2).toBeCloseTo(10.25, 0);
    expect(roads.foeToM[k] - roads.foeFromM[k]).toBeLessThan(6);
  });
});

describe('the right of way', () => {
  it('belongs to oncoming traffic before a turn across it', () => {
    for (const scene of [crossroads, compiled(controlled('right-before-left')), compiled(controlled('priority'))]) {
      expect(relation(scene, 'n-e', 's-n')).toBe('gives way');
      expect(relation(scene, 'n-e', 's-e')).toBe('gives way');
      expect(relation(scene, 's-n', 'n-e')).toBe('goes first');
    }
  });

  it('belongs to whoever comes from the right, where no sign says otherwise', () => {
    const scene = compiled(controlled('right-before-left'));
    expect(relation(scene, 'n-s', 'w-e')).toBe('gives way');
    expect(relation(scene, 'n-s', 'e-w')).toBe('goes first');
    expect(relation(scene, 'e-w', 's-n')).toBe('goes first');
  });

  it('belongs to the major road, whichever way one turns', () => {
    const scene = compiled(controlled('priority', ['e-in', 'w-in']));
    expect(relation(scene, 'n-s', 'e-w')).toBe('gives way');
    expect(relation(scene, 'n-s', 'w-e')).toBe('gives way');
    expect(relation(scene, 'e-s', 'n-s')).toBe('goes first');
    expect(relation(scene, 'e-s', 'w-e')).toBe('gives way');
  });

  it('belongs to nobody at an all-way stop', () => {
    const scene = compiled(controlled('all-way-stop'));
    expect(relation(scene, 'n-s', 'e-w')).toBe('equal');
    expect(relation(scene, 'n-e', 's-n')).toBe('equal');
  });

  it('belongs to the ring of a roundabout, named or by its side', () => {
    expect(relation(compiled(controlled('roundabout', ['w-in'])), 'n-s', 'w-e')).toBe('gives way');
    expect(relation(compiled(controlled('roundabout')), 'n-s', 'e-w')).toBe('gives way');
    expect(relation(compiled(controlled('roundabout')), 'n-s', 'w-e')).toBe('goes first');
  });

  it('is the mirror image where one drives on the left', () => {
    const mirrored = compiled((files) => {
      controlled('right-before-left')(files);
      mirror(files);
    });
    const straight = compiled(controlled('right-before-left'));
    const { ids } = straight.elements.turn;
    for (const a of ids) for (const b of ids) expect(relation(mirrored, a, b)).toBe(relation(straight, a, b));
  });
});

describe('the ground', () => {
  it('has the heights of its grid, is even between them, and goes on level beyond', () => {
    const { terrain } = crossroads;
    expect(terrain.heightAt(-200, -200)).toBe(0);
    expect(terrain.heightAt(200, -200)).toBe(2);
    expect(terrain.heightAt(200, 200)).toBe(8);
    expect(terrain.heightAt(0, 0)).toBe(4);
    expect(terrain.heightAt(-100, -100)).toBe(2);
    expect(terrain.heightAt(9_999, 9_999)).toBe(8);
  });

  it('never lies outside the heights around a point', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -300, max: 300, noNaN: true }),
        fc.double({ min: -300, max: 300, noNaN: true }),
        (x, y) => {
          const height = crossroads.terrain.heightAt(x, y);
          expect(height).toBeGreaterThanOrEqual(0);
          expect(height).toBeLessThanOrEqual(8);
        },
      ),
    );
  });
});

/** East becomes west: right turns become left turns, and outlines are walked the other way. */
function mirror(files: LooseFiles): void {
  const roads = files['roads.json'];
  const flip = (value: unknown): unknown => {
    if (!Array.isArray(value)) return value;
    if (value.length === 2 && value.every((each) => typeof each === 'number')) return [-value[0], value[1]];
    return value.map(flip);
  };
  roads.driveOn = 'left';
  for (const node of roads.nodes) node.at = flip(node.at);
  for (const edge of roads.edges) {
    edge.shape = flip(edge.shape);
    for (const lane of edge.lanes) lane.shape = flip(lane.shape);
  }
  for (const junction of roads.junctions) {
    junction.outline = (flip(junction.outline) as unknown[]).reverse();
    for (const turn of junction.turns) {
      turn.shape = flip(turn.shape);
      turn.direction = turn.direction === 'left' ? 'right' : turn.direction === 'right' ? 'left' : turn.direction;
    }
  }
}

function bendOnly(bend: number[][]) {
  const end = bend[bend.length - 1];
  const edge = (id: string, from: string, to: string, shape: number[][]) => ({
    id,
    from,
    to,
    class: 'arterial',
    speedLimitMps: 20,
    shape,
    lanes: [{ id: `${id}:0`, widthM: 3.5, shape }],
  });
  const into = [[-50, 0], bend[0]];
  const outOf = [end, [end[0], end[1] + 50]];
  return {
    driveOn: 'right',
    streets: [],
    nodes: [
      { id: 'a', at: into[0] },
      { id: 'b', at: bend[0] },
      { id: 'c', at: outOf[1] },
    ],
    edges: [
      edge('in', 'a', 'b', into),
      { ...edge('out', 'b', 'c', [bend[0], outOf[1]]), lanes: edge('out', 'b', 'c', outOf).lanes },
    ],
    junctions: [
      {
        id: 'bend',
        node: 'b',
        control: 'free',
        outline: [
          [-2, -2],
          [27, -2],
          [27, 27],
          [-2, 27],
        ],
        turns: [{ id: 'round', fromLane: 'in:0', toLane: 'out:0', direction: 'left', shape: bend }],
      },
    ],
    signals: [],
    stops: [],
    busLines: [],
    parking: [],
    chargingSites: [],
  };
}
