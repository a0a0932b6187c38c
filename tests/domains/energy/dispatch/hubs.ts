import { type DispatchInputs, emptyInputs, type Hub, hubOf, type Plan } from '../../../../sim/domains/energy/dispatch';
import { engineHeatKw } from '../../../../sim/domains/energy/plants/gas-engine';
import { bankOf } from '../../../../sim/domains/energy/plants/stations';

type Unit = Parameters<typeof bankOf>[0];

export const ENGINE: Unit = { id: 'engine', kind: 'chp-engine', count: 2, electricKw: 1000 };
export const BOILER: Unit = { id: 'boiler', kind: 'gas-boiler', heatKw: 3000, efficiency: 0.94 };
export const PUMP: Unit = { id: 'pump', kind: 'ground-source-heat-pump', heatKw: 1000 };
export const ABSORPTION: Unit = { id: 'absorption', kind: 'absorption-chiller', coolingKw: 700 };
export const CHILLER: Unit = { id: 'chiller', kind: 'electric-chiller', count: 2, coolingKw: 1000 };
export const PANELS: Unit = { id: 'panels', kind: 'photovoltaic', electricKw: 800 };
export const BATTERY: Unit = { id: 'battery', kind: 'battery', electricKw: 500, storageKwh: 1000, efficiency: 1 };
export const TANK: Unit = { id: 'tank', kind: 'heat-store', heatKw: 1000, storageKwh: 4000 };
export const COLD_TANK: Unit = { id: 'cold-tank', kind: 'cold-store', coolingKw: 600, storageKwh: 3000 };
export const EVERYTHING = [ENGINE, BOILER, PUMP, ABSORPTION, CHILLER, PANELS, BATTERY, TANK, COLD_TANK];

/** Stations of the same machines, each with a hot, a warm and a cold loop. */
export function hub(units: readonly Unit[], count = 1, importKw = 20_000): Hub {
  return hubOf({
    stations: Array.from({ length: count }, (_, s) => ({
      id: `s${s}`,
      heat: [
        { id: `s${s}.90`, supplyC: 90 },
        { id: `s${s}.45`, supplyC: 45 },
      ],
      cooling: [{ id: `s${s}.c`, supplyC: 6 }],
      banks: units.map((unit) => bankOf({ ...unit, id: `s${s}.${unit.id}` }, true)),
      feederKw: 10_000,
    })),
    importKw,
  });
}

/** Inputs over few steps of an hour, with demands by name. */
export function asked(
  of: Hub,
  steps: number,
  demandKw: Readonly<Record<string, number | readonly number[]>>,
): DispatchInputs {
  const inputs = emptyInputs(of, steps, 1);
  for (const [id, kw] of Object.entries(demandKw)) {
    const d = of.demands.findIndex((demand) => demand.id === id);
    if (d < 0) throw new Error(`no demand ${id}`);
    for (let t = 0; t < steps; t++) inputs.demandKw[d * steps + t] = typeof kw === 'number' ? kw : kw[t];
  }
  return inputs;
}

/** A series of a plan by the name of its machine. */
export function series(
  of: Hub,
  plan: Plan,
  field: 'outputKw' | 'running' | 'chargeKw' | 'heldKwh',
  id: string,
): number[] {
  const b = of.banks.findIndex((bank) => bank.id === id);
  return Array.from(plan[field].subarray(b * plan.steps, (b + 1) * plan.steps));
}

/**
 * What is left over at every node and step, from the plan and the machines' own figures alone, against the most that
 * flows there. Written apart from the program that made the plan.
 */
export function worstImbalance(of: Hub, plan: Plan, inputs: DispatchInputs): number {
  const { steps } = plan;
  let worst = 0;
  for (let t = 0; t < steps; t++) {
    const net = new Float64Array(of.nodes.length);
    const gross = new Float64Array(of.nodes.length).fill(1);
    const add = (node: number, kw: number) => {
      net[node] += kw;
      gross[node] += Math.abs(kw);
    };
    of.banks.forEach((bank, b) => {
      const kw = plan.outputKw[b * steps + t];
      const stored = plan.chargeKw[b * steps + t];
      const running = plan.running[b * steps + t];
      switch (bank.kind) {
        case 'chp-engine':
          add(bank.electricity, kw);
          if (running > 0) add(bank.heat, running * engineHeatKw(bank.engine!, kw / running));
          break;
        case 'gas-boiler':
          add(bank.heat, kw);
          break;
        case 'absorption-chiller':
          add(bank.cooling, kw);
          add(bank.heat, -kw / bank.efficiency);
          break;
        case 'electric-chiller':
          add(bank.cooling, kw);
          add(bank.electricity, -kw / bank.efficiency);
          break;
        case 'battery':
          add(bank.electricity, -stored);
          break;
        case 'heat-store':
          add(bank.heat, -stored);
          break;
        case 'cold-store':
          add(bank.cooling, -stored);
          break;
        case 'photovoltaic':
        case 'wind-turbine':
          add(bank.electricity, kw);
          break;
        default:
          add(bank.heat, kw);
          add(bank.electricity, -kw / inputs.cop[b * steps + t]);
          if (bank.coolingKw > 0) {
            add(bank.cooling, plan.coldKw[b * steps + t]);
            add(bank.electricity, -plan.coldKw[b * steps + t] / inputs.coolingCop[b * steps + t]);
          }
      }
    });
    of.mixes.forEach(({ from, to }, m) => {
      add(from, -plan.mixKw[m * steps + t]);
      add(to, plan.mixKw[m * steps + t]);
    });
    of.stations.forEach((_, s) => {
      add(0, -plan.exchangeKw[s * steps + t]);
      add(
        of.nodes.findIndex((node) => node.station === s && node.carrier === 'electricity'),
        plan.exchangeKw[s * steps + t],
      );
    });
    add(0, plan.buyKw[t] - plan.sellKw[t]);
    of.demands.forEach(({ node }, d) => {
      add(node, plan.unservedKw[d * steps + t] - inputs.demandKw[d * steps + t]);
    });
    of.nodes.forEach((_, n) => {
      add(n, -plan.surplusKw[n * steps + t]);
      worst = Math.max(worst, Math.abs(net[n]) / gross[n]);
    });
  }
  return worst;
}
