import { at, type BrokenScene, edited } from './make';

const UNITS = ['stations.json', 'stations', 0, 'units'] as const;
const GALLERY = ['galleries.json', 'galleries', 0] as const;

export const wrongNetworks: readonly BrokenScene[] = [
  edited(
    'an engine at a station without gas',
    (files) => {
      files['stations.json'].stations[0].gas = undefined;
    },
    at('scene.no-fuel', ...UNITS, 0),
  ),
  edited(
    'a switch that stands nowhere on its branch, and two at the same end of it',
    (files) => {
      const { switches, branches, buses } = files['electricity.json'];
      const [{ id: branch, from, to }] = branches;
      const away = buses.find(({ id }: { id: string }) => id !== from && id !== to).id;
      const each = { branch, kind: 'switch', closed: true, automatic: true };
      switches.length = 0;
      switches.push({ ...each, id: 'away', at: away }, { ...each, id: 'one', at: to }, { ...each, id: 'two', at: to });
    },
    at('scene.not-at-end', 'electricity.json', 'switches', 0, 'at'),
    at('scene.same-end', 'electricity.json', 'switches', 2, 'at'),
  ),
  edited(
    'a gas main from the low level to the medium one',
    (files) => {
      files['gas.json'].pipes.push({ ...files['gas.json'].pipes[0], id: 'gas-p2', to: 'gas-n1' });
    },
    at('scene.pressure-levels', 'gas.json', 'pipes', 1, 'to'),
  ),
  edited(
    'regulators that feed one another, that raise pressure, and that hold what a supply holds',
    (files) => {
      const gas = files['gas.json'];
      gas.nodes.push(
        { id: 'gas-m1', at: [60, 40], pressureLevel: 'medium' },
        { id: 'gas-m2', at: [60, 50], pressureLevel: 'medium' },
      );
      gas.regulators.push(
        { id: 'to', from: 'gas-m1', to: 'gas-m2', outletKpa: 100, maxKgPerS: 1 },
        { id: 'fro', from: 'gas-m2', to: 'gas-m1', outletKpa: 100, maxKgPerS: 1 },
        { id: 'up', from: 'gas-n3', to: 'gas-n1', outletKpa: 1, maxKgPerS: 1 },
        { id: 'strong', from: 'gas-n1', to: 'gas-m1', outletKpa: 300, maxKgPerS: 1 },
      );
    },
    at('scene.regulator-loop', 'gas.json', 'regulators', 0),
    at('scene.regulator-loop', 'gas.json', 'regulators', 1),
    at('scene.regulator-loop', 'gas.json', 'regulators', 2),
    at('scene.regulator-loop', 'gas.json', 'regulators', 3),
    at('scene.regulator-raises', 'gas.json', 'regulators', 3, 'to'),
    at('scene.held-twice', 'gas.json', 'regulators', 3, 'to'),
    at('scene.regulator-raises', 'gas.json', 'regulators', 4, 'outletKpa'),
  ),
  edited(
    'an engine and a kitchen on gas that no supply reaches',
    (files) => {
      files['gas.json'].supplies = [];
    },
    at('scene.no-gas-supply', 'buildings.json', 'buildings', 0, 'serves', 'gas'),
    at('scene.no-gas-supply', 'stations.json', 'stations', 0, 'gas'),
  ),
  edited(
    'a kitchen behind a valve that is shut',
    (files) => {
      files['gas.json'].valves[0].open = false;
    },
    at('scene.no-gas-supply', 'buildings.json', 'buildings', 0, 'serves', 'gas'),
  ),
  edited(
    'an engine on the low level',
    (files) => {
      files['stations.json'].stations[0].gas = 'gas-n3';
    },
    at('scene.gas-pressure', 'stations.json', 'stations', 0, 'gas'),
  ),
  edited(
    'two gates on one node',
    (files) => {
      files['gas.json'].supplies.push({ id: 'gas-in-2', node: 'gas-n1', pressureKpa: 200 });
    },
    at('scene.held-twice', 'gas.json', 'supplies', 1, 'node'),
  ),
  edited(
    'a chiller without a size and a battery that holds nothing',
    (files) => {
      files['stations.json'].stations[0].units.push(
        { id: 'chiller', kind: 'electric-chiller', electricKw: 100 },
        { id: 'battery', kind: 'battery', electricKw: 100 },
      );
    },
    at('scene.no-rating', ...UNITS, 1, 'coolingKw'),
    at('scene.no-rating', ...UNITS, 2, 'storageKwh'),
  ),
  edited(
    'machines that give more than they take',
    (files) => {
      const { units } = files['stations.json'].stations[0];
      units[0].thermalEfficiency = 0.7;
      units.push(
        { id: 'weak', kind: 'chp-engine', electricKw: 100, electricEfficiency: 0.03 },
        { id: 'boiler', kind: 'gas-boiler', heatKw: 100, efficiency: 1.5 },
        { id: 'tank', kind: 'heat-store', heatKw: 100, storageKwh: 100, efficiency: 1.01 },
      );
    },
    at('scene.efficiency', ...UNITS, 0, 'thermalEfficiency'),
    at('scene.efficiency', ...UNITS, 1, 'electricEfficiency'),
    at('scene.efficiency', ...UNITS, 2, 'efficiency'),
    at('scene.efficiency', ...UNITS, 3, 'efficiency'),
  ),
  edited(
    'a fire section of 400 m',
    (files) => {
      const [gallery] = files['galleries.json'].galleries;
      gallery.path = [
        [-110, -20],
        [310, -20],
      ];
      gallery.compartments[0].sections = [{ id: 'sec-1', fromM: 0, toM: 400 }];
    },
    at('scene.section-length', ...GALLERY, 'compartments', 0, 'sections', 0),
  ),
  edited(
    'a fire section that ends before it begins',
    (files) => {
      files['galleries.json'].galleries[0].compartments[0].sections[1].toM = 50;
    },
    at('scene.section-length', ...GALLERY, 'compartments', 0, 'sections', 1),
  ),
  edited(
    'fire sections that overlap',
    (files) => {
      files['galleries.json'].galleries[0].compartments[0].sections[1].fromM = 50;
    },
    at('scene.section-overlap', ...GALLERY, 'compartments', 0, 'sections', 1),
  ),
  edited(
    'a section, a shaft and a fan beyond the end of the gallery',
    (files) => {
      const [compartment] = files['galleries.json'].galleries[0].compartments;
      compartment.sections[1].toM = 250;
      compartment.shafts[0].atM = 210;
      compartment.equipment[0].atM = 1e9;
    },
    at('scene.off-gallery', ...GALLERY, 'compartments', 0, 'sections', 1, 'toM'),
    at('scene.off-gallery', ...GALLERY, 'compartments', 0, 'shafts', 0, 'atM'),
    at('scene.off-gallery', ...GALLERY, 'compartments', 0, 'equipment', 0, 'atM'),
  ),
  edited(
    'fire sections with a gap between them',
    (files) => {
      const [compartment] = files['galleries.json'].galleries[0].compartments;
      compartment.sections[1].fromM = 110;
    },
    at('scene.section-gap', ...GALLERY, 'compartments', 0, 'sections', 1),
  ),
  edited(
    'a section without a way out, and a fan in it that has nothing to blow through',
    (files) => {
      const [compartment] = files['galleries.json'].galleries[0].compartments;
      compartment.shafts.length = 2;
      compartment.equipment[0].atM = 150;
    },
    at('scene.no-outlet', ...GALLERY, 'compartments', 0, 'sections', 1),
    at('scene.no-opening', ...GALLERY, 'compartments', 0, 'equipment', 0),
  ),
  edited(
    'a detector outside its sections, and a door in the middle of one',
    (files) => {
      const [compartment] = files['galleries.json'].galleries[0].compartments;
      compartment.sections[0].fromM = 5;
      compartment.equipment.push({ id: 'detector-1', kind: 'gas-detector', atM: 3 });
      compartment.equipment.push({ id: 'door-1', kind: 'door', atM: 50 });
    },
    at('scene.off-section', ...GALLERY, 'compartments', 0, 'equipment', 2, 'atM'),
    at('scene.door-between', ...GALLERY, 'compartments', 0, 'equipment', 3, 'atM'),
  ),
  edited(
    'a sump that lies further below its outfall than its pump lifts, and one without a pump',
    (files) => {
      const [compartment] = files['galleries.json'].galleries[0].compartments;
      compartment.sections[0].outfallDepthM = -6;
      compartment.sections[1].sumpM3 = 3;
    },
    at('scene.sump-below-outfall', ...GALLERY, 'compartments', 0, 'equipment', 1, 'headM'),
    at('scene.sump-below-outfall', ...GALLERY, 'compartments', 0, 'sections', 1, 'sumpM3'),
  ),
  edited(
    'a sump pump that lets out below the sump, and one whose flow nobody says',
    (files) => {
      const [compartment] = files['galleries.json'].galleries[0].compartments;
      compartment.sections[0].outfallDepthM = 7.5;
      compartment.equipment[1].flowM3PerH = undefined;
    },
    at('scene.outfall-below-sump', ...GALLERY, 'compartments', 0, 'sections', 0, 'outfallDepthM'),
    at('scene.no-rating', ...GALLERY, 'compartments', 0, 'equipment', 1, 'flowM3PerH'),
  ),
  edited(
    'gas and heat in a compartment for power cables',
    (files) => {
      files['gas.json'].pipes[0].compartment = 'power-1';
      files['heat.json'].loops[0].pipes[0].compartment = 'power-1';
    },
    at('scene.compartment-mix', 'gas.json', 'pipes', 0, 'compartment'),
    at('scene.compartment-mix', 'heat.json', 'loops', 0, 'pipes', 0, 'compartment'),
  ),
  edited(
    'a gallery with a depth too many',
    (files) => {
      files['galleries.json'].galleries[0].floorDepthM.push(6);
    },
    at('scene.count', ...GALLERY, 'floorDepthM'),
  ),
  edited(
    'a cable from a bus to itself',
    (files) => {
      files['electricity.json'].branches[0].to = 'bus-mv';
    },
    at('scene.leads-nowhere', 'electricity.json', 'branches', 0, 'to'),
  ),
  edited(
    'a battery that gives more than it took',
    (files) => {
      files['electricity.json'].batteries[0].roundTripEfficiency = 1.1;
    },
    at('scene.range', 'electricity.json', 'batteries', 0, 'roundTripEfficiency'),
  ),
  edited(
    'a pipe from one loop into another',
    (files) => {
      const { loops } = files['heat.json'];
      loops.push({
        ...structuredClone(loops[0]),
        id: 'heat-2',
        nodes: [{ id: 'heat-n9', at: [0, 30] }],
        pipes: [],
        pumps: [],
        valves: [],
        sources: [],
      });
      loops[0].pipes[0].to = 'heat-n9';
    },
    at('scene.other-loop', 'heat.json', 'loops', 0, 'pipes', 0, 'to'),
  ),
];
