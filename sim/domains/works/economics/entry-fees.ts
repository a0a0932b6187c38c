/**
 * What owners of lines pay, as Chengdu has it (jxxfw.com, abstract): to come in, what each would have paid to bury its
 * line by itself, over the tunnel's life; and for upkeep, its share of the space.
 */
export interface TunnelLine {
  readonly name: string;
  /** Digging in and making good, for each kilometre, each time. */
  readonly burialYuanPerKm: number;
  /** After so many years a buried line is dug up and laid anew. */
  readonly buriedForYears: number;
  /** Of the tunnel's cross-section, with the room to work at it. */
  readonly spaceM2: number;
}

export interface LineFees {
  readonly name: string;
  readonly entryYuan: number;
  readonly upkeepYuanPerYear: number;
  readonly spaceShare: number;
}

/** Entry by direct-burial cost: every burial that the line is spared within the time looked at, the first included. */
export function entryFeeYuan(line: TunnelLine, lengthKm: number, years: number): number {
  const burials = 1 + Math.max(0, Math.ceil(years / line.buriedForYears) - 1);
  return line.burialYuanPerKm * lengthKm * burials;
}

/** Upkeep by space: shares of what is used, so that together they pay for all of it. */
export function lineFees(
  lines: readonly TunnelLine[],
  lengthKm: number,
  years: number,
  upkeepYuanPerYear: number,
): LineFees[] {
  let space = 0;
  for (const { spaceM2 } of lines) space += spaceM2;
  return lines.map((line) => ({
    name: line.name,
    entryYuan: entryFeeYuan(line, lengthKm, years),
    upkeepYuanPerYear: (upkeepYuanPerYear * line.spaceM2) / space,
    spaceShare: line.spaceM2 / space,
  }));
}
