/** 10/0.4 kV dry-type transformers, class F, level 2 of GB 20052-2013: no-load loss, load loss, short-circuit voltage. */
export interface TransformerSize {
  readonly ratingKva: number;
  readonly ironLossKw: number;
  readonly copperLossKw: number;
  readonly shortCircuitPercent: number;
}

export const transformerSizes: readonly TransformerSize[] = [
  { ratingKva: 100, ironLossKw: 0.32, copperLossKw: 1.57, shortCircuitPercent: 4 },
  { ratingKva: 160, ironLossKw: 0.43, copperLossKw: 2.13, shortCircuitPercent: 4 },
  { ratingKva: 200, ironLossKw: 0.495, copperLossKw: 2.53, shortCircuitPercent: 4 },
  { ratingKva: 250, ironLossKw: 0.575, copperLossKw: 2.76, shortCircuitPercent: 4 },
  { ratingKva: 315, ironLossKw: 0.705, copperLossKw: 3.47, shortCircuitPercent: 4 },
  { ratingKva: 400, ironLossKw: 0.785, copperLossKw: 3.99, shortCircuitPercent: 4 },
  { ratingKva: 500, ironLossKw: 0.93, copperLossKw: 4.88, shortCircuitPercent: 4 },
  { ratingKva: 630, ironLossKw: 1.04, copperLossKw: 5.96, shortCircuitPercent: 6 },
  { ratingKva: 800, ironLossKw: 1.215, copperLossKw: 6.96, shortCircuitPercent: 6 },
  { ratingKva: 1000, ironLossKw: 1.415, copperLossKw: 8.13, shortCircuitPercent: 6 },
  { ratingKva: 1250, ironLossKw: 1.67, copperLossKw: 9.69, shortCircuitPercent: 6 },
  { ratingKva: 1600, ironLossKw: 1.96, copperLossKw: 11.73, shortCircuitPercent: 6 },
  { ratingKva: 2000, ironLossKw: 2.44, copperLossKw: 14.45, shortCircuitPercent: 6 },
  { ratingKva: 2500, ironLossKw: 2.88, copperLossKw: 17.17, shortCircuitPercent: 6 },
];

export function transformerFor(kva: number, share: number): TransformerSize {
  const fit = transformerSizes.find((size) => kva <= share * size.ratingKva);
  return fit ?? transformerSizes[transformerSizes.length - 1];
}

/** Shares heavy things over so many places that each has about the same: the heaviest first, to whoever has least. */
export function sharedOver<T>(things: readonly T[], places: number, weightOf: (thing: T) => number): T[][] {
  const shares: { things: T[]; weight: number }[] = Array.from({ length: places }, () => ({ things: [], weight: 0 }));
  const heaviestFirst = things
    .map((thing, k) => ({ thing, k }))
    .sort((a, b) => weightOf(b.thing) - weightOf(a.thing) || a.k - b.k);
  for (const { thing } of heaviestFirst) {
    let least = shares[0];
    for (const share of shares) if (share.weight < least.weight) least = share;
    least.things.push(thing);
    least.weight += weightOf(thing);
  }
  return shares.map((share) => share.things);
}
