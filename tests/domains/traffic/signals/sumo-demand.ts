/** Demand and programs for networks that SUMO's tools have just made. Drivers keep to the limit: places do not tell their wishes. */

const TYPES = '<vType id="car" sigma="0.5" speedDev="0"/><vType id="truck" vClass="truck" speedDev="0"/>';

/** From each end of a grid to each other one. */
export function flowsThrough(net: string, perHour: number): string {
  const edges = [...net.matchAll(/<edge id="([^":]+)" from="([^"]+)" to="([^"]+)"/g)];
  const isEnd = (node: string) => !/^[A-Z]\d+$/.test(node);
  const ins = edges.filter(([, , from]) => isEnd(from)).map(([, id]) => id);
  const outs = edges.filter(([, , , to]) => isEnd(to)).map(([, id]) => id);
  const pairs = ins.flatMap((from) => outs.map((to) => [from, to]));
  return demand(
    pairs.filter(([from, to]) => from !== `-${to}` && to !== `-${from}`),
    (k) => (perHour * (0.5 + ((k * 7) % 10) / 10)) / 3_600,
  );
}

/** From each edge to another one; those without a way stay away. */
export function flowsWithin(net: string): string {
  const edges = [...net.matchAll(/<edge id="([^":]+)" from/g)].map(([, id]) => id);
  return demand(
    edges.map((from, i) => [from, edges[(i * 7 + 11) % edges.length]]),
    () => 0.02,
  );
}

function demand(pairs: readonly (readonly string[])[], perSecond: (k: number) => number): string {
  const rows = pairs.map(([from, to], k) => {
    const type = k % 5 === 0 ? 'truck' : 'car';
    const rate = perSecond(k).toFixed(5);
    return `<flow id="f${k}" type="${type}" from="${from}" to="${to}" begin="0" end="3600" probability="${rate}" departLane="best" departSpeed="max"/>`;
  });
  return `<routes>${TYPES}${rows.join('')}</routes>`;
}

/** Programs in which each green may be followed by every other, by a yellow of their own. */
export function everyGreenAfterEvery(net: string, parameters: Readonly<Record<string, number>>): string {
  const set = Object.entries(parameters).map(([key, value]) => `<param key="${key}" value="${value}"/>`);
  return net.replace(/<tlLogic id="([^"]+)" type="actuated"([^>]*)>([\s\S]*?)<\/tlLogic>/g, (whole, id, more, body) => {
    const greens = [...body.matchAll(/state="([^"]+)"/g)].map(([, state]) => state).filter((state) => !/y/.test(state));
    if (greens.length < 3) return whole;
    const changes: string[] = [];
    const phases = greens.map((now, i) => {
      const next: number[] = [];
      greens.forEach((then, k) => {
        if (k === i) return;
        const state = [...now].map((letter, c) => (letter !== 'r' && then[c] === 'r' ? 'y' : letter)).join('');
        next.push(greens.length + changes.length);
        changes.push(`<phase duration="3" state="${state}" next="${k}"/>`);
      });
      return `<phase duration="20" minDur="5" maxDur="40" state="${now}" next="${next.join(' ')}"/>`;
    });
    return `<tlLogic id="${id}" type="actuated"${more}>${[...set, ...phases, ...changes].join('')}</tlLogic>`;
  });
}
