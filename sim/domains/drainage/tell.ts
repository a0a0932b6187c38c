/** What water in the streets means for others, and what is said of it, with its causes. */
import { causeOfRain } from './rain';
import type { DrainageState, DrainRun } from './state';
import { type DrainageStep, pumpKw } from './step';
import type { Totals } from './totals';

/** Over the kerb: from here a road counts as flooded (GB 50014-2021, 4.1.8: a lane of a road may hold at most 0.15 m). */
const FLOODED_M = 0.15;
const DRAINED_M = 0.05;
/** Roads are told in steps, and once a minute: nobody plans anew for a centimetre. */
const TOLD_M = 0.05;
const TOLD_EVERY_S = 60;
/** Ring-main units and chargers stand on plinths of so much (DL/T 5729, usual practice: 0.3 to 0.5 m; from memory). */
const PLINTH_M = 0.5;
const DRY_AGAIN_M = 0.1;

export function gather({ plan, drains, edgeDepthM }: DrainRun, totals: Totals): void {
  const { edgeStart, edgeNode } = plan.places;
  totals.streetM3 = 0;
  totals.worstDepthM = 0;
  totals.floodedM = 0;
  for (let n = 0; n < plan.nodeCount; n++) if (plan.street[n] >= 0) totals.streetM3 += drains.waterM3[plan.street[n]];
  for (let e = 0; e < edgeDepthM.length; e++) {
    let depth = 0;
    for (let k = edgeStart[e]; k < edgeStart[e + 1]; k++)
      depth = Math.max(depth, drains.depthM[plan.street[edgeNode[k]]]);
    edgeDepthM[e] = depth;
    totals.worstDepthM = Math.max(totals.worstDepthM, depth);
    if (depth >= FLOODED_M) totals.floodedM += plan.edgeLengthM[e];
  }
  totals.deepestM = Math.max(totals.deepestM, totals.worstDepthM);
  totals.mostStreetM3 = Math.max(totals.mostStreetM3, totals.streetM3);
  totals.mostFloodedM = Math.max(totals.mostFloodedM, totals.floodedM);
}

export function tellWet(state: DrainageState, run: DrainRun, step: DrainageStep): void {
  const { totals } = state;
  const { happen, stepSeconds } = step;
  tellMains(state, run, happen);
  tellRoads(state, run, step);
  tellGalleries(state, run, step);
  tellBuses(state, run, step);
  for (let j = 0; j < run.pumpedM3.length; j++) {
    step.pumpKw[j] = pumpKw(run, j, stepSeconds);
    totals.pumpKwh += (step.pumpKw[j] * stepSeconds) / 3_600;
  }
}

/** Once for each system of drains, where its water first stands at the crown of a pipe. */
function tellMains({ scene, knobs, totals }: DrainageState, run: DrainRun, happen: DrainageStep['happen']): void {
  const { plan, drains, fullSaid } = run;
  const rain = causeOfRain(knobs);
  for (let n = 0; n < plan.nodeCount; n++) {
    const system = plan.systemOf[n];
    const cell = plan.pipe[n];
    if (fullSaid[system] !== 0 || cell < 0 || drains.depthM[cell] < plan.network.crownM[cell]) continue;
    if (plan.network.crownM[cell] === 0) continue;
    fullSaid[system] = happen('drainage.main-full', scene.elements['drain-node'].ids[n], sourcesOf(run, system, rain), {
      rainMmPerH: totals.rainMmPerH,
    });
  }
}

function tellRoads(
  { scene, knobs }: DrainageState,
  run: DrainRun,
  { happen, roadDepth, seconds, stepSeconds }: DrainageStep,
): void {
  const { plan, edgeDepthM, floodSaid, toldDepthM } = run;
  const { ids } = scene.elements.edge;
  for (let e = 0; e < edgeDepthM.length; e++) {
    const depth = edgeDepthM[e];
    if (depth >= FLOODED_M && floodSaid[e] === 0) {
      floodSaid[e] = happen(
        'drainage.road-flooded',
        ids[e],
        causesAt(run, plan.places.edgeNode[deepestOn(run, e)], causeOfRain(knobs)),
        {
          depthM: depth,
        },
      );
    } else if (depth < DRAINED_M && floodSaid[e] !== 0) {
      happen('drainage.road-drained', ids[e], [floodSaid[e]], {});
      floodSaid[e] = 0;
    }
  }
  const isTime = Math.floor((seconds + stepSeconds) / TOLD_EVERY_S) > Math.floor(seconds / TOLD_EVERY_S);
  if (!isTime) return;
  for (let e = 0; e < edgeDepthM.length; e++) {
    toldDepthM[e] = TOLD_M * Math.floor(edgeDepthM[e] / TOLD_M + 1e-9);
    roadDepth.values[e] = toldDepthM[e];
    roadDepth.causes[e] = floodSaid[e];
  }
}

