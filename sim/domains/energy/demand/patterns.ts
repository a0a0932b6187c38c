/**
 * How a day goes in buildings of one kind: hourly shares of the most, for a working day and a day of rest. Homes and
 * public buildings after the schedules with which Chinese designs are checked (GB 55015-2021, appendix C; GB 50189-2015,
 * tables B.0.4); what runs on at night, which these leave out, after the DOE reference buildings (Deru et al.,
 * NREL/TP-5500-46861, 2011). Shifts, stores and cooking are ours.
 */
export type Pattern = 'home' | 'work' | 'shop' | 'guests' | 'ward' | 'school' | 'shifts' | 'store' | 'always';
export const patterns: readonly Pattern[] = [
  'home',
  'work',
  'shop',
  'guests',
  'ward',
  'school',
  'shifts',
  'store',
  'always',
];

/** What a schedule is of. 'comfort' is 1 while rooms are to be warm or cool as for people, 0 while set back. */
export const strands = ['people', 'light', 'devices', 'water', 'cooking', 'comfort'] as const;
export type Strand = (typeof strands)[number];

type Day = readonly number[];
type Rows = Readonly<Record<Strand, readonly [working: Day, rest: Day]>>;

const NEVER: Day = Array.from({ length: 24 }, () => 0);
const EVER: Day = Array.from({ length: 24 }, () => 1);
const percent = (...hours: number[]): Day => hours.map((each) => each / 100);
const both = (day: Day): readonly [Day, Day] => [day, day];
const spell = (from: number, to: number): Day => EVER.map((_, hour) => (hour >= from && hour < to ? 1 : 0));

const OFFICE_PEOPLE = percent(0, 0, 0, 0, 0, 0, 0, 10, 50, 95, 95, 95, 80, 80, 95, 95, 95, 95, 30, 30, 5, 0, 0, 0);
const OFFICE_LIGHT = percent(5, 5, 5, 5, 5, 5, 5, 10, 50, 95, 95, 95, 80, 80, 95, 95, 95, 95, 30, 30, 10, 5, 5, 5);
const OFFICE_DEVICES = percent(
  20,
  20,
  20,
  20,
  20,
  20,
  20,
  25,
  55,
  95,
  95,
  95,
  60,
  60,
  95,
  95,
  95,
  95,
  40,
  35,
  25,
  20,
  20,
  20,
);
const OFFICE_REST = percent(
  15,
  15,
  15,
  15,
  15,
  15,
  15,
  15,
  20,
  25,
  25,
  25,
  25,
  25,
  25,
  25,
  20,
  20,
  15,
  15,
  15,
  15,
  15,
  15,
);
const FEW_IN = percent(0, 0, 0, 0, 0, 0, 0, 0, 5, 10, 10, 10, 10, 10, 10, 10, 5, 5, 0, 0, 0, 0, 0, 0);

/** Heat is turned up step by step before people come, so that not every office wants all of it at seven. */
const WARMED_UP_BY_7 = spell(4, 19).map((each, hour) => (hour < 7 ? each * (0.25 * (hour - 3)) : each));

const SHOP_PEOPLE = percent(0, 0, 0, 0, 0, 0, 0, 5, 20, 50, 80, 80, 80, 80, 80, 80, 80, 80, 80, 70, 50, 10, 0, 0);
const SHOP_LIGHT = percent(
  10,
  10,
  10,
  10,
  10,
  10,
  10,
  20,
  50,
  60,
  60,
  60,
  60,
  60,
  60,
  60,
  60,
  80,
  90,
  100,
  100,
  40,
  10,
  10,
);
const SHOP_DEVICES = percent(
  15,
  15,
  15,
  15,
  15,
  15,
  15,
  25,
  50,
  80,
  80,
  80,
  80,
  80,
  80,
  80,
  80,
  80,
  80,
  70,
  50,
  25,
  15,
  15,
);

const FULL_SHIFTS = percent(
  45,
  45,
  45,
  45,
  45,
  45,
  50,
  65,
  95,
  100,
  100,
  100,
  85,
  95,
  100,
  100,
  100,
  90,
  75,
  70,
  65,
  60,
  55,
  50,
);
const FEW_SHIFTS = percent(
  35,
  35,
  35,
  35,
  35,
  35,
  35,
  45,
  60,
  60,
  60,
  60,
  50,
  55,
  60,
  60,
  60,
  55,
  45,
  40,
  40,
  40,
  35,
  35,
);

