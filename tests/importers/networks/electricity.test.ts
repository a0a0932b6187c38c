import { describe, expect, it } from 'vitest';
import { signedArea } from '../../../sim/importers/geometry/polygon';
import { cableFor, currentOf } from '../../../sim/importers/plan/networks/electricity/cables';
import { transformerFor } from '../../../sim/importers/plan/networks/electricity/transformers';
import { askedAt, buildings, flowsFrom, plan, reachedFrom, scene } from './eco-park-networks';

const { buses, branches, transformers, supplies, switches, feeders, generators } = scene.electricity!;
const { powerFactor } = plan.electricity;
const kilovolts = new Map(buses.map((bus) => [bus.id, bus.kilovolts]));
const closed = branches.filter((branch) => branch.closed !== false);
const distribution = transformers.filter((one) => kilovolts.get(one.to) === 0.4);

/** kVA at each low-voltage bus at the stated peak: houses, chargers at their limit, switch rooms of galleries. */
const lowKva = (() => {
  const at = askedAt('electricity', (demand) => demand.electricityKw / powerFactor);
  const add = (bus: string, kw: number) => at.set(bus, (at.get(bus) ?? 0) + kw / powerFactor);
  for (const site of scene.roads!.chargingSites) add(site.electricity!, site.limitKw!);
  return at;
})();
const mediumKva = (() => {
  const at = new Map<string, number>();
  const fedBy = new Map(distribution.map((one) => [one.to, one.from]));
  for (const [bus, kva] of lowKva) at.set(fedBy.get(bus)!, (at.get(fedBy.get(bus)!) ?? 0) + kva);
  return at;
})();
const sections = buses.filter(({ id }) => feeders.some((feeder) => feeder.bus === id)).map(({ id }) => id);
const flows = flowsFrom(
  sections,
  closed.filter((one) => kilovolts.get(one.from) === 10),
  (bus) => mediumKva.get(bus) ?? 0,
);
const loadFeeders = feeders.filter((feeder) => /-f\d+$/.test(feeder.id));

/** Where a line without branches begins: back over its joints. */
function startOf(bus: string, level: number): string {
  const before = branches.find((one) => one.to === bus && kilovolts.get(one.from) === level && one.closed !== false);
  return before ? startOf(before.from, level) : bus;
}

