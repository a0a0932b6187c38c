import type { TrafficWords } from './traffic-words-shape';

/** What traffic and its changes are called in English. */
export const trafficWords: TrafficWords = {
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
    'traffic.trips-let-through': {
      name: 'Vehicles let through',
      formula:
        'Vehicles that had stood first in their lane for so long that the others let them through, since the start.',
    },
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
  },
};
