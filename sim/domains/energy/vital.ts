/** Where nobody may go without power; the scene's uses of buildings. */
export const VITAL_USES: ReadonlySet<string> = new Set([
  'hospital',
  'fire-station',
  'utility',
  'energy-station',
  'substation',
]);
