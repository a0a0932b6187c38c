import type { StepContext } from '../../ports';
import { allAgesS } from './ages';
import { stepNodes } from './batteries';
import { hear, hearsSection, takeFibres } from './hear';
import type { TelecomRun, TelecomState } from './state';

export const telecomReads = ['energy.telecom-supply', 'tunnel.fibre-lost'] as const;
export const telecomWrites = [
  'telecom.section-heard',
  'telecom.control',
  'telecom.sensor-heard',
  'telecom.parking-heard',
  'telecom.drivers-reached',
  'telecom.incident-found',
] as const;
export type TelecomContext = StepContext<(typeof telecomReads)[number], (typeof telecomWrites)[number]>;

/** At rest it looks at its nodes' power and is done. */
export function stepTelecom(state: TelecomState, context: TelecomContext): void {
  const { run, knobs, totals, scene } = state;
  if (run === null) return;
  const { seconds: nowS, stepSeconds: stepS } = context;
  const nodes = scene.elements['telecom-node'].ids;
  const power = {
    supply: context.read('energy.telecom-supply'),
    supplyCause: context.readCauses('energy.telecom-supply'),
    out: knobs['telecom-node.out'].values,
    outCause: knobs['telecom-node.out'].causes,
  };
  const nodesChanged = stepNodes(run, power, stepS, (code, node, cause) =>
    context.happen(code, nodes[node], cause > 0 ? [cause] : [], {}),
  );
  const lost = context.read('tunnel.fibre-lost');
  const fibresChanged = takeFibres(run, lost, context.readCauses('tunnel.fibre-lost'));
  if (nodesChanged || fibresChanged || run.derived.isDue) {
    hear(run, knobs, context.luck, nowS);
    run.derived.isDue = false;
    tellSections(state, run, context);
    tellStale(state, run, context);
    tellPorts(run, context);
  }
  totals.ageS2 += allAgesS(run, nowS + stepS / 2) * stepS;
  totals.elapsedS = nowS + stepS;
}

function tellSections({ knobs, scene }: TelecomState, run: TelecomRun, context: TelecomContext): void {
  const { plan, sectionHeard, sectionCause, cause } = run;
  const { ids } = scene.elements['gallery-section'];
  const fibreCauses = context.readCauses('tunnel.fibre-lost');
  for (let s = 0; s < sectionHeard.length; s++) {
    const now = hearsSection(run, knobs, context.luck, s) ? 1 : 0;
    if (now === sectionHeard[s]) continue;
    sectionHeard[s] = now;
    if (now === 0) {
      const because =
        (run.fibreLost[s] === 1 ? fibreCauses[s] : cause[plan.sectionNode[s]]) ||
        knobs['city.gallery-coverage'].causes[0];
      sectionCause[s] = context.happen('telecom.section-unheard', ids[s], because > 0 ? [because] : [], {});
    } else {
      context.happen('telecom.section-back', ids[s], sectionCause[s] > 0 ? [sectionCause[s]] : [], {});
      sectionCause[s] = 0;
    }
  }
}

/** One word for all sensors: the city would be told of a thousand otherwise. */
function tellStale({ knobs, scene }: TelecomState, run: TelecomRun, context: TelecomContext): void {
  const { plan, cause, isHeard, stale, derived } = run;
  const { silent } = derived;
  if (silent === stale.silent) return;
  const city = scene.elements.city.ids[0];
  if (silent > stale.silent) {
    const causes = new Set<number>();
    for (const sensor of plan.speaking) if (isHeard[sensor] === 0) causes.add(cause[plan.sensorNode[sensor]]);
    for (const name of ['city.meter-coverage', 'city.road-coverage', 'city.parking-coverage'] as const) {
      causes.add(knobs[name].causes[0]);
    }
    causes.delete(0);
    const because = [...causes].sort((a, b) => a - b);
    stale.happening = context.happen('telecom.data-stale', city, because, { sensors: silent });
  } else if (silent === 0) {
    context.happen('telecom.data-back', city, stale.happening > 0 ? [stale.happening] : [], {});
    stale.happening = 0;
  }
  stale.silent = silent;
}

function tellPorts(run: TelecomRun, context: TelecomContext): void {
  const { plan, reached, cause, isHeard, sectionHeard, sectionCause, derived } = run;
  context.write('telecom.section-heard').set(sectionHeard);
  context.writeCauses('telecom.section-heard').set(sectionCause);
  const sensors = context.write('telecom.sensor-heard');
  for (let sensor = 0; sensor < sensors.length; sensor++) {
    sensors[sensor] = plan.sensorNode[sensor] < 0 ? 0 : isHeard[sensor];
  }
  const control = context.write('telecom.control');
  const controlCauses = context.writeCauses('telecom.control');
  for (let bus = 0; bus < control.length; bus++) {
    const node = plan.busNode[bus];
    control[bus] = node < 0 ? 1 : reached[node];
    controlCauses[bus] = node < 0 ? 0 : cause[node];
  }
  context.write('telecom.parking-heard').set(derived.parkingHeard);
  context.write('telecom.drivers-reached').set(derived.driversReached);
  context.write('telecom.incident-found').set(derived.knownAfterS);
}
