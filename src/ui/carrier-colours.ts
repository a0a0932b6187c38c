/** What energy is carried as, in one colour wherever it is drawn: in pipes and lines, in legends, in flows. */
export const carrierColours = {
  electricity: '#5a78d8',
  gas: '#b98b1d',
  heat: '#c8553d',
  /** Heat of the cooler loops. */
  warmth: '#e0915f',
  cooling: '#4aa3c7',
  sun: '#e2b52e',
  wind: '#6fb3a0',
  ambient: '#7f9f57',
} as const;

export type CarrierColour = keyof typeof carrierColours;