/** Of each pattern and strand, a working day and a day of rest. */
export const rowsOf: Readonly<Record<Pattern, Rows>> = {
  home: {
    people: [
      percent(100, 100, 100, 100, 100, 100, 90, 65, 45, 35, 35, 40, 45, 40, 35, 35, 40, 55, 75, 85, 90, 95, 100, 100),
      percent(100, 100, 100, 100, 100, 100, 100, 95, 80, 70, 65, 70, 75, 70, 65, 60, 65, 70, 80, 85, 90, 95, 100, 100),
    ],
    light: both(percent(6, 5, 4, 4, 5, 10, 25, 20, 10, 6, 6, 8, 10, 8, 6, 6, 12, 35, 75, 100, 100, 90, 55, 20)),
    devices: [
      percent(35, 30, 27, 26, 26, 30, 45, 48, 40, 38, 40, 55, 58, 45, 40, 40, 48, 72, 90, 98, 100, 92, 72, 50),
      percent(38, 32, 28, 27, 27, 28, 35, 45, 52, 55, 58, 70, 72, 60, 55, 55, 60, 78, 92, 98, 100, 92, 75, 52),
    ],
    water: both(percent(12, 6, 4, 4, 6, 15, 60, 70, 45, 30, 28, 35, 38, 30, 26, 28, 35, 50, 70, 90, 100, 95, 70, 35)),
    cooking: both(percent(0, 0, 0, 0, 2, 15, 60, 45, 10, 5, 25, 100, 45, 5, 3, 5, 30, 100, 75, 15, 5, 3, 2, 0)),
    comfort: both(EVER),
  },
  work: {
    people: [OFFICE_PEOPLE, FEW_IN],
    light: [OFFICE_LIGHT, FEW_IN.map((each) => Math.max(0.05, each))],
    devices: [OFFICE_DEVICES, OFFICE_REST],
    water: [OFFICE_PEOPLE, FEW_IN],
    cooking: both(NEVER),
    comfort: [WARMED_UP_BY_7, NEVER],
  },
  shop: {
    people: both(SHOP_PEOPLE),
    light: both(SHOP_LIGHT),
    devices: both(SHOP_DEVICES),
    water: both(SHOP_PEOPLE),
    cooking: both(percent(0, 0, 0, 0, 0, 10, 40, 40, 20, 20, 60, 100, 80, 30, 20, 20, 60, 100, 100, 70, 35, 10, 0, 0)),
    comfort: both(spell(7, 21).map((each, hour) => (hour === 7 ? 0.6 : each))),
  },
  guests: {
    people: both(
      percent(90, 90, 90, 90, 90, 90, 80, 70, 50, 40, 40, 40, 40, 40, 40, 40, 45, 50, 60, 70, 75, 85, 90, 90),
    ),
    light: both(
      percent(10, 10, 10, 10, 10, 15, 30, 35, 30, 25, 25, 25, 25, 25, 30, 35, 50, 70, 90, 100, 100, 80, 40, 15),
    ),
    devices: both(
      percent(40, 35, 35, 35, 35, 40, 55, 65, 60, 55, 55, 60, 65, 60, 55, 55, 60, 75, 90, 100, 100, 85, 65, 50),
    ),
    water: both(percent(15, 8, 5, 5, 10, 35, 80, 90, 60, 35, 30, 30, 35, 30, 28, 30, 40, 50, 60, 80, 100, 100, 80, 40)),
    cooking: both(percent(5, 0, 0, 0, 10, 40, 80, 70, 25, 15, 50, 100, 70, 20, 15, 25, 70, 100, 90, 50, 25, 10, 5, 5)),
    comfort: both(EVER),
  },
  ward: {
    people: both(
      percent(50, 50, 50, 50, 50, 50, 55, 75, 95, 100, 100, 95, 85, 90, 95, 95, 90, 80, 70, 65, 60, 55, 50, 50),
    ),
    light: both(
      percent(25, 20, 20, 20, 20, 25, 45, 70, 95, 100, 100, 95, 85, 90, 95, 95, 95, 90, 85, 80, 70, 55, 40, 30),
    ),
    devices: both(
      percent(50, 50, 50, 50, 50, 50, 55, 70, 95, 100, 100, 95, 80, 90, 95, 95, 90, 80, 70, 65, 60, 55, 50, 50),
    ),
    water: both(
      percent(20, 15, 15, 15, 20, 40, 80, 100, 90, 80, 70, 70, 70, 60, 60, 60, 60, 70, 80, 80, 60, 45, 30, 25),
    ),
    cooking: both(percent(0, 0, 0, 5, 30, 70, 80, 40, 20, 40, 90, 100, 40, 10, 10, 40, 90, 100, 40, 10, 5, 0, 0, 0)),
    comfort: both(EVER),
  },
  school: {
    people: [percent(0, 0, 0, 0, 0, 0, 5, 60, 95, 95, 95, 95, 70, 80, 95, 95, 80, 40, 15, 10, 5, 0, 0, 0), NEVER],
    light: [
      percent(5, 5, 5, 5, 5, 5, 10, 60, 90, 90, 80, 80, 60, 60, 80, 90, 80, 40, 20, 15, 8, 5, 5, 5),
      both(NEVER)[0].map(() => 0.05),
    ],
    devices: [
      percent(20, 20, 20, 20, 20, 20, 25, 60, 90, 95, 95, 95, 70, 80, 95, 90, 70, 40, 25, 20, 20, 20, 20, 20),
      EVER.map(() => 0.2),
    ],
    water: [percent(0, 0, 0, 0, 0, 0, 10, 50, 60, 60, 70, 100, 90, 50, 50, 50, 40, 20, 10, 5, 0, 0, 0, 0), NEVER],
    cooking: [percent(0, 0, 0, 0, 0, 20, 60, 30, 20, 70, 100, 90, 20, 10, 10, 15, 10, 0, 0, 0, 0, 0, 0, 0), NEVER],
    comfort: [spell(6, 18), NEVER],
  },
  shifts: {
    people: [FULL_SHIFTS, FEW_SHIFTS],
    light: [FULL_SHIFTS, FEW_SHIFTS],
    devices: [FULL_SHIFTS, FEW_SHIFTS],
    water: [FULL_SHIFTS, FEW_SHIFTS],
    cooking: [
      percent(20, 20, 5, 5, 10, 30, 70, 40, 20, 40, 90, 100, 40, 15, 15, 30, 80, 90, 40, 15, 10, 10, 30, 40),
      percent(10, 10, 3, 3, 5, 15, 35, 20, 10, 20, 45, 50, 20, 8, 8, 15, 40, 45, 20, 8, 5, 5, 15, 20),
    ],
    comfort: both(EVER),
  },
  store: {
    people: [
      percent(10, 10, 10, 10, 15, 25, 50, 80, 100, 100, 100, 100, 80, 100, 100, 100, 100, 90, 60, 40, 30, 20, 15, 10),
      percent(8, 8, 8, 8, 10, 15, 25, 40, 50, 50, 50, 50, 40, 50, 50, 50, 50, 45, 30, 20, 15, 10, 8, 8),
    ],
    light: [
      percent(30, 30, 30, 30, 30, 40, 60, 85, 100, 100, 100, 100, 90, 100, 100, 100, 100, 100, 80, 60, 50, 40, 30, 30),
      EVER.map(() => 0.5),
    ],
    devices: [
      percent(25, 25, 25, 25, 30, 40, 60, 85, 100, 100, 100, 100, 80, 100, 100, 100, 100, 90, 60, 45, 40, 35, 30, 25),
      EVER.map(() => 0.4),
    ],
    water: [OFFICE_PEOPLE, FEW_IN],
    cooking: both(NEVER),
    comfort: [spell(6, 20), spell(8, 18)],
  },
  always: {
    people: both(NEVER),
    light: both(EVER),
    devices: both(EVER),
    water: both(NEVER),
    cooking: both(NEVER),
    comfort: both(NEVER),
  },
};
