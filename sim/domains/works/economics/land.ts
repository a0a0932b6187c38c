/** What a tunnel earns by the land that it frees, and what it costs: N = a·p·L − c·L. Money in yuan, land in mu. */
export const M2_PER_MU = 10_000 / 15;
const M_PER_KM = 1_000;

export interface LandCase {
  readonly lengthKm: number;
  /** Land that lines overhead or dug in would take, for each kilometre of tunnel. */
  readonly muPerKm: number;
  /** Net income of a mu when it is sold. */
  readonly yuanPerMu: number;
  /** Of building, for each kilometre. */
  readonly costYuanPerKm: number;
}

export interface LandResult {
  readonly freedMu: number;
  readonly grossYuan: number;
  readonly costYuan: number;
  readonly netYuan: number;
  /** Cost of a kilometre at which nothing is left. */
  readonly breakEvenYuanPerKm: number;
  /** Width of the strip that the land amounts to. */
  readonly stripM: number;
}

export function landResult({ lengthKm, muPerKm, yuanPerMu, costYuanPerKm }: LandCase): LandResult {
  const freedMu = muPerKm * lengthKm;
  const grossYuan = freedMu * yuanPerMu;
  const costYuan = costYuanPerKm * lengthKm;
  return {
    freedMu,
    grossYuan,
    costYuan,
    netYuan: grossYuan - costYuan,
    breakEvenYuanPerKm: muPerKm * yuanPerMu,
    stripM: (muPerKm * M2_PER_MU) / M_PER_KM,
  };
}

/** Land that a strip of a width takes along each kilometre: 1.5 mu a metre. */
export const muPerKmOfStrip = (widthM: number): number => (widthM * M_PER_KM) / M2_PER_MU;

/** The cost of a kilometre that a claimed net result implies. */
export function impliedCostYuanPerKm(
  { lengthKm, muPerKm, yuanPerMu }: Omit<LandCase, 'costYuanPerKm'>,
  netYuan: number,
) {
  return (muPerKm * lengthKm * yuanPerMu - netYuan) / lengthKm;
}
