import type { BuildingUse } from '../../../scene/schema/buildings';
import type { Tags } from '../read/osm-data';

/** building=* where it says what the house is for; `yes` and its like say nothing. */
const byBuilding: Readonly<Record<string, BuildingUse>> = {
  apartments: 'housing',
  residential: 'housing',
  house: 'housing',
  detached: 'housing',
  terrace: 'housing',
  semidetached_house: 'housing',
  semi: 'housing',
  bungalow: 'housing',
  cabin: 'housing',
  farm: 'housing',
  houseboat: 'housing',
  static_caravan: 'housing',
  dormitory: 'dormitory',
  barracks: 'dormitory',
  hotel: 'hotel',
  office: 'office',
  commercial: 'commerce',
  retail: 'commerce',
  supermarket: 'commerce',
  kiosk: 'commerce',
  shop: 'commerce',
  mall: 'commerce',
  industrial: 'industry',
  manufacture: 'industry',
  factory: 'industry',
  warehouse: 'logistics',
  storage_tank: 'utility',
  school: 'school',
  college: 'school',
  university: 'research',
  kindergarten: 'kindergarten',
  hospital: 'hospital',
  clinic: 'hospital',
  church: 'culture',
  chapel: 'culture',
  cathedral: 'culture',
  mosque: 'culture',
  temple: 'culture',
  synagogue: 'culture',
  shrine: 'culture',
  religious: 'culture',
  museum: 'culture',
  theatre: 'culture',
  library: 'culture',
  sports_hall: 'culture',
  sports_centre: 'culture',
  stadium: 'culture',
  grandstand: 'culture',
  civic: 'civic',
  public: 'civic',
  government: 'civic',
  townhall: 'civic',
  fire_station: 'fire-station',
  parking: 'car-park',
  garages: 'utility',
  garage: 'utility',
  carport: 'utility',
  shed: 'utility',
  hut: 'utility',
  service: 'utility',
  transformer_tower: 'substation',
  train_station: 'civic',
  transportation: 'civic',
  barn: 'utility',
  stable: 'utility',
  greenhouse: 'utility',
  bunker: 'utility',
  toilets: 'utility',
  pavilion: 'culture',
  guardhouse: 'utility',
};

const byAmenity: Readonly<Record<string, BuildingUse>> = {
  school: 'school',
  kindergarten: 'kindergarten',
  childcare: 'kindergarten',
  university: 'research',
  college: 'school',
  research_institute: 'research',
  hospital: 'hospital',
  clinic: 'hospital',
  townhall: 'civic',
  courthouse: 'civic',
  police: 'civic',
  post_office: 'civic',
  community_centre: 'civic',
  social_facility: 'civic',
  library: 'culture',
  place_of_worship: 'culture',
  theatre: 'culture',
  cinema: 'culture',
  arts_centre: 'culture',
  fire_station: 'fire-station',
  parking: 'car-park',
  marketplace: 'commerce',
  bank: 'commerce',
  restaurant: 'commerce',
  cafe: 'commerce',
  pub: 'commerce',
  fast_food: 'commerce',
  fuel: 'commerce',
  pharmacy: 'commerce',
  bus_station: 'depot',
  toilets: 'utility',
  shelter: 'utility',
};

/** What a house is for, and whether that was said or only follows from its neighbourhood; undefined: nothing says. */
export function purposeOf(tags: Tags): BuildingUse | undefined {
  const building = tags.get('building') ?? '';
  const amenity = tags.get('amenity') ?? '';
  const power = tags.get('power');
  if (power === 'substation' || power === 'transformer') return 'substation';
  if (power === 'plant' || power === 'generator') return 'energy-station';
  const special = Object.hasOwn(byAmenity, amenity) ? byAmenity[amenity] : undefined;
  const plain = Object.hasOwn(byBuilding, building) ? byBuilding[building] : undefined;
  if (plain && plain !== 'commerce') return plain;
  if (special) return special;
  if (tags.has('healthcare')) return 'hospital';
  if (['hotel', 'hostel', 'guest_house', 'motel'].includes(tags.get('tourism') ?? '')) return 'hotel';
  if (['museum', 'gallery'].includes(tags.get('tourism') ?? '')) return 'culture';
  if (tags.has('office')) return 'office';
  if (tags.has('shop')) return 'commerce';
  if (['sports_centre', 'sports_hall', 'stadium'].includes(tags.get('leisure') ?? '')) return 'culture';
  return plain;
}
