import type { Kpi } from './kpi';

/** Figures of the galleries. */
export const tunnelKpis = {
  'tunnel.alarms': {
    unit: 'count',
    better: 'less',
    deadband: 0,
    formula: 'alarms of gas, fire and water in galleries since the start; what is only looked at does not count',
  },
  'tunnel.false-alarms': {
    unit: 'count',
    better: 'less',
    deadband: 0,
    formula: 'of those, alarms of gas where none leaked',
  },
  'tunnel.highest-gas': {
    unit: '%',
    better: 'less',
    deadband: 0.01,
    formula: 'highest share of the lower explosive limit that the air under a roof has reached since the start',
  },
  'tunnel.gas-released': {
    unit: 'kg',
    better: 'less',
    deadband: 0.005,
    formula: 'gas that has come out of mains in galleries since the start',
  },
  'tunnel.explosive-air': {
    unit: 'm³·h',
    better: 'less',
    deadband: 0.01,
    formula: 'air above the lower explosive limit, by volume and time, since the start',
  },
  'tunnel.detection-time': {
    unit: 's',
    better: 'less',
    deadband: 0.01,
    formula:
      'from the beginning of a leak, fire or inflow to the alarm or a robot’s find; those not yet found count to now',
  },
  'tunnel.highest-temperature': {
    unit: '°C',
    better: 'less',
    deadband: 0.005,
    formula: 'highest mean temperature of the air of a section since the start, but for sections on fire',
  },
  'tunnel.highest-water': {
    unit: 'm',
    better: 'less',
    deadband: 0.01,
    formula: 'highest level above the lowest place of a section’s floor since the start',
  },
  'tunnel.sections-drowned': {
    unit: 'count',
    better: 'less',
    deadband: 0,
    formula: 'sections whose boards, pumps and detectors stand in water or wait to be replaced, now',
  },
  'tunnel.fan-energy': {
    unit: 'kWh',
    better: 'less',
    deadband: 0.01,
    formula: 'electricity that fans of galleries have taken since the start',
  },
  'tunnel.crew-hours': {
    unit: 'h',
    better: 'less',
    deadband: 0.01,
    formula: 'time that repair crews have been on the way to, waiting at and working in galleries since the start',
  },
  'tunnel.cables-lost': {
    unit: 'count',
    better: 'less',
    deadband: 0,
    formula: 'cables that have burnt through in galleries since the start',
  },
} as const satisfies Record<string, Kpi>;
