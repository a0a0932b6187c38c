/** One pipe as a law: what it loses is `factor` times its flow squared. */
export interface LossLink {
  readonly from: string;
  readonly to: string;
  readonly factor: number;
}

/**
 * Potentials of a network whose links lose by the square of their flow (head of water, pressure squared of gas), by
 * Todini and Pilati's gradient method, each linear step by conjugate gradients. Slow and plain: for checks only.
 */
export function steadyFlow(
  links: readonly LossLink[],
  held: ReadonlyMap<string, number>,
  asked: (node: string) => number,
): { potential: Map<string, number>; flow: Float64Array } {
  const names = [...new Set(links.flatMap((link) => [link.from, link.to]))];
  const index = new Map(names.map((name, k) => [name, k]));
  const from = Int32Array.from(links, (link) => index.get(link.from)!);
  const to = Int32Array.from(links, (link) => index.get(link.to)!);
  const isHeld = names.map((name) => held.has(name));
  const start = Math.max(...held.values());
  const h = Float64Array.from(names, (name) => held.get(name) ?? start);
  const flow = new Float64Array(links.length).fill(0.01);
  const gain = new Float64Array(links.length);
  for (let round = 0; round < 60; round++) {
    const right = Float64Array.from(names, (name) => -asked(name));
    for (let k = 0; k < links.length; k++) {
      gain[k] = 1 / (2 * links[k].factor * Math.max(Math.abs(flow[k]), 1e-5));
      right[from[k]] -= flow[k] / 2;
      right[to[k]] += flow[k] / 2;
    }
    relax(h, gain, from, to, right, isHeld);
    let change = 0;
    for (let k = 0; k < links.length; k++) {
      const next = flow[k] / 2 + gain[k] * (h[from[k]] - h[to[k]]);
      change = Math.max(change, Math.abs(next - flow[k]));
      flow[k] = round > 3 ? (flow[k] + next) / 2 : next;
    }
    if (change < 1e-6) break;
  }
  return { potential: new Map(names.map((name, k) => [name, h[k]])), flow };
}

function relax(
  h: Float64Array,
  gain: Float64Array,
  from: Int32Array,
  to: Int32Array,
  right: Float64Array,
  isHeld: readonly boolean[],
): void {
  const n = h.length;
  const diagonal = new Float64Array(n);
  for (let k = 0; k < gain.length; k++) {
    diagonal[from[k]] += gain[k];
    diagonal[to[k]] += gain[k];
  }
  const apply = (x: Float64Array): Float64Array => {
    const y = new Float64Array(n);
    for (let k = 0; k < gain.length; k++) {
      const passed = gain[k] * (x[from[k]] - x[to[k]]);
      y[from[k]] += passed;
      y[to[k]] -= passed;
    }
    return y;
  };
  const first = apply(h);
  const residual = Float64Array.from(right, (value, k) => (isHeld[k] ? 0 : value - first[k]));
  const eased = Float64Array.from(residual, (value, k) => value / diagonal[k]);
  const way = Float64Array.from(eased);
  let norm = dot(residual, eased);
  const enough = norm * 1e-20;
  for (let k = 0; k < 4 * n && norm > enough; k++) {
    const ahead = apply(way).map((value, i) => (isHeld[i] ? 0 : value));
    const step = norm / dot(way, ahead);
    for (let i = 0; i < n; i++) {
      h[i] += step * way[i];
      residual[i] -= step * ahead[i];
      eased[i] = residual[i] / diagonal[i];
    }
    const next = dot(residual, eased);
    for (let i = 0; i < n; i++) way[i] = eased[i] + (next / norm) * way[i];
    norm = next;
  }
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}
