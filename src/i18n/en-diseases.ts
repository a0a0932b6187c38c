import type { CityDisease, GroupVerdict } from '../../sim';

/** The four city diseases in English; Chinese has exactly these keys. */
export const diseaseWords = {
  title: 'The four city diseases',
  names: { shortage: 'Shortage', pollution: 'Pollution', congestion: 'Congestion', hazards: 'Hazards' } as Readonly<
    Record<CityDisease, string>
  >,
  looksAt: {
    shortage: 'Electricity, heat, cold, gas and water that were wanted and did not come',
    pollution: 'Exhaust of the roads, and carbon dioxide of roads and energy',
    congestion: 'Delay of vehicles, of buses, and of people on foot',
    hazards:
      'Severity of crashes, reach of ambulances and fire engines, explosive air and water below ground, flooded roads, sections unheard',
  } as Readonly<Record<CityDisease, string>>,
  verdicts: {
    better: 'better',
    worse: 'worse',
    mixed: 'better and worse',
    same: 'no change',
    unmeasured: 'not in this city',
  } as Readonly<Record<GroupVerdict, string>>,
};
