import type { TunnelWords } from './tunnel-words-shape';

/** What galleries and what goes on in them are called in English. */
export const tunnelWords: TunnelWords = {
  kpis: {
    'tunnel.alarms': {
      name: 'Tunnel alarms',
      formula:
        'Alarms of gas, fire and water in utility tunnels since the start; pre-alarms, which somebody only looks at, do not count.',
    },
    'tunnel.false-alarms': { name: 'False alarms', formula: 'Of those, alarms of gas where none leaked.' },
    'tunnel.highest-gas': {
      name: 'Gas, highest',
      formula:
        'Highest share of the lower explosive limit of methane that the air under a roof has reached since the start.',
    },
    'tunnel.gas-released': {
      name: 'Gas released',
      formula: 'Gas that has come out of mains inside tunnels since the start.',
    },
    'tunnel.explosive-air': {
      name: 'Explosive air',
      formula: 'Air above the lower explosive limit, its volume times how long it was so, since the start.',
    },
    'tunnel.detection-time': {
      name: 'Time to detect',
      formula:
        'From the beginning of a leak, a fire or an inflow to the alarm or to a robot’s find, averaged; what nobody has found yet counts to now.',
    },
    'tunnel.highest-temperature': {
      name: 'Tunnel air, warmest',
      formula: 'Highest mean temperature of a section’s air since the start; sections on fire are left out.',
    },
    'tunnel.highest-water': {
      name: 'Water in tunnels, highest',
      formula: 'Highest level above the lowest place of a section’s floor since the start.',
    },
    'tunnel.sections-drowned': {
      name: 'Sections drowned',
      formula: 'Sections whose boards, pumps and detectors stand in water or wait to be replaced, now.',
    },
    'tunnel.fan-energy': {
      name: 'Fans of tunnels',
      formula: 'Electricity that the fans of tunnels have taken since the start.',
    },
    'tunnel.crew-hours': {
      name: 'Crews in tunnels',
      formula: 'Time that crews have been on the way to tunnels, waiting there and working in them since the start.',
    },
    'tunnel.cables-lost': {
      name: 'Cables burnt',
      formula: 'Cables that have burnt through in tunnels since the start.',
    },
  },
  kinds: {
    'gas-leak': {
      name: 'Gas leak in a tunnel',
      does: 'The gas main in a section gets a hole. Gas gathers under the roof; detectors, fans, valves and people do what the rules have for it, and who hangs on the main may go short. Ends when the hole is mended.',
      fields: { hole: { name: 'Hole' }, place: { name: 'Along the section' } },
    },
    'gallery-flooding': {
      name: 'Flood a tunnel',
      does: 'Water comes into a section. Pumps hold it as far as they can and as long as they have power; boards and detectors drown, sound cables do not.',
      fields: {
        inflow: { name: 'Water' },
        pumps: { name: 'Pumps', options: { 'as-built': 'As built', 'out-of-order': 'Out of order' } },
      },
    },
    'gallery-fire': {
      name: 'Fire in a tunnel',
      does: 'Cables in a section catch fire. Fans and dampers shut, suppression comes on, cables burn through with all that hangs on them.',
      fields: {
        growth: {
          name: 'Grows',
          options: { slow: 'Slowly', medium: 'As most fires', fast: 'Fast', 'ultra-fast': 'Very fast' },
        },
      },
    },
    'gallery-ventilation': {
      name: 'Tunnel fans',
      does: 'Fans move less air, to save or since they are broken. Saved ones still start at an alarm; broken ones do not.',
      fields: {
        share: { name: 'Of the usual air' },
        why: { name: 'Because', options: { saving: 'They are set lower', failure: 'They are broken' } },
      },
    },
    'inspection-robots': {
      name: 'Inspection robots',
      does: 'Robots run through every compartment and smell what fixed detectors do not.',
      fields: { interval: { name: 'Pass every' } },
    },
    'detector-faults': {
      name: 'Faulty gas detectors',
      does: 'Gas detectors read too much or too little, and some do not speak at all: alarms for nothing, or none where one is due.',
      fields: { bias: { name: 'Read too much by' }, dead: { name: 'Do not speak' } },
    },
    'gallery-orders': {
      name: 'Order to a tunnel',
      does: 'What an operator can order himself: take an alarm, burn off what a shut main still holds, set a section back to normal.',
      fields: {
        order: {
          name: 'Order',
          options: { acknowledge: 'Take the alarm', 'blow-down': 'Burn off the shut main', reset: 'Back to normal' },
        },
      },
    },
  },
  happeningTexts: {
    'tunnel.gas-pre-alarm': (p) => `Some gas in the tunnel: ${p.place}`,
    'tunnel.gas-pre-alarm-over': (p) => `No more gas in the tunnel: ${p.place}`,
    'tunnel.gas-alarm': (p) => `Gas alarm in the tunnel: ${p.place}`,
    'tunnel.gas-cut-off': (p) => `Gas main shut off in the tunnel: ${p.place}`,
    'tunnel.gas-acknowledged': (p) => `The control centre has taken the alarm: ${p.place}`,
    'tunnel.gas-purged': (p) => `The air is clean again: ${p.place}`,
    'tunnel.gas-reset': (p) => `Back to normal, gas flows again: ${p.place}`,
    'tunnel.robot-found-gas': (p) => `A robot has smelt gas: ${p.place}`,
    'tunnel.water-high': (p) => `Water on the tunnel’s floor: ${p.place}`,
    'tunnel.water-valves-shut': (p) => `Water main shut off in the tunnel: ${p.place}`,
    'tunnel.boards-off': (p) => `Low-voltage supply switched off before the water: ${p.place}`,
    'tunnel.boards-drowned': (p) => `Boards, pumps and detectors have drowned: ${p.place}`,
    'tunnel.section-dry': (p) => `Dry and in order again: ${p.place}`,
    'tunnel.water-on-road': (p) => `The tunnel is full, water comes up its shafts: ${p.place}`,
    'tunnel.fire-alarm': (p) => `Fire alarm in the tunnel: ${p.place}`,
    'tunnel.suppression-on': (p) => `Suppression is on: ${p.place}`,
    'tunnel.fire-out': (p) => `The fire is out: ${p.place}`,
    'tunnel.smoke-cleared': (p) => `The smoke has been drawn off: ${p.place}`,
    'tunnel.cable-burnt': (p) => `A cable has burnt through: ${p.place}`,
    'tunnel.fibre-burnt': (p) => `Telecom fibres burnt through: ${p.place}`,
    'tunnel.cable-hot': (p) => `A cable is hotter than it may be: ${p.place}`,
    'tunnel.cables-switched-off': (p) => `Firefighters have the other cables there switched off: ${p.place}`,
    'tunnel.section-dark': (p) => `No power in the tunnel: ${p.place}`,
    'tunnel.section-lit': (p) => `Power is back in the tunnel: ${p.place}`,
    'tunnel.road-shut': (p) => `The road above is shut and cleared: ${p.place}`,
    'tunnel.road-free': (p) => `The road above is free again: ${p.place}`,
    'tunnel.crew-called': (p) => `A crew sets out to the tunnel: ${p.place}`,
    'tunnel.crew-there': (p) => `The crew is there: ${p.place}`,
    'tunnel.crew-done': (p) => `The crew has mended it: ${p.place}`,
    'tunnel.nothing-found': (p) => `The crew has found nothing: ${p.place}`,
    'tunnel.crew-cannot-come': (p) => `No way for the crew to get there: ${p.place}`,
  },
};
