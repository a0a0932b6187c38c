import type { WorksWords } from './works-words-shape';

/** The words of works in streets in English. */
export const worksWords: WorksWords = {
  kpis: {
    'works.days-per-year': {
      name: 'Works-days a year',
      formula:
        'Days a year on which some place in a street is dug up for the lines buried in it, over all streets: 0.55 works a year for each kilometre of street and kind of line, four days each. New galleries count as if they stood.',
    },
    'works.sites-open': {
      name: 'Streets dug up now',
      formula:
        'Works on buried lines, where everyday digging is shown, and trenches of galleries that are being built.',
    },
    'works.site-days': { name: 'Works-days of this run', formula: 'Streets dug up, summed over the days of the run.' },
    'works.gallery-length': { name: 'New galleries', formula: 'Length of the galleries that changes build.' },
    'works.capex': {
      name: 'Cost of building them',
      formula: 'By length and compartments: 50 million yuan a kilometre with one to 130 million with four.',
    },
    'works.freed-land': {
      name: 'Land they free',
      formula: 'Land of high-voltage corridors that is free because lines that hung have moved into new galleries.',
    },
    'works.plan-conflicts': {
      name: 'Plans in conflict',
      formula:
        'Area of parcels on which another plan wants something else than the land plan and nobody has ruled yet. Where two other plans lie over each other, the place counts for both.',
    },
    'works.land-given-up': {
      name: 'Land given up to other plans',
      formula: 'Area that parcels give up where they give way to another plan.',
    },
    'works.net-benefit': {
      name: 'What they leave in 30 years',
      formula:
        'Present value over 30 years at 6 %: land freed, digging and outages spared, less building, upkeep and renewal, plus what is still worth something. Without the delay of drivers, which Economics takes from this run, and without fees.',
    },
  },
  kinds: {
    'build-gallery': {
      name: 'Build a gallery',
      does: 'A utility tunnel under streets that hang together takes in the lines buried there: those streets are no longer dug up for them. A run shows one day; the figures of works and Economics show a year and thirty. While it is built, cut and cover takes lanes one stretch after another. Fires and floods in the new gallery are not modelled.',
      fields: {
        stage: { name: 'Show it', options: { 'in-service': 'in service', building: 'being built' } },
        compartments: { name: 'Compartments' },
        power: { name: 'Power cables move in' },
        telecom: { name: 'Telecom moves in' },
        water: { name: 'Water moves in' },
        heat: { name: 'Heat and cold move in' },
        gas: { name: 'Gas moves in' },
        landPrice: { name: 'Land, net income a mu' },
        months: { name: 'Months of building' },
        stretch: { name: 'Open at a time' },
        lanes: { name: 'Lanes it takes each way' },
      },
    },
    'street-works': {
      name: 'Everyday digging',
      does: 'Streets are dug up for the lines buried in them, as often as usual or more; this day’s works are drawn by chance and shut lanes at the kerb. Galleries spare the streets that they run under.',
      fields: { timesUsual: { name: 'Times the usual' } },
    },
    'settle-plans': {
      name: 'Settle plans in conflict',
      does: 'Where another plan wants something else of a parcel, one of the two gives way: the parcel gives up what lies in that plan’s area, or the plan leaves the parcel as it is. Nothing is built or moved by it; the figures say what is still open and what was given up.',
      fields: {
        ruling: {
          name: 'Who gives way',
          options: { 'parcel-gives-way': 'the parcel', 'plan-gives-way': 'the other plan' },
        },
      },
    },
  },
  happeningTexts: {
    'works.dug-up': (p) => `Dug up for a line: ${p.place}`,
    'works.made-good': (p) => `Made good again: ${p.place}`,
    'works.trench-opened': (p) => `Trench for a gallery opened: ${p.place}`,
    'works.trench-closed': (p) => `Trench for a gallery closed: ${p.place}`,
    'works.pit-opened': (p) => `Pit opened to mend a main: ${p.place}`,
    'works.pit-closed': (p) => `Pit filled in: ${p.place}`,
  },
};
