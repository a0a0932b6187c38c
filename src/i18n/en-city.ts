import type { CityWords } from './city-words-shape';
import { drainageWords } from './en-drainage';
import { energyWords } from './en-energy';
import { telecomWords } from './en-telecom';
import { tunnelWords } from './en-tunnel';
import { waterWords } from './en-water';
import { worksWords } from './en-works';
import { inEnglish } from './plural';

/** What the city's own things are called in English. */
export const cityWords: CityWords = {
  kpis: {
    'traffic.trips-inserted': {
      name: 'Trips set out',
      formula: 'Trips that have entered the network since the start.',
    },
    'traffic.trips-arrived': {
      name: 'Trips arrived',
      formula: 'Trips that have reached their destination since the start.',
    },
    'traffic.trips-waiting': {
      name: 'Waiting to set out',
      formula: 'Trips whose departure is due and that have found no room to enter.',
    },
    'traffic.trips-running': { name: 'Vehicles under way', formula: 'Vehicles in the network now.' },
    'traffic.trips-stuck': { name: 'Vehicles stuck', formula: 'Vehicles that have not moved for five minutes.' },
    'traffic.trips-diverted': {
      name: 'Trips diverted',
      formula:
        'Trips that changed route or destination because a road was shut, or took the quicker way that they were told of.',
    },
    'traffic.mean-duration': {
      name: 'Mean travel time',
      formula:
        'Time from entering to arriving, or to now for trips under way, averaged over all trips that have set out since the start.',
    },
    'traffic.mean-time-loss': {
      name: 'Mean time lost',
      formula:
        'Time lost by driving slower than the driver could on an empty lane, averaged over all trips that have set out since the start; without the wait to enter.',
    },
    'traffic.mean-waiting': {
      name: 'Mean time standing',
      formula: 'Time below 0.1 m/s, averaged over all trips that have set out.',
    },
    'traffic.mean-insertion-delay': {
      name: 'Mean wait to enter',
      formula:
        'Time from when a trip was due to when it found room to enter, or to now, averaged over all trips that were due.',
    },
    'traffic.parking-search': {
      name: 'Search for parking',
      formula:
        'Time from finding a street full to turning into one with a space, or to now, averaged over all trips that wanted a public space, those who gave up included.',
    },
    'traffic.walkers-crossed': {
      name: 'Streets crossed on foot',
      formula: 'How often somebody has crossed a street by a marked crossing since the start.',
    },
    'traffic.walker-delay': {
      name: 'Wait to cross on foot',
      formula:
        'Time waited at kerbs and refuges, averaged over all who have come to a marked crossing since the start.',
    },
    'traffic.delay': {
      name: 'Delay of all together',
      formula:
        'Time of all trips together less what their distance takes at the limits of the unchanged city, plus the wait to enter.',
    },
    'traffic.bus-time-loss': {
      name: 'Time lost by buses',
      formula:
        'Time lost by buses against an empty lane, averaged over all buses that have set out; standing at stops is none.',
    },
    'traffic.bus-delay': {
      name: 'Buses behind time',
      formula:
        'Arrival at a stop after the time of the timetable, averaged over all stops made since the start and those that are overdue now; early counts as none.',
    },
    'traffic.bus-wait': {
      name: 'Wait for the bus',
      formula:
        'Time from coming to a stop to getting into a bus, or to now, averaged over all who have got in since the start and those who wait.',
    },
    'traffic.bus-headway-variation': {
      name: 'Irregularity of buses',
      formula:
        'Standard deviation of the differences between headways and those of the timetable, over the mean headway of the timetable, at all stops since the start (Transit Capacity and Quality of Service Manual). 0 is a bus every so many minutes exactly; near 1 they come in pairs.',
    },
    'traffic.bus-passengers-carried': {
      name: 'Passengers carried',
      formula: 'People who have reached the last stop of their way by bus since the start.',
    },
    'traffic.bus-passengers-aboard': { name: 'Passengers in buses', formula: 'People in buses now.' },
    'traffic.bus-passengers-waiting': { name: 'People at bus stops', formula: 'People who wait at stops now.' },
    'traffic.bus-passengers-left-behind': {
      name: 'Left behind at stops',
      formula: 'How often somebody could not get into a bus that came because it was full, since the start.',
    },
    'traffic.distance': { name: 'Distance driven', formula: 'Distance driven by all vehicles since the start.' },
    'traffic.crash-severity': {
      name: 'Severity of crashes',
      formula:
        'The fourth power of speed, averaged over all distance driven since the start; 1 is everybody at 50 km/h (Nilsson’s power model of deadly crashes).',
    },
    'traffic.mean-speed': {
      name: 'Mean speed',
      formula: 'Distance driven over time spent, all vehicles, over the last minute.',
    },
    'traffic.control-delay': {
      name: 'Delay at junctions',
      formula:
        'Time lost at junctions per vehicle that came to one, over the last quarter of an hour: from entering the approach to leaving the junction, less the driver’s free time (control delay of the Highway Capacity Manual).',
    },
    'traffic.stops': {
      name: 'Stops',
      formula:
        'Stops per vehicle and junction over the last quarter of an hour; below 0.1 m/s after more than 2.2 m/s counts as one.',
    },
    'traffic.junctions-at-f': {
      name: 'Junctions at level F',
      formula: 'Junctions at level of service F over the last quarter of an hour (Highway Capacity Manual).',
    },
    'traffic.approaches-over-capacity': {
      name: 'Approaches over capacity',
      formula:
        'Approaches of signals where more came in the last quarter of an hour than their green could let through (v/c above 1).',
    },
    'traffic.queue-95': {
      name: 'Longest queue',
      formula:
        'The longest back of queue of all lanes that one signal cycle in twenty exceeded, over the last quarter of an hour.',
    },
    'traffic.co2': {
      name: 'Carbon dioxide',
      formula:
        'From the fuel burnt on the road (IPCC 2006: 69.3 g/MJ petrol, 74.1 g/MJ diesel); fuel from road load and engine friction.',
    },
    'traffic.nox': {
      name: 'Nitrogen oxides',
      formula:
        'From exhausts by speed and acceleration (Int Panis et al. 2006), scaled to China 6 by the ratio of limits.',
    },
    'traffic.voc': {
      name: 'Volatile organics',
      formula: 'From exhausts, reckoned like nitrogen oxides; without evaporation.',
    },
    'traffic.particles': {
      name: 'Particles',
      formula: 'From exhausts, reckoned like nitrogen oxides; without tyres and brakes.',
    },
    'traffic.fuel-energy': {
      name: 'Fuel energy',
      formula: 'Chemical energy of the fuel burnt on the road.',
    },
    'traffic.electric-energy': {
      name: 'Electric energy',
      formula: 'Drawn from vehicles’ batteries, less what braking gave back.',
    },
    'traffic.charged-at-sites': {
      name: 'Charged at sites',
      formula: 'Energy that charging sites have drawn from the grid for cars, since the start.',
    },
    'traffic.charged-at-homes': {
      name: 'Charged at homes',
      formula: 'Energy that cars have drawn at their owners’ own chargers, since the start.',
    },
    'traffic.cars-ready': {
      name: 'Cars ready in time',
      formula:
        'Of all cars that have left their chargers at home, those that had what charging at once would have given them by then, but for a quarter of a kWh.',
    },
    'traffic.charging-peak': {
      name: 'Charging peak',
      formula:
        'Highest mean power of all sites and homes together over a quarter of an hour, counted from the start; one that is not over counts with its energy so far.',
    },
    'traffic.charging-wait': {
      name: 'Wait for a plug',
      formula:
        'Time from coming to a charging site to having a plug, to giving up, or to now, averaged over all cars that came to one.',
    },
    'traffic.left-uncharged': {
      name: 'Left without charging',
      formula: 'Cars that gave up waiting for a plug.',
    },
    'traffic.lowest-charge': {
      name: 'Lowest charge',
      formula:
        'Lowest state of charge that any person’s electric car has had at the end of a way, or has on the road now.',
    },
    'traffic.cars-stranded': {
      name: 'Cars run empty',
      formula: 'Ways on which the cells of a car ran empty; in the city it stands where it is until help has come.',
    },
    'traffic.ambulance-response': {
      name: 'Ambulance response',
      formula:
        'From the call to arrival on the scene, averaged over all calls; those not yet reached count with the time so far.',
    },
    'traffic.ambulance-response-90': {
      name: 'Ambulance response, 90 %',
      formula: 'Likewise, what nine calls in ten do not exceed.',
    },
    'traffic.fire-response': {
      name: 'Fire engine response',
      formula:
        'From the call to arrival of the fire engine, averaged over all calls; those not yet reached count with the time so far.',
    },
    'traffic.ambulance-reach': {
      name: 'Reach of ambulances',
      formula:
        'Drive from the nearest hospital to a road at the speeds of the moment, averaged over all roads by length; onto a shut road on foot from its nearer end.',
    },
    'traffic.fire-reach': {
      name: 'Reach of fire engines',
      formula:
        'Drive from the nearest fire station to a road at the speeds of the moment, averaged over all roads by length; onto a shut road on foot from its nearer end.',
    },
    ...energyWords.kpis,
    ...tunnelWords.kpis,
    ...waterWords.kpis,
    ...telecomWords.kpis,
    ...drainageWords.kpis,
    ...worksWords.kpis,
  },

  kinds: {
    'close-road': {
      name: 'Close a road',
      does: 'Shuts a road or some of its lanes: works, a police line, a burst main. Drivers look for another way.',
      fields: {
        lanes: {
          name: 'Which lanes',
          options: { all: 'all of them', kerb: 'those at the kerb', middle: 'those in the middle' },
        },
        laneCount: { name: 'How many lanes' },
        bothDirections: { name: 'Both directions' },
      },
    },
    'limit-speed': {
      name: 'Change a speed limit',
      does: 'Another limit on a road, lower or higher. Slower is safer; what it costs in time is computed.',
      fields: { limitKmh: { name: 'Limit' }, bothDirections: { name: 'Both directions' } },
    },
    'call-help': {
      name: 'Call for help',
      does: 'Somebody calls: ambulances and fire engines are sent from where they can be there first, and signals that know them let them through. If it ends before they arrive, they turn back.',
      fields: { ambulances: { name: 'Ambulances' }, fireEngines: { name: 'Fire engines' } },
    },
    crash: {
      name: 'Crash',
      does: 'The next car to come by stops there and blocks its lane until the place is cleared; the others find their way around it. Its passengers lose time too.',
      fields: {
        lanes: {
          name: 'Which lanes',
          options: { all: 'all of them', kerb: 'those at the kerb', middle: 'those in the middle' },
        },
        laneCount: { name: 'How many lanes' },
        placePercent: { name: 'How far along the road' },
        clearanceMinutes: { name: 'Cleared after' },
      },
    },
    'one-way': {
      name: 'Make a road one-way',
      does: 'The road stays open in the direction that you choose and is shut in the other.',
      fields: {},
    },
    'reserve-lane': {
      name: 'Bus lane',
      does: 'Keeps a lane for buses; ambulances and fire engines may use it, and so may whoever must turn off from it. Where the road is full, the others wait longer.',
      fields: {
        lane: { name: 'Which lane', options: { kerb: 'at the kerb', middle: 'in the middle' } },
        bothDirections: { name: 'Both directions' },
      },
    },
    'filter-traffic': {
      name: 'End through traffic',
      does: 'Cars drive to and from what lies on these streets, but no longer through them. Who has no other way has the key.',
      fields: {
        by: {
          name: 'By',
          options: { cameras: 'cameras: buses and ambulances pass', bollards: 'bollards: only bicycles pass' },
        },
        bothDirections: { name: 'Both directions' },
      },
    },
    'charge-driving': {
      name: 'Congestion charge',
      does: 'Driving into the chosen streets costs money. Some leave the car at home, and who would only pass through drives around them. Other times and other destinations are not modelled.',
      fields: { yuan: { name: 'Charge for driving in' }, bothDirections: { name: 'Both directions' } },
    },
    'green-wave': {
      name: 'Green wave',
      does: 'The signals of a street let through who keeps to one speed, from the end at which you choose the first of them. The side streets and the other direction get what is left.',
      fields: { speedKmh: { name: 'Speed of the wave' }, backwards: { name: 'In the other direction' } },
    },
    'control-signals': {
      name: 'Signals that follow the traffic',
      does: 'Green goes to where the pressure of the queues is greatest, or the times are worked out anew from what was counted (Webster’s method).',
      fields: {
        by: { name: 'Goes by', options: { pressure: 'pressure of the queues', counts: 'what was counted' } },
        everyMinutes: { name: 'Worked out every' },
      },
    },
    'favour-vehicles': {
      name: 'Priority at signals',
      does: 'A signal that sees one of them coming holds its green for it, or gives it green sooner. The others wait a little longer there.',
      fields: {
        who: {
          name: 'For whom',
          options: { emergency: 'ambulances and fire engines', bus: 'buses', both: 'all of them' },
        },
      },
    },
    'open-planned-road': {
      name: 'Open a planned road',
      does: 'Opens a road that the city has on its plans. It need not help: sometimes a new road makes everyone slower, and then the figures say so.',
      fields: { bothDirections: { name: 'Both directions' } },
    },
    'guide-parking': {
      name: 'Parking guidance',
      does: 'Drivers who find a street full are told which others nearby have a space. Prices are not modelled; where spaces are plenty, nothing changes.',
      fields: { sharePercent: { name: 'Streets whose spaces report' } },
    },
    'guide-drivers': {
      name: 'Route guidance',
      does: 'Drivers who are told go over to another way where it is clearly quicker now, as long as telecom reaches them. Where all are told the same, they may all meet on it.',
      fields: { sharePercent: { name: 'Drivers who are told' } },
    },
    'grow-city': {
      name: 'Growth',
      does: 'More or fewer people, and as many more trips: everybody else keeps his plans. Buildings and jobs grow along with them.',
      fields: { factor: { name: 'Times as many people' } },
    },
    'event-demand': {
      name: 'Hold an event',
      does: 'Multiplies the trips that come in and leave by a gate. Only the traffic on the road; crowds on foot are not modelled yet.',
      fields: { factor: { name: 'Times the usual trips' } },
    },
    ...energyWords.kinds,
    ...tunnelWords.kinds,
    ...waterWords.kinds,
    ...telecomWords.kinds,
    ...drainageWords.kinds,
    ...worksWords.kinds,
  },

  elements: {
    city: { one: 'the city', many: 'the city' },
    street: { one: 'a street', many: 'streets' },
    edge: { one: 'a stretch of road', many: 'stretches of road' },
    lane: { one: 'a lane', many: 'lanes' },
    turn: { one: 'a turn', many: 'turns' },
    junction: { one: 'a junction', many: 'junctions' },
    signal: { one: 'a signal', many: 'signals' },
    stop: { one: 'a bus stop', many: 'bus stops' },
    parking: { one: 'a car park', many: 'car parks' },
    'charging-site': { one: 'a charging site', many: 'charging sites' },
    building: { one: 'a building', many: 'buildings' },
    parcel: { one: 'a parcel', many: 'parcels' },
    gate: { one: 'a gate of the area', many: 'gates of the area' },
    bus: { one: 'a busbar', many: 'busbars' },
    branch: { one: 'a power line', many: 'power lines' },
    transformer: { one: 'a transformer', many: 'transformers' },
    'heat-node': { one: 'a heat node', many: 'heat nodes' },
    'cooling-node': { one: 'a cooling node', many: 'cooling nodes' },
    'heat-pipe': { one: 'a heat main', many: 'heat mains' },
    'cooling-pipe': { one: 'a cooling main', many: 'cooling mains' },
    'gas-main': { one: 'a gas main', many: 'gas mains' },
    'gas-node': { one: 'a gas node', many: 'gas nodes' },
    station: { one: 'an energy station', many: 'energy stations' },
    unit: { one: 'a machine of an energy station', many: 'machines of energy stations' },
    'water-pipe': { one: 'a water main', many: 'water mains' },
    'water-node': { one: 'a water node', many: 'water nodes' },
    'water-pump': { one: 'a water pump', many: 'water pumps' },
    'drain-node': { one: 'a drain', many: 'drains' },
    'drain-pump': { one: 'a drain pump', many: 'drain pumps' },
    'telecom-node': { one: 'a telecom node', many: 'telecom nodes' },
    'gallery-section': { one: 'a tunnel section', many: 'tunnel sections' },
    hospital: { one: 'a hospital', many: 'hospitals' },
    'fire-station': { one: 'a fire station', many: 'fire stations' },
    sensor: { one: 'a sensor', many: 'sensors' },
  },

  buildingUses: {
    housing: 'Homes',
    dormitory: 'Dormitory',
    office: 'Offices',
    research: 'Research',
    commerce: 'Shops',
    hotel: 'Hotel',
    industry: 'Industry',
    logistics: 'Logistics',
    school: 'School',
    kindergarten: 'Kindergarten',
    hospital: 'Hospital',
    culture: 'Culture',
    civic: 'Public services',
    'energy-station': 'Energy station',
    substation: 'Substation',
    'fire-station': 'Fire station',
    depot: 'Depot',
    'car-park': 'Car park',
    utility: 'Utility building',
  },

  units: {
    s: 's',
    min: 'min',
    h: 'h',
    mm: 'mm',
    'mm/h': 'mm/h',
    years: 'years',
    m: 'm',
    km: 'km',
    'm/s': 'm/s',
    'km/h': 'km/h',
    veh: 'veh',
    veh·km: 'veh km',
    veh·h: 'veh h',
    trips: 'trips',
    fraction: '',
    '%': '%',
    kW: 'kW',
    kWh: 'kWh',
    A: 'A',
    V: 'V',
    kV: 'kV',
    '°C': '°C',
    K: 'K',
    Pa: 'Pa',
    kPa: 'kPa',
    kg: 'kg',
    'kg/h': 'kg/h',
    'kg/s': 'kg/s',
    'm³': 'm³',
    'm³/h': 'm³/h',
    'm³/s': 'm³/s',
    'm³·h': 'm³ h',
    mu: 'mu',
    kgce: 'kgce',
    'tce/10k ¥': 'tce/10k ¥',
    t: 't',
    persons: 'persons',
    '¥': '¥',
    count: '',
    1: '',
  },

  unitsOfOne: { trips: 'trip', persons: 'person' },

  happeningTexts: {
    ...energyWords.happeningTexts,
    ...tunnelWords.happeningTexts,
    ...waterWords.happeningTexts,
    ...telecomWords.happeningTexts,
    ...drainageWords.happeningTexts,
    ...worksWords.happeningTexts,
    'intervention.started': (p) => `Your change begins: ${p.place}`,
    'intervention.changed': (p) => `Your change is altered: ${p.place}`,
    'intervention.ended': (p) => `Your change ends: ${p.place}`,
    'traffic.road-closed': (p) => `${p.place} is shut`,
    'traffic.road-opened': (p) => `${p.place} is open again`,
    'traffic.queue-spillback': (p) => `A queue stands all along ${p.place}`,
    'traffic.queue-cleared': (p) => `Queue on ${p.place} has cleared`,
    'traffic.signal-dark': (p) => `Signals dark at ${p.place}`,
    'traffic.signal-lit': (p) => `Signals work again at ${p.place}`,
    'traffic.car-stranded': (p) => `An electric car has run empty on ${p.place}`,
    'traffic.crash': (p) => `Crash on ${p.place}`,
    'traffic.crash-cleared': (p) => `The crash on ${p.place} is cleared`,
    'traffic.crash-known': (p) => `Somebody knows of the crash: ${p.place}`,
    'traffic.ambulance-called': (p) => `An ambulance is called to ${p.place}`,
    'traffic.ambulance-arrived': (p) => `The ambulance is there: ${p.place}`,
    'traffic.fire-engine-called': (p) => `A fire engine is called to ${p.place}`,
    'traffic.fire-engine-arrived': (p) => `The fire engine is there: ${p.place}`,
    'traffic.call-unheard': (p) => `A call from ${p.place} was not taken: there are too many`,
    'traffic.vehicle-stuck': (p) => `A vehicle has not moved for five minutes on ${p.place}`,
  },

  problemTexts: {
    file: 'It is no file that can be read here.',
    'scene.disk-full': 'The city is sound, and the disk has no room for it.',
    'scene.not-kept': 'The city is sound, but this browser keeps nothing (a private window?).',
    sumo: 'The network of SUMO cannot be read.',
    epanet: 'The network of EPANET cannot be read.',
    matpower: 'The case of MATPOWER cannot be read.',
    xml: 'It is no sound XML.',
    kept: 'A kept scenario cannot be read.',
    link: 'The link does not carry a whole scenario of this city.',
    scene: 'A file of the city has an error.',
    json: 'A file is not sound JSON.',
    intervention: 'The change cannot be made.',
    scenario: 'The scenario cannot be run.',
    'compare.same': 'Both are the same: nothing to compare.',
    'compare.other-run': 'They are not the same run: another city, day, hour or seed.',
    'engine.cancelled': 'It was cancelled.',
    engine: 'The engine could not do that.',
    twin: 'The run could not do that.',
    worker: 'The engine’s worker failed.',
    host: 'The engine’s worker failed.',
    state: 'The saved state cannot be used.',
    command: 'The engine does not know that command.',
    diff: 'The step does not fit the list of changes.',
    timeline: 'The run’s log cannot be read.',
    pace: 'That pace is not possible.',
    seek: 'That time is outside the run.',
    view: 'The city could not be drawn.',
    run: 'The run could not do that.',
    'intervention.over': 'It is over already.',
    'intervention.unknown': 'That change is not on the list.',
    'intervention.after-the-end': 'It would begin after the run has ended.',
    'intervention.never-began': 'It had not begun, and is off the list.',
    'intervention.started-late': 'Its start has passed; it acts from now on.',
    'twin.failed': 'The run has broken off.',
    'scenario.scene-has-changed': 'The city has changed since this scenario was made.',
    'intervention.conflict': 'It contradicts another change at the same place and time.',
    'intervention.target-count': 'Too few or too many places are chosen.',
    'intervention.unknown-element': 'A chosen place does not exist in this city.',
    'intervention.duplicate-target': 'A place is chosen twice.',
    'intervention.duplicate-id': 'Another change has this name already.',
    'intervention.too-many-lanes': 'A chosen road has fewer lanes than that.',
    'intervention.too-few-lanes': 'A chosen road has only one lane each way.',
    'intervention.gallery-in-pieces': 'The streets of a gallery must hang together.',
    'intervention.gallery-empty': 'Choose at least one kind of line that moves in.',
    'intervention.too-few-compartments':
      'These lines need more compartments: gas lies alone, and heat does not share one with power cables.',
    'intervention.nothing-buried': 'No such lines lie buried in the chosen streets.',
    'intervention.nobody-called': 'Call at least one ambulance or fire engine.',
    'intervention.no-service': 'This city has no hospital or fire station that could send one.',
    'intervention.no-gas': 'A chosen station has no gas.',
    'intervention.no-heat-loop': 'A chosen station feeds no heating loop.',
    'intervention.no-gas-gate': 'This city has no gas supply.',
    'intervention.hole-too-large': 'The hole is wider than a chosen water main.',
    'intervention.no-valve': 'A chosen water main has no valves.',
    'intervention.no-telecom': 'This city has no telecom network.',
    'intervention.no-water': 'A chosen building has no water.',
    'intervention.no-machine': 'A chosen unit is photovoltaics or wind, not a machine of the station.',
    'intervention.too-many-machines': 'A chosen unit has fewer machines than that.',
    'intervention.no-window': 'The hours must end at another time than they begin.',
    'intervention.no-gas-main': 'A chosen section has no gas main: only gas compartments leak.',
    'intervention.no-galleries': 'This city has no utility tunnels.',
    'intervention.no-roof': 'No chosen roof has room for photovoltaics.',
    'intervention.not-planned': 'A chosen road is open already.',
    'intervention.nobody-to-grow': 'This city has neither people nor gates.',
    'intervention.no-parking': 'Nobody here looks for a public parking space.',
    'intervention.no-opposite': 'A chosen road has no other direction.',
    'intervention.both-directions': 'Both directions of a road are chosen: choose the one that stays open.',
    'intervention.no-way-between': 'No road leads from one of the signals to the next.',
    'intervention.no-green': 'A chosen signal has no green for the way along the street.',
    'intervention.switches-together': 'Two of the signals are one, and switch together.',
    'intervention.ends-before-it-begins': 'It would end before it begins.',
    'intervention.domain-not-running': 'The part of the city it acts on takes no part in this run.',
    'intervention.unknown-kind': 'This kind of change is not known.',
    'intervention.count': 'There are too many changes.',
    'intervention.type': 'A setting has the wrong form.',
    'intervention.range': 'A setting is out of range.',
    'intervention.missing': 'A setting is missing.',
    'intervention.unknown-key': 'A setting is not known.',
    'scene.not-served': 'The server has no such file; there may be no city of this name.',
    'scene.not-found': 'There is no such city here.',
    'scene.absent-file': 'A file that the city names is not there.',
    'scene.version': 'The city was written for another version.',
    'json.too-large': 'A file is larger than it may be.',
  },

  mains: {
    'water-pipe': 'Water main',
    'gas-main': 'Gas main',
    'heat-pipe': 'Heat main',
    'cooling-pipe': 'Cooling main',
    'water-pump': 'Water pump',
    'drain-pump': 'Drain pump',
    'telecom-node': 'Telecom node',
    'drain-node': 'Manhole',
    'water-node': 'Water node',
    'gas-node': 'Gas node',
    'heat-node': 'Heat node',
    'cooling-node': 'Cooling node',
  },
  places: {
    stretch: (p) => `${p.street}, ${p.from} to ${p.to}`,
    stretchFrom: (p) => `${p.street}, from ${p.from}`,
    stretchTo: (p) => `${p.street}, to ${p.to}`,
    junction: (p) => `${p.a} / ${p.b}`,
    junctionOn: (p) => `Junction on ${p.street}`,
    gate: (p) => `Gate at ${p.street}`,
    building: (p) => `${p.use}, ${p.floors} ${inEnglish(p.floors, 'floor', 'floors')}`,
    main: (p) => `${p.what} DN${p.diameterMm}, ${p.street}`,
    under: (p) => `${p.what}, ${p.street}`,
    another: (p) => `${p.name} (${p.number})`,
    unnamedStreet: 'Unnamed road',
    unnamed: (p) => `${p.what} ${p.id}`,
  },
};
