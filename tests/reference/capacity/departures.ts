/** Departures written one by one, so that both sides see the very same vehicles. */

/** A stream of numbers from 0 to 1 that is the same everywhere: Park and Miller's, 16807 mod 2³¹ − 1. */
export function drawnNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 16_807) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

export interface Stream {
  readonly name: string;
  readonly route: string;
  readonly times: readonly number[];
}

export function everySeconds(seconds: number, untilSeconds: number): number[] {
  return Array.from({ length: Math.floor(untilSeconds / seconds) }, (_, i) => i * seconds);
}

/** Arrivals by chance, so many an hour. */
export function byChance(perHour: number, untilSeconds: number, seed: number): number[] {
  const draw = drawnNumbers(seed);
  const times: number[] = [];
  if (perHour === 0) return times;
  for (let at = 0; ; ) {
    at -= (3_600 / perHour) * Math.log(1 - draw());
    if (at >= untilSeconds) return times;
    times.push(Math.round(at * 100) / 100);
  }
}

/** Routes and vehicles of one type, sorted by time. */
export function routesOf(routes: Readonly<Record<string, string>>, streams: readonly Stream[], type = ''): string {
  const rows = streams
    .flatMap(({ name, route, times }) => times.map((time, i) => ({ id: `${name}.${i}`, route, time })))
    .sort((a, b) => a.time - b.time);
  return [
    '<routes>',
    `<vType id="car" vClass="passenger" ${type}/>`,
    ...Object.entries(routes).map(([id, edges]) => `<route id="${id}" edges="${edges}"/>`),
    ...rows.map(
      ({ id, route, time }) =>
        `<vehicle id="${id}" type="car" route="${route}" depart="${time}" departLane="best" departSpeed="max"/>`,
    ),
    '</routes>',
  ].join('\n');
}
