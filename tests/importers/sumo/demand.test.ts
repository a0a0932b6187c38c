import { describe, expect, it } from 'vitest';
import type { DemandFile, ListedVehicles, RoadsFile, SensorsFile } from '../../../sim/scene';
import { withDemand } from './small-net';
import { compiled, imported } from './sumo-files';

const way = '<route edges="W E"/>';
const car = '<vType id="car"/>';

function vehiclesOf(rows: string): ListedVehicles {
  const demand: DemandFile = JSON.parse(imported(withDemand(rows)).scene.get('demand.json')!);
  compiled(withDemand(rows));
  return demand.vehicles!;
}

function dropped(rows: string): string[] {
  compiled(withDemand(rows));
  return imported(withDemand(rows))
    .report.entries.filter((entry) => entry.deed === 'dropped')
    .map((entry) => entry.element);
}

describe('demand of SUMO', () => {
  it('keeps vehicles with their types, ways, times and wishes', () => {
    const vehicles = vehiclesOf(
      `<vType id="slow" vClass="truck" maxSpeed="6" length="9" lcStrategic="2" color="1,0,0"/>
       <route id="main" edges="W E"/>
       <vehicle id="a" type="slow" route="main" depart="1.5" departLane="best" departPos="random_free" departSpeed="max" arrivalPos="-1"/>
       <vehicle id="b" type="slow" depart="0:01:00" departLane="1" departPos="5" departSpeed="3">${way}</vehicle>`,
    );
    expect(vehicles.types).toEqual([
      {
        ...{ id: 'slow', class: 'truck', lengthM: 9, widthM: 2.4, minGapM: 2.5, maxSpeedMps: 6, accelerationMps2: 1.3 },
        ...{ decelerationMps2: 4, emergencyDecelerationMps2: 7, headwaySeconds: 1, imperfection: 0.5, model: 'Krauss' },
        speedFactor: { mean: 1, deviation: 0.05, min: 0.2, max: 2 },
        parameters: [{ id: 'lcStrategic', value: 2 }],
      },
    ]);
    expect(vehicles.routes).toEqual([{ id: 'main', edges: ['W', 'E'] }]);
    const wishes = { departLane: 'best', departPosition: 'random-free', departSpeed: 'max', arrivalPosition: -1 };
    expect(vehicles.departures).toEqual([
      { id: 'a', type: 'slow', route: 'main', departSeconds: 1.5, ...wishes },
      { id: 'b', type: 'slow', route: 'main', departSeconds: 60, departLane: 1, departPosition: 5, departSpeed: 3 },
    ]);
    expect(vehicles.startsAtSeconds).toBe(25_200);
  });

  it('knows the type that SUMO gives to whoever names none', () => {
    const { types, departures } = vehiclesOf(`<vehicle id="a" depart="0">${way}</vehicle>`);
    expect(types[0]).toMatchObject({ id: 'DEFAULT_VEHTYPE', class: 'car', lengthM: 5 });
    expect(departures[0].type).toBe('DEFAULT_VEHTYPE');
  });

  it('reads speed factors in their three forms', () => {
    const factor = (attributes: string) =>
      vehiclesOf(`<vType id="t" ${attributes}/><vehicle id="a" type="t" depart="0">${way}</vehicle>`).types[0]
        .speedFactor;
    expect(factor('speedFactor="1.2"')).toEqual({ mean: 1.2, deviation: 0.1, min: 0.2, max: 2 });
    expect(factor('speedFactor="0.9" speedDev="0"')).toEqual({ mean: 0.9, deviation: 0, min: 0.2, max: 2 });
    expect(factor('speedFactor="norm(1,0.2)"')).toEqual({ mean: 1, deviation: 0.2, min: 0.2, max: 2 });
    expect(factor('speedFactor="normc(1,0.2,0.5,1.5)"')).toEqual({ mean: 1, deviation: 0.2, min: 0.5, max: 1.5 });
  });

  it('keeps mixes of types and of routes with their shares', () => {
    const vehicles = vehiclesOf(
      `<vTypeDistribution id="mix"><vType id="x" probability="0.3"/><vType id="y" vClass="bus" probability="0.7"/></vTypeDistribution>
       <routeDistribution id="ways"><route id="w" edges="W E" probability="2"/><route id="s" edges="S N" probability="1"/></routeDistribution>
       <vehicle id="a" type="mix" route="ways" depart="0"/>`,
    );
    expect(vehicles.typeMixes).toEqual([
      {
        id: 'mix',
        types: [
          { type: 'x', share: 0.3 },
          { type: 'y', share: 0.7 },
        ],
      },
    ]);
    expect(vehicles.routeMixes).toEqual([
      {
        id: 'ways',
        routes: [
          { route: 'w', share: 2 },
          { route: 's', share: 1 },
        ],
      },
    ]);
  });

  it('keeps flows by number, period, rate and probability, and trips from edge to edge', () => {
    const { flows, departures } = vehiclesOf(
      `<flow id="n" begin="0" end="100" number="10" from="W" to="E"/><flow id="p" begin="0" end="100" period="5">${way}</flow>
       <flow id="h" begin="0" end="100" vehsPerHour="360">${way}</flow><flow id="b" begin="0" end="100" probability="0.2">${way}</flow>
       <flow id="e" begin="0" end="100" period="exp(0.5)">${way}</flow><flow id="k" begin="10" number="3" period="4">${way}</flow>
       <trip id="t" from="S" to="N" depart="3"/>`,
    );
    expect(flows.map(({ id, route, type, ...rest }) => rest)).toEqual([
      { from: 'W', to: 'E', beginSeconds: 0, endSeconds: 100, count: 10 },
      { beginSeconds: 0, endSeconds: 100, periodSeconds: 5 },
      { beginSeconds: 0, endSeconds: 100, periodSeconds: 10 },
      { beginSeconds: 0, endSeconds: 100, perSecond: 0.2 },
      { beginSeconds: 0, endSeconds: 100, meanGapSeconds: 2 },
      { beginSeconds: 10, endSeconds: 22, count: 3 },
    ]);
    expect(departures[0]).toEqual({ id: 't', type: 'DEFAULT_VEHTYPE', from: 'S', to: 'N', departSeconds: 3 });
  });

  it('keeps halts at stops, at car parks and along lanes, and the places themselves', () => {
    const rows = `<busStop id="b" lane="W_0" startPos="20" endPos="40" name="Town Hall"/>
      <parkingArea id="p" lane="E_0" startPos="-50" endPos="-20" roadsideCapacity="5"/>
      <inductionLoop id="l" lane="W_1" pos="-92.8" period="60"/>
      ${car}<vehicle id="a" type="car" depart="0"><route edges="S N"/><stop lane="S_0" endPos="50" duration="10"/></vehicle>
      <vType id="bus" vClass="bus"/><vehicle id="c" type="bus" depart="0">${way}<stop busStop="b" duration="20" until="90"/><stop parkingArea="p" duration="30"/></vehicle>`;
    const { scene } = imported(withDemand(rows));
    const roads: RoadsFile = JSON.parse(scene.get('roads.json')!);
    const sensors: SensorsFile = JSON.parse(scene.get('sensors.json')!);
    expect(roads.stops).toEqual([
      { id: 'b', name: { zh: 'Town Hall', en: 'Town Hall' }, lane: 'W_0', atM: 40, lengthM: 20 },
    ]);
    expect(roads.parking[0]).toMatchObject({ id: 'p', edge: 'E', lane: 'E_0', spaces: 5 });
    expect(sensors.sensors[0]).toEqual({
      id: 'l',
      kind: 'loop',
      at: [100, 198.4],
      element: 'W_1',
      intervalSeconds: 60,
    });
    const [a, c] = vehiclesOf(rows).departures;
    expect(a.halts).toEqual([{ lane: 'S_0', fromM: 49.8, toM: 50, seconds: 10 }]);
    expect(c.halts![0]).toEqual({ lane: 'W_0', fromM: 20, toM: 40, stop: 'b', seconds: 20, untilSeconds: 90 });
    expect(c.halts![1]).toMatchObject({ parking: 'p', offRoad: true, seconds: 30 });
  });

  it('sorts times that run backwards, and says so once', () => {
    const rows = `<vehicle id="a" depart="9">${way}</vehicle><vehicle id="b" depart="3">${way}</vehicle><vehicle id="c" depart="2">${way}</vehicle>`;
    expect(vehiclesOf(rows).departures.map(({ id }) => id)).toEqual(['c', 'b', 'a']);
    expect(imported(withDemand(rows)).report.counts['sumo.unsorted']).toBe(1);
  });

  it('keeps cars off bus lanes, lets buses on them, and whoever ignores that too', () => {
    const rows = (vClass: string) =>
      `<vType id="t" vClass="${vClass}"/><vehicle id="a" type="t" depart="0"><route edges="W E"/></vehicle>`;
    const onlyBuses = withDemand(rows('passenger'))
      .get('small.net.xml')!
      .replace('disallow="pedestrian"', 'allow="bus"');
    const taken = (vClass: string) => {
      const files = withDemand(rows(vClass), onlyBuses);
      compiled(files);
      return JSON.parse(imported(files).scene.get('demand.json')!).vehicles.departures.length;
    };
    expect([taken('passenger'), taken('bus'), taken('ignoring')]).toEqual([0, 1, 1]);
  });

  it.each([
    ['a vehicle without an id', `<vehicle depart="0">${way}</vehicle>`, 'vehicle '],
    [
      'an id twice',
      `<vehicle id="a" depart="0">${way}</vehicle><vehicle id="a" depart="0">${way}</vehicle>`,
      'vehicle a',
    ],
    ['a route over an unknown edge', '<vehicle id="a" depart="0"><route edges="W X"/></vehicle>', 'vehicle a'],
    ['a route that does not lead on', '<vehicle id="a" depart="0"><route edges="W N"/></vehicle>', 'vehicle a'],
    ['a route without edges', '<vehicle id="a" depart="0"><route edges=""/></vehicle>', 'vehicle a'],
    ['a vehicle without a way', '<vehicle id="a" depart="0"/>', 'vehicle a'],
    ['a trip to nowhere', '<trip id="a" depart="0" from="W" to="X"/>', 'trip a'],
    ['a trip that no way leads to', '<trip id="a" depart="0" from="E" to="S"/>', 'trip a'],
    ['a flow that no way leads to', '<flow id="f" begin="0" end="9" number="2" from="W" to="N"/>', 'flow f'],
    ['an unknown type', `<vehicle id="a" type="x" depart="0">${way}</vehicle>`, 'vehicle a'],
    ['an unknown route', '<vehicle id="a" route="x" depart="0"/>', 'vehicle a'],
    ['a time that is no time', `<vehicle id="a" depart="soon">${way}</vehicle>`, 'vehicle a'],
    ['a time without end', `<vehicle id="a" depart="1e999">${way}</vehicle>`, 'vehicle a'],
    ['a time before the run', `<vehicle id="a" depart="-5">${way}</vehicle>`, 'vehicle a'],
    ['a flow whose times run backwards', `<flow id="f" begin="9" end="3" number="1">${way}</flow>`, 'flow f'],
    ['a flow without a rate', `<flow id="f" begin="0" end="3">${way}</flow>`, 'flow f'],
    ['a flow of nobody', `<flow id="f" begin="0" end="3" number="0">${way}</flow>`, 'flow f'],
    ['a flow of millions', `<flow id="f" begin="0" end="3" number="9999999">${way}</flow>`, 'flow f'],
    ['an unknown class', '<vType id="t" vClass="hovercraft"/>', 'vType t'],
    ['a type twice', '<vType id="t"/><vType id="t"/>', 'vType t'],
    ['a length that is none', '<vType id="t" length="-1"/>', 'vType t length'],
    [
      'a named route that is broken',
      '<route id="r" edges="N W S"/><vehicle id="a" route="r" depart="0"/>',
      'vehicle a',
    ],
    ['a stop off its lane', '<busStop id="b" lane="W_0" startPos="300" endPos="400"/>', 'busStop b'],
    [
      'a halt at an unknown stop',
      `<vehicle id="a" depart="0">${way}<stop busStop="x" duration="1"/></vehicle>`,
      'vehicle a stop',
    ],
    [
      'a halt without an end',
      `<vehicle id="a" depart="0">${way}<stop lane="E_0" endPos="9"/></vehicle>`,
      'vehicle a stop',
    ],
    ['a loop on an unknown lane', '<e1Detector id="l" lane="X_0" pos="1" freq="60"/>', 'e1Detector l'],
  ])('lists %s by its element and imports the rest', (_what, rows, element) => {
    expect(dropped(rows)).toContain(`small.rou.xml: ${element}`);
  });

  it('says of a flow that more ask to set out than its lanes let in, and keeps it', () => {
    const rows = (number: number) => `<flow id="f" begin="0" end="100" number="${number}">${way}</flow>`;
    const said = (number: number) =>
      imported(withDemand(rows(number))).report.entries.filter(({ code }) => code === 'sumo.crowded');
    expect(said(300)).toEqual([]);
    expect(said(400).map(({ element, deed }) => [element, deed])).toEqual([['small.rou.xml: flow f', 'noted']]);
    expect(vehiclesOf(rows(400)).flows[0].count).toBe(400);
  });

  it('lists persons, rails and whatever else it does not carry over', () => {
    const rows = `<person id="p" depart="0"><walk edges="W E"/></person><vType id="t" vClass="tram"/>
      <vehicle id="a" type="t" depart="0">${way}</vehicle><vehicle id="b" depart="triggered">${way}</vehicle><rerouter id="r" edges="W"/>`;
    const { entries } = imported(withDemand(rows)).report;
    expect(entries.filter((entry) => entry.deed === 'not-carried').map((entry) => entry.element)).toEqual([
      'small.rou.xml: vType t',
      'small.rou.xml: vehicle a',
      'small.rou.xml: vehicle b',
      'small.rou.xml: person',
      'small.rou.xml: rerouter',
    ]);
  });
});