describe('electricity of the eco-park', () => {
  it('has two 110/10 kV substations that two grid points supply, either of which can be lost', () => {
    expect(plan.electricity.substations).toHaveLength(2);
    expect(supplies).toHaveLength(2);
    for (const { id } of plan.electricity.substations) {
      const busbars = closed.filter((one) => one.to.startsWith(`${id}.110-`)).map((one) => one.to);
      const fedFrom = busbars.map((busbar) => startOf(busbar, 110));
      expect(new Set(fedFrom)).toEqual(new Set(supplies.map((supply) => supply.bus)));
    }
  });

  it('is radial and reaches every bus while all ties are open', () => {
    // flowsFrom has walked every feeder and would have thrown at a loop.
    const links = [...closed, ...transformers.map(({ from, to }) => ({ from, to }))];
    const reached = reachedFrom(
      supplies.map((supply) => supply.bus),
      links,
    );
    expect(buses.filter(({ id }) => !reached.has(id)).map(({ id }) => id)).toEqual([]);
  });

  it('has 24 to 32 load feeders, each at no more than half of its cable at the stated peak', () => {
    expect(loadFeeders.length).toBeGreaterThanOrEqual(24);
    expect(loadFeeders.length).toBeLessThanOrEqual(32);
    const over = [...flows]
      .filter(([{ feeder }]) => loadFeeders.some(({ id }) => id === feeder))
      .filter(([branch, kva]) => currentOf(kva) > plan.electricity.feederShare * branch.ratingA + 1e-6);
    expect(over.map(([{ id }]) => id)).toEqual([]);
  });

  it('ties every load feeder to another, and the cables up to one of its ties can carry both', () => {
    const feederOf = new Map(closed.filter((one) => one.feeder).map((one) => [one.to, one.feeder!]));
    const tied = new Map<string, string[]>();
    for (const { branch, closed: isClosed } of switches) {
      if (isClosed) continue;
      const { from, to } = branches.find(({ id }) => id === branch)!;
      for (const end of [from, to]) {
        const feeder = feederOf.get(end);
        if (feeder) tied.set(feeder, [...(tied.get(feeder) ?? []), end]);
      }
    }
    const into = new Map(closed.map((one) => [one.to, one]));
    for (const { id } of loadFeeders) {
      expect(tied.get(id), id).toBeDefined();
      const canCarryBoth = tied.get(id)!.some((end) => {
        let bus = end;
        for (let branch = into.get(bus); branch?.feeder === id; branch = into.get(bus)) {
          if (branch.ratingA < 488) return false;
          bus = branch.from;
        }
        return true;
      });
      expect(canCarryBoth, id).toBe(true);
    }
  });

  it('has a switch on every cable at every address, and each cable may fail without anybody being cut off', () => {
    const addresses = new Set(distribution.map((one) => one.from));
    const standsAt = new Set(switches.map(({ branch, at }) => `${branch} ${at}`));
    const heads = new Set(switches.filter(({ kind }) => kind === 'breaker').map(({ branch }) => branch));
    const cables = branches.filter((one) => kilovolts.get(one.from) === 10);
    const units = cables.filter((one) => one.feeder === undefined || loadFeeders.some(({ id }) => id === one.feeder));
    for (const { id, from, to } of units) {
      for (const bus of [from, to]) {
        if (addresses.has(bus)) expect(standsAt.has(`${id} ${bus}`) || heads.has(id), `${id} at ${bus}`).toBe(true);
      }
    }
    const bars = feeders.map(({ bus }) => bus);
    for (const out of units) {
      const others = cables.filter((one) => one !== out);
      const reached = reachedFrom(bars, others);
      expect([...addresses].filter((bus) => !reached.has(bus))).toEqual([]);
    }
  });

  it('gives homes, and whoever has loads of the second class, two transformers', () => {
    const count = new Map<string, number>();
    for (const { to } of distribution) count.set(to, (count.get(to) ?? 0) + 1);
    const homes = buildings.filter(({ use }) => use === 'housing' || use === 'hospital' || use === 'dormitory');
    expect(homes.filter((one) => (count.get(one.serves!.electricity!) ?? 0) < 2)).toEqual([]);
    const small = buildings.filter((one) => one.use === 'commerce' && signedArea(one.outline) * one.heightM < 5_000);
    expect(small.some((one) => count.get(one.serves!.electricity!) === 1)).toBe(true);
  });

  it('feeds the board of every gallery section twice, and keeps every signal alight for two hours', () => {
    const boards = scene
      .galleries!.galleries.flatMap(({ compartments }) => compartments.flatMap(({ equipment }) => equipment))
      .filter(({ kind }) => kind === 'low-voltage-board');
    const feederAt = new Map(distribution.map((one) => [one.to, one.feeder]));
    for (const { id, electricity, standby } of boards) {
      expect(feederAt.get(standby!), id).toBeDefined();
      expect(standby, id).not.toBe(electricity);
    }
    expect(boards.length).toBeGreaterThan(100);
    expect(new Set(scene.roads!.signals.map(({ batteryMinutes }) => batteryMinutes))).toEqual(new Set([120]));
  });

  it('keeps the voltage drop along every feeder under three per cent at the peak', () => {
    const volts = new Map<string, number>(sections.map((bus) => [bus, 0]));
    const sine = Math.sqrt(1 - powerFactor * powerFactor);
    // Links come in the order of their trees only by chance: go on until nothing changes.
    const left = new Set(flows.keys());
    while (left.size > 0) {
      for (const branch of left) {
        const known = volts.get(branch.from);
        if (known === undefined) continue;
        const perPhase =
          currentOf(flows.get(branch)!) * (branch.resistanceOhm * powerFactor + branch.reactanceOhm * sine);
        volts.set(branch.to, known + Math.sqrt(3) * perPhase);
        left.delete(branch);
      }
    }
    expect(Math.max(...volts.values())).toBeLessThan(300);
  });

  it('loads no transformer beyond what its plan allows, and has 400 of them or more', () => {
    expect(distribution.length).toBeGreaterThanOrEqual(400);
    const ratingAt = new Map<string, number>();
    for (const { to, ratingKva } of distribution) ratingAt.set(to, (ratingAt.get(to) ?? 0) + ratingKva);
    for (const [bus, kva] of lowKva) {
      expect(kva / ratingAt.get(bus)!, bus).toBeLessThanOrEqual(plan.electricity.transformerShare + 1e-9);
    }
  });

  it('carries each substation with one of its transformers out', () => {
    for (const substation of plan.electricity.substations) {
      const own = sections.filter((bus) => bus.startsWith(`${substation.id}.10-`));
      let kva = 0;
      for (const [branch, flow] of flows) if (own.includes(branch.from)) kva += flow;
      expect(kva).toBeLessThan((substation.transformers - 1) * substation.ratingKva);
    }
  });

  it('gives every station a circuit of its own and one that stands by from the other substation', () => {
    for (const { electricity } of scene.stations!.stations) {
      const circuits = branches.filter((branch) => branch.to === electricity);
      expect(circuits.filter((one) => one.closed !== false)).toHaveLength(1);
      const sources = circuits.map((one) => startOf(one.from, 10).split('.')[0]);
      expect(new Set(sources).size).toBe(plan.electricity.substations.length);
      const sent = generators.filter((one) => one.bus === electricity).reduce((sum, one) => sum + one.ratedKw, 0);
      expect(currentOf(sent / powerFactor)).toBeLessThanOrEqual(0.6 * circuits[0].ratingA + 1e-6);
    }
  });

  it('has supply for every signal, charging site and building', () => {
    for (const { id, electricity } of [...scene.roads!.signals, ...scene.roads!.chargingSites]) {
      expect(kilovolts.get(electricity!), id).toBe(0.4);
    }
    expect(buildings.filter((one) => kilovolts.get(one.serves?.electricity ?? '') !== 0.4)).toEqual([]);
    expect(scene.roads!.chargingSites.length).toBeGreaterThanOrEqual(60);
  });

  it('puts forty megawatts of panels on named roofs, each roof once', () => {
    const roofs = generators.filter((one) => one.kind === 'photovoltaic');
    const peakKw = roofs.reduce((sum, one) => sum + one.ratedKw, 0);
    expect(Math.abs(peakKw - plan.electricity.roofPeakKw)).toBeLessThan(100);
    const houses = new Map(buildings.map((building) => [`pv:${building.id}`, building]));
    for (const roof of roofs) expect(houses.get(roof.id)?.serves?.electricity).toBe(roof.bus);
    for (const { id, units } of scene.stations!.stations) {
      const said = units.find((unit) => unit.kind === 'photovoltaic')?.electricKw ?? 0;
      expect(said).toBe(roofs.filter((one) => one.station === id).reduce((sum, one) => sum + one.ratedKw, 0));
    }
  });
});

describe('catalogues', () => {
  it('choose the smallest cable and transformer that is large enough', () => {
    expect(cableFor(130, 0.5).squareMm).toBe(120);
    expect(cableFor(133, 0.5).squareMm).toBe(185);
    expect(transformerFor(440, 0.7).ratingKva).toBe(630);
    expect(transformerFor(442, 0.7).ratingKva).toBe(800);
  });
});
