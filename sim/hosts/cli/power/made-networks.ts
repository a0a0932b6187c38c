/** Networks made for benchmarks and tests: no city's, but like one in shape. */
import { BUS_PV, BUS_SLACK, createPowerNetwork, type PowerNetwork } from '../../../networks/power';

/** A generator of numbers from 0 to 1, always the same. */
export function draws(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}

export interface RadialOptions {
  readonly sources?: number;
  readonly shunts?: boolean;
  readonly transformers?: boolean;
  /** Of all buses together, p.u. */
  readonly load?: number;
}

/** Feeders that branch off at random from one or more sources; some branches are listed from their far end. */
export function radialNetwork(count: number, seed: number, options: RadialOptions = {}): PowerNetwork {
  const { sources = 1, shunts = false, transformers = false, load = 0.25 } = options;
  const draw = draws(seed);
  const network = createPowerNetwork(count, count - sources);
  for (let i = 0; i < sources; i++) {
    network.kind[i] = BUS_SLACK;
    network.setVm[i] = 1 + 0.02 * draw();
    network.setVaRad[i] = 0.1 * draw();
  }
  for (let i = sources; i < count; i++) {
    const k = i - sources;
    const near = draw() < 0.2 ? Math.floor(draw() * sources) : Math.max(0, i - 1 - Math.floor(draw() * 40));
    const backward = draw() < 0.3;
    network.from[k] = backward ? i : near;
    network.to[k] = backward ? near : i;
    network.resistance[k] = (0.2 + draw()) / count;
    network.reactance[k] = (0.2 + draw()) / count;
    network.rating[k] = 1;
    network.loadP[i] = (2 * load * draw()) / count;
    network.loadQ[i] = 0.4 * network.loadP[i] * draw();
    if (shunts && draw() < 0.2) network.shuntB[i] = (load * draw()) / count;
    if (shunts && draw() < 0.2) network.shuntG[i] = (0.2 * load * draw()) / count;
    if (shunts) network.charging[k] = (0.02 * draw()) / count;
    if (transformers && draw() < 0.1) {
      network.ratio[k] = 0.95 + 0.1 * draw();
      if (draw() < 0.5) network.shiftRad[k] = 0.2 * (draw() - 0.5);
    }
  }
  return network;
}

/** A grid with holes in it, three branches for two buses as in transmission, a third of the buses holding their voltage. */
export function meshedNetwork(count: number, seed: number, chords = 0.5): PowerNetwork {
  const draw = draws(seed);
  const side = Math.ceil(Math.sqrt(count));
  const from: number[] = [];
  const to: number[] = [];
  for (let i = 1; i < count; i++) {
    const beside = [i % side > 0 ? i - 1 : -1, i >= side ? i - side : -1].filter((each) => each >= 0);
    const first = beside[Math.floor(draw() * beside.length)];
    from.push(first);
    to.push(i);
    const second = beside.find((each) => each !== first);
    if (second === undefined || draw() >= chords) continue;
    from.push(second);
    to.push(i);
  }
  const holding: number[] = [];
  for (let i = 1; i < count; i++) if (draw() < 0.3) holding.push(i);
  const network = createPowerNetwork(count, from.length, holding.length);
  network.kind[0] = BUS_SLACK;
  from.forEach((end, k) => {
    network.from[k] = end;
    network.to[k] = to[k];
    network.reactance[k] = 0.002 + 0.008 * draw();
    network.resistance[k] = 0.1 * network.reactance[k];
    network.charging[k] = 0.01;
    network.rating[k] = 5;
  });
  let all = 0;
  for (let i = 0; i < count; i++) {
    network.loadP[i] = 0.05 * draw();
    network.loadQ[i] = 0.3 * network.loadP[i];
    all += network.loadP[i];
  }
  holding.forEach((bus, k) => {
    network.kind[bus] = BUS_PV;
    network.generatorBus[k] = bus;
    network.generatorP[k] = all / holding.length;
    network.generatorQMin[k] = -1;
    network.generatorQMax[k] = 1;
    network.setVm[bus] = 1 + 0.02 * (draw() - 0.5);
  });
  return network;
}
