import type { LandUse } from '../../../scene/schema/land';
import type { PlannedSite, SiteKind } from '../land/zones-plan';
import {
  growDepot,
  growFireStation,
  growHospital,
  growHotel,
  growKindergarten,
  growSchool,
  growSportsPark,
  growSubstation,
} from './civic';
import type { Draft, Plot } from './draft';
import {
  growConcertHall,
  growEnergyStation,
  growExhibitionHall,
  growGermanCentre,
  growLibrary,
  growTownHall,
} from './landmarks';

export const useOfSite: Readonly<Record<SiteKind, LandUse>> = {
  'german-centre': 'culture',
  'concert-hall': 'culture',
  library: 'culture',
  'town-hall': 'civic',
  'exhibition-hall': 'culture',
  hotel: 'commerce',
  hospital: 'health',
  'fire-station': 'civic',
  'bus-depot': 'transport',
  school: 'school',
  kindergarten: 'school',
  'sports-park': 'park',
  substation: 'utility',
  'energy-drum': 'utility',
  'energy-blades': 'utility',
  'energy-terrace': 'utility',
  'energy-arc': 'utility',
};

/** The house that a site is for; the first draft bears the site's name. */
export function growSite(plot: Plot, site: PlannedSite): Draft[] {
  const drafts = byKind(plot, site);
  return drafts.map((one, k) => (k === 0 && !drafts.some((other) => other.name) ? { ...one, name: site.name } : one));
}

function byKind(plot: Plot, { kind, name, floors }: PlannedSite): Draft[] {
  switch (kind) {
    case 'german-centre':
      return growGermanCentre(plot, name);
    case 'concert-hall':
      return growConcertHall(plot, name);
    case 'library':
      return growLibrary(plot, name);
    case 'town-hall':
      return growTownHall(plot, name);
    case 'exhibition-hall':
      return growExhibitionHall(plot, name);
    case 'hotel':
      return growHotel(plot, floors ?? 14);
    case 'hospital':
      return growHospital(plot);
    case 'fire-station':
      return growFireStation(plot);
    case 'bus-depot':
      return growDepot(plot);
    case 'school':
      return growSchool(plot);
    case 'kindergarten':
      return growKindergarten(plot);
    case 'sports-park':
      return growSportsPark(plot);
    case 'substation':
      return growSubstation(plot);
    case 'energy-drum':
      return growEnergyStation(plot, 'drum', name);
    case 'energy-blades':
      return growEnergyStation(plot, 'blades', name);
    case 'energy-terrace':
      return growEnergyStation(plot, 'terrace', name);
    case 'energy-arc':
      return growEnergyStation(plot, 'arc', name);
  }
}
