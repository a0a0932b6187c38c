/** What is said about the figures that the park has published, in English; Chinese has exactly these keys. */
export const publishedWords = {
  title: 'What the park has published, and a year of it',
  open: 'Published figures',
  openHint: 'The ten figures that the park has published of its energy, beside a year that this city lives',
  about:
    'Ten figures of the park’s energy have been published. The city lives a whole year for them, in quarter hours, beside a reference city without the network, and reckons the same ten from what was burnt, bought and delivered. Where one does not come out, the numbers say why.',
  elsewhere: 'Nothing has been published of this city’s energy.',
  live: 'Live a year',
  again: 'Live it again',
  stop: 'Stop',
  takes:
    'Six to fifteen minutes of one processor; the city goes on meanwhile. These figures may be put away and opened again; reloading the page begins anew.',
  living: (p: { share: string }) => `A year is lived: ${p.share}`,
  stale: 'The changes are others now than those it was lived with.',
  failed: 'The year could not be lived.',
  told: (p: { met: number; of: number }) => `${p.met} of ${p.of} come out as published.`,
  changes: (p: { changes: number; leftOut: number }) =>
    `Of your changes ${p.changes} held all year; ${p.leftOut} had no part in it, being of other networks or of limited time.`,
  figure: 'Figure',
  published: 'Published',
  lived: 'This year',
  off: 'Within 2 %?',
  atLeast: (p: { value: string }) => `over ${p.value}`,
  holds: 'holds',
  misses: 'does not',
  above: (p: { share: string }) => `${p.share} more`,
  below: (p: { share: string }) => `${p.share} less`,
  fitted: 'Its emission factors were fitted to the published set, so it agrees as far as the fuels do.',
  source: (p: { engines: string }) =>
    `Published figures as in the park’s own brief. No single balance was published with them; the one that fits most of them (engines giving ${p.engines} GWh a year, and so on) stands in brackets.`,
  causes: {
    meters: (p: { electricity: string; heat: string; cooling: string; gas: string }) =>
      `Meters read from afar stand at large connections (GB 17167); they saw ${p.electricity} % of electricity, ${p.heat} % of heat, ${p.cooling} % of cold and ${p.gas} % of gas.`,
    engines: (p: { engines: string; imported: string; wantedEngines: string; wantedImported: string }) =>
      `Engines give ${p.engines} GWh (${p.wantedEngines}) and the grid ${p.imported} (${p.wantedImported}): they run whenever their heat is of use.`,
    ambient: (p: { ambient: string; wanted: string }) =>
      `Heat pumps take ${p.ambient} GWh from the ground (${p.wanted}): they serve the 45 °C loops alone, and much heat is wanted at 90 °C.`,
    coal: (p: {
      reference: string;
      park: string;
      wantedReference: string;
      wantedPark: string;
      kitchens: string;
      losses: string;
    }) =>
      `The reference city takes ${p.reference} thousand tonnes of coal (${p.wantedReference}) and the park ${p.park} (${p.wantedPark}): kitchens and processes burn ${p.kitchens} GWh of gas, pipes and cables lose ${p.losses} GWh, which the published balance leaves out, and cars charge in both.`,
    demand: (p: {
      heatLess: string;
      coolingLess: string;
      wantedHeatLess: string;
      wantedCoolingLess: string;
      kitchens: string;
      losses: string;
    }) =>
      `Houses take ${p.heatLess} % less heat and ${p.coolingLess} % less cold than in the reference city (${p.wantedHeatLess} and ${p.wantedCoolingLess}); kitchens and processes burn ${p.kitchens} GWh of gas, pipes and cables lose ${p.losses} GWh, which the published balance leaves out.`,
  },
};
