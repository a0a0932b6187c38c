import { sceneOf } from './scenes';

/**
 * The smallest grid with homes on both feeders and nothing else, at the end of cables so many times as thin, which may
 * carry such a share of what they could.
 */
export const suburb = (thinner = 1, rated = 1) =>
  sceneOf('tiny/one-feeder', (files) => {
    const home = { use: 'housing', form: 'tower', heightM: 72, floors: 24, floorAreaM2: 21_600, residents: 560 };
    for (const each of files['buildings.json'].buildings) {
      Object.assign(each, home);
      each.jobs = undefined;
    }
    for (const each of files['electricity.json'].branches) {
      if (!each.feeder) continue;
      each.resistanceOhm *= thinner;
      each.ratingA *= rated;
    }
  });
