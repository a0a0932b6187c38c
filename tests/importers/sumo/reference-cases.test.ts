import { describe, expect, it } from 'vitest';
import type { DemandFile, RoadsFile } from '../../../sim/scene';
import { readScene } from '../../../sim/scene';
import { figures, run, start } from '../../domains/traffic/simulate';
import { processorMs } from '../../set-up/processor-time';
import { bolognaFiles, compiled, goldens, hasData, imported } from './sumo-files';

describe.skipIf(!hasData)('the reference cases of SUMO (skipped where their folder is absent)', () => {
  it('import a quarter of Bologna with nobody left out, within three seconds', () => {
    const files = bolognaFiles();
    const before = processorMs();
    const { scene, report } = imported(files);
    expect(processorMs() - before).toBeLessThan(3_000);
    expect(report.figures).toMatchObject({
      edges: 111,
      lanes: 186,
      turns: 265,
      stops: 25,
      vehicles: 8_776,
      routes: 93,
    });
    expect(report.entries.filter((entry) => entry.deed === 'dropped')).toEqual([]);
    const read = readScene(scene);
    expect(read.ok ? [] : read.problems).toEqual([]);
  });

  it('keep every link of every matrix: whoever waits in SUMO waits here', () => {
    const roads: RoadsFile = JSON.parse(imported(bolognaFiles()).scene.get('roads.json')!);
    const turns = roads.junctions.flatMap((junction) => junction.turns);
    expect(turns.every((turn) => turn.foes !== undefined)).toBe(true);
    const scene = compiled(bolognaFiles());
    let yields = 0;
    for (const right of scene.roads.foeYield) if (right === 1) yields++;
    const said = turns.reduce((sum, turn) => sum + (turn.yieldsTo?.length ?? 0), 0);
    let equal = 0;
    for (const right of scene.roads.foeYield) if (right === 2) equal++;
    expect(yields + equal).toBe(said);
  });

  it('have routes that lead from edge to edge', () => {
    const { scene } = imported(bolognaFiles());
    const roads: RoadsFile = JSON.parse(scene.get('roads.json')!);
    const demand: DemandFile = JSON.parse(scene.get('demand.json')!);
    const edgeOf = new Map(roads.edges.flatMap((edge) => edge.lanes.map((lane) => [lane.id, edge.id])));
    const links = new Set(
      roads.junctions.flatMap((junction) =>
        junction.turns.map((turn) => `${edgeOf.get(turn.fromLane)} ${edgeOf.get(turn.toLane)}`),
      ),
    );
    for (const { edges } of demand.vehicles!.routes) {
      for (let k = 1; k < edges.length; k++) expect(links).toContain(`${edges[k - 1]} ${edges[k]}`);
    }
  });

  it('run ten minutes of Bologna: everyone who is due is on the road, waits outside or has arrived', () => {
    const of = run(start(compiled(bolognaFiles())), 600);
    const { totals, vehicles, waiting, listed } = of.state;
    expect(totals.inserted).toBe(vehicles.count + totals.arrived);
    expect(listed!.next).toBe(totals.inserted + waiting.count);
    expect(totals.wrongLaneTurns + totals.jamDetours + totals.diverted).toBe(0);
    expect(figures(of)['traffic.trips-inserted']).toBeGreaterThan(1_300);
  });

  it('hold 22 goldens, each a sound scene whose vehicles all set out', () => {
    const all = goldens();
    expect(all.size).toBe(22);
    for (const [name, files] of all) {
      const { report } = imported(files);
      expect(
        report.entries.filter((entry) => entry.deed === 'dropped'),
        name,
      ).toEqual([]);
      const of = run(start(compiled(files)), 60);
      expect(of.state.totals.inserted + of.state.waiting.count, name).toBe(Number(report.figures.vehicles));
    }
  });
});
