import type { Place } from './projection';

/**
 * Which side one drives on, and by which clock, told by boxes of degrees: rough, smaller boxes first, and enough to be
 * right in a city of the country. Where none holds, traffic keeps right and the clock is UTC; the report says so.
 */
export interface Country {
  readonly code: string;
  readonly driveOn: 'left' | 'right';
  readonly timeZone: string;
}

type Row = readonly [code: string, side: 'l' | 'r', zone: string, w: number, s: number, e: number, n: number];

const rows: readonly Row[] = [
  ['HK', 'l', 'Asia/Hong_Kong', 113.83, 22.13, 114.45, 22.53],
  ['MO', 'l', 'Asia/Macau', 113.52, 22.1, 113.6, 22.217],
  ['SG', 'l', 'Asia/Singapore', 103.58, 1.14, 104.1, 1.475],
  ['TW', 'r', 'Asia/Taipei', 118.1, 21.8, 122.1, 26.4],
  ['KR', 'r', 'Asia/Seoul', 125.9, 33, 129.6, 38.6],
  ['JP', 'l', 'Asia/Tokyo', 129, 30, 132, 34.8],
  ['JP', 'l', 'Asia/Tokyo', 130.5, 30.9, 146, 45.6],
  ['JP', 'l', 'Asia/Tokyo', 122.9, 24, 131.4, 29],
  ['BD', 'l', 'Asia/Dhaka', 88.1, 20.6, 92.4, 26.2],
  ['NP', 'l', 'Asia/Kathmandu', 80.2, 26.6, 88.1, 29.4],
  ['LK', 'l', 'Asia/Colombo', 79.6, 5.9, 81.9, 9.9],
  ['TH', 'l', 'Asia/Bangkok', 97.4, 5.7, 102, 20.4],
  ['VN', 'r', 'Asia/Ho_Chi_Minh', 104.5, 8.4, 109.5, 22.8],
  ['MY', 'l', 'Asia/Kuala_Lumpur', 99.6, 1.2, 104.5, 6.8],
  ['ID', 'l', 'Asia/Jakarta', 95, -11, 141, 1.2],
  ['PK', 'l', 'Asia/Karachi', 61, 23.6, 74.5, 36.8],
  ['IN', 'l', 'Asia/Kolkata', 68.1, 6.7, 88.1, 35.5],
  ['IN', 'l', 'Asia/Kolkata', 88.1, 22, 97.3, 28.2],
  ['CN', 'r', 'Asia/Shanghai', 73.5, 18.1, 134.8, 53.6],
  ['NZ', 'l', 'Pacific/Auckland', 166, -47.5, 179, -34],
  ['AU', 'l', 'Australia/Perth', 112.9, -35.2, 129, -13.6],
  ['AU', 'l', 'Australia/Brisbane', 138, -29, 153.7, -10.6],
  ['AU', 'l', 'Australia/Adelaide', 129, -38.2, 141, -26],
  ['AU', 'l', 'Australia/Sydney', 141, -43.8, 153.7, -28],
  ['IE', 'l', 'Europe/Dublin', -10.6, 51.3, -6, 55.4],
  ['GB', 'l', 'Europe/London', -8.2, 54, -5.4, 55.4],
  ['GB', 'l', 'Europe/London', -6.5, 49.8, 1.8, 51.05],
  ['GB', 'l', 'Europe/London', -7.8, 51.05, 1.9, 61],
  ['MT', 'l', 'Europe/Malta', 14.1, 35.7, 14.7, 36.1],
  ['CY', 'l', 'Asia/Nicosia', 32.2, 34.5, 34.7, 35.8],
  ['ZA', 'l', 'Africa/Johannesburg', 16.4, -35, 33, -22],
  ['KE', 'l', 'Africa/Nairobi', 34, -4.7, 41.9, 5],
  ['TZ', 'l', 'Africa/Dar_es_Salaam', 30.8, -11.8, 40.5, -1],
  ['ZM', 'l', 'Africa/Lusaka', 22, -18, 33.5, -8.2],
  ['JM', 'l', 'America/Jamaica', -78.4, 17.6, -76.1, 18.6],
  ['DE', 'r', 'Europe/Berlin', 6, 47.3, 15, 55.1],
  ['FR', 'r', 'Europe/Paris', -4.8, 42.3, 7.6, 51.1],
  ['IT', 'r', 'Europe/Rome', 6.6, 36.6, 18.5, 47.1],
  ['ES', 'r', 'Europe/Madrid', -9.3, 36, 3.4, 43.8],
  ['US', 'r', 'America/Los_Angeles', -124.8, 32.5, -114, 49],
  ['US', 'r', 'America/Denver', -114, 31.3, -102, 49],
  ['US', 'r', 'America/Chicago', -102, 25.8, -86, 49],
  ['US', 'r', 'America/New_York', -86, 24.5, -66.9, 47.5],
];

export function countryAt({ latitudeDeg, longitudeDeg }: Place): Country | undefined {
  const row = rows.find(
    ([, , , west, south, east, north]) =>
      longitudeDeg >= west && longitudeDeg <= east && latitudeDeg >= south && latitudeDeg <= north,
  );
  return row && { code: row[0], driveOn: row[1] === 'l' ? 'left' : 'right', timeZone: row[2] };
}