function deepestOn({ plan, drains }: DrainRun, edge: number): number {
  const { edgeStart, edgeNode } = plan.places;
  let best = edgeStart[edge];
  for (let k = best; k < edgeStart[edge + 1]; k++) {
    if (drains.depthM[plan.street[edgeNode[k]]] > drains.depthM[plan.street[edgeNode[best]]]) best = k;
  }
  return best;
}

/** The main below that is full; else what came into the street: gullies cannot take it. */
function causesAt(run: DrainRun, node: number, rain: number): readonly number[] {
  const system = run.plan.systemOf[node];
  const full = run.fullSaid[system];
  return full > 0 ? [full] : sourcesOf(run, system, rain);
}

/** Rain, and a main of water that has burst in the same system. */
function sourcesOf({ mainsCause }: DrainRun, system: number, rain: number): readonly number[] {
  return [rain, mainsCause[system]].filter((cause) => cause > 0);
}

function tellGalleries(
  { scene, knobs }: DrainageState,
  run: DrainRun,
  { happen, galleryInflow, stepSeconds }: DrainageStep,
): void {
  const { sectionM3, gallerySaid, plan } = run;
  const { node, section } = plan.places.openings;
  for (let k = 0; k < node.length; k++) {
    const s = section[k];
    if (sectionM3[s] <= 0 || gallerySaid[s] !== 0) continue;
    gallerySaid[s] = happen(
      'drainage.water-in-gallery',
      scene.elements['gallery-section'].ids[s],
      causesAt(run, node[k], causeOfRain(knobs)),
      {},
    );
  }
  for (let s = 0; s < sectionM3.length; s++) {
    galleryInflow.values[s] = sectionM3[s] / stepSeconds;
    galleryInflow.causes[s] = gallerySaid[s];
  }
}

function tellBuses({ scene, knobs }: DrainageState, run: DrainRun, { happen, busFlooded }: DrainageStep): void {
  const { busSaid, plan, drains } = run;
  const { busNode } = plan.places;
  for (let b = 0; b < busNode.length; b++) {
    if (busNode[b] < 0) continue;
    const depth = drains.depthM[plan.street[busNode[b]]];
    if (depth >= PLINTH_M && busSaid[b] === 0) {
      busSaid[b] = happen(
        'drainage.switchgear-flooded',
        scene.elements.bus.ids[b],
        causesAt(run, busNode[b], causeOfRain(knobs)),
        {
          depthM: depth,
        },
      );
    } else if (depth < DRY_AGAIN_M && busSaid[b] !== 0) {
      happen('drainage.switchgear-dry', scene.elements.bus.ids[b], [busSaid[b]], {});
      busSaid[b] = 0;
    }
    busFlooded.values[b] = busSaid[b] !== 0 ? 1 : 0;
    busFlooded.causes[b] = busSaid[b];
  }
}

/** All is dry: the last word to everybody. */
export function silence(state: DrainageState, run: DrainRun, step: DrainageStep): void {
  run.edgeDepthM.fill(0);
  run.sectionM3.fill(0);
  run.pumpedM3.fill(0);
  run.fullSaid.fill(0);
  run.mainsCause.fill(0);
  run.gallerySaid.fill(0);
  state.totals.worstDepthM = 0;
  state.totals.floodedM = 0;
  const { ids } = state.scene.elements.edge;
  for (let e = 0; e < run.floodSaid.length; e++) {
    if (run.floodSaid[e] !== 0) step.happen('drainage.road-drained', ids[e], [run.floodSaid[e]], {});
  }
  run.floodSaid.fill(0);
  run.toldDepthM.fill(0);
  for (const told of [step.roadDepth, step.galleryInflow]) {
    told.values.fill(0);
    told.causes.fill(0);
  }
  step.pumpKw.fill(0);
}
