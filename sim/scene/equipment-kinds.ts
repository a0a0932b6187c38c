/** What stands in galleries; its place here is its number in frames, saved runs and shaders. */
export const equipmentKinds = [
  'fan',
  'damper',
  'door',
  'sump-pump',
  'low-voltage-board',
  'gas-detector',
  'oxygen-sensor',
  'temperature-sensor',
  'smoke-detector',
  'level-sensor',
  'shut-off-valve',
  'suppression',
  'camera',
] as const;
export type EquipmentKind = (typeof equipmentKinds)[number];
