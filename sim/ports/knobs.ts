import type { ElementKind } from '../scene/compiled';

export interface Knob {
  readonly domain: string;
  /** Who hears it as well: what the owner does in a run, this one does where the owner takes no part. */
  readonly also?: string;
  readonly per: ElementKind;
  readonly unit: string;
}

/**
 * Everything an intervention may turn, on one page: whose it is, what it is turned on, in which unit. *Classes* are a
 * set of vehicle classes as a number: bit i for the i-th of the scene format's list (car, truck, bus, emergency, …).
 */
export const knobs = {
  /** 1 shuts the lane: nobody enters it any more; who is on it drives on to its end. */
  'lane.closed': { domain: 'traffic', per: 'lane', unit: 'fraction' },
  /** Only these classes may use the lane along the road; who turns off from it at its end may, whoever he is. */
  'lane.reserved': { domain: 'traffic', per: 'lane', unit: 'classes' },
  /** The next car to come by stops at this share of the lane's length and blocks it. */
  'lane.crash': { domain: 'traffic', per: 'lane', unit: 'fraction' },
  /** So many ambulances, and fire engines, are called to this road; called off when it is turned back. */
  'edge.ambulance-call': { domain: 'traffic', per: 'edge', unit: 'veh' },
  'edge.fire-call': { domain: 'traffic', per: 'edge', unit: 'veh' },
  'edge.speed-limit': { domain: 'traffic', per: 'edge', unit: 'm/s' },
  /** Only these classes may drive through; others begin or end their journeys there as before. */
  'edge.through': { domain: 'traffic', per: 'edge', unit: 'classes' },
  /** What it costs to drive into the streets that have this price; within them nothing more. */
  'edge.charge': { domain: 'traffic', per: 'edge', unit: '¥' },
  /** 1 opens a road that the scene holds as planned. */
  'edge.built': { domain: 'traffic', per: 'edge', unit: 'fraction' },
  /** Multiplies the people of the city and of its gates, and their trips; nobody there before changes his plans. */
  'city.growth': { domain: 'traffic', per: 'city', unit: 'fraction' },
  /** Share of private cars that are electric; what the home chargers of those on top of the usual give. */
  'city.electric-cars': { domain: 'traffic', also: 'energy', per: 'city', unit: 'fraction' },
  'city.home-charger': { domain: 'traffic', also: 'energy', per: 'city', unit: 'kW' },
  /** Hour of the day before which nobody begins to charge at home who could wait; free: as soon as he comes. */
  'city.charging-hour': { domain: 'traffic', also: 'energy', per: 'city', unit: 'h' },
  /** Share of the streets with parking whose free spaces drivers are told of. */
  'city.parking-guidance': { domain: 'traffic', per: 'city', unit: 'fraction' },
  /** Share of the drivers who are told where it is quicker, as they drive. */
  'city.route-guidance': { domain: 'traffic', per: 'city', unit: 'fraction' },
  /** Multiplies the trips that set out from or to a gate. */
  'gate.demand': { domain: 'traffic', per: 'gate', unit: 'fraction' },
  /** 0 fixed times, 3 the largest pressure. */
  'signal.control': { domain: 'traffic', per: 'signal', unit: 'count' },
  'signal.cycle': { domain: 'traffic', per: 'signal', unit: 's' },
  /** When in the cycle, counted from midnight, a phase begins: the first, unless the next knob says another. */
  'signal.offset': { domain: 'traffic', per: 'signal', unit: 's' },
  'signal.offset-phase': { domain: 'traffic', per: 'signal', unit: 'count' },
  /** Classes that get an early or a longer green. */
  'signal.priority': { domain: 'traffic', per: 'signal', unit: 'classes' },
  /** From one working out of its times from what was counted to the next; 0 never. */
  'signal.retime': { domain: 'traffic', per: 'signal', unit: 's' },
  /** 1 breaks it, or takes it out of service: its protection parts it from everything else. */
  'branch.out': { domain: 'energy', per: 'branch', unit: 'fraction' },
  'transformer.out': { domain: 'energy', per: 'transformer', unit: 'fraction' },
  'bus.out': { domain: 'energy', per: 'bus', unit: 'fraction' },
  /** 0 leaves all switching to people; 1, as built, lets automatic gear move by itself. */
  'city.automatic-switching': { domain: 'energy', per: 'city', unit: 'fraction' },
  /** Degrees on top of the weather's own, or below it; they come and go within half a day. */
  'city.heat-wave': { domain: 'energy', per: 'city', unit: 'K' },
  'city.cold-snap': { domain: 'energy', per: 'city', unit: 'K' },
  /** It is no warmer than this: air that comes within an hour, and goes within one. */
  'city.cold-air': { domain: 'energy', per: 'city', unit: '°C' },
  /** How far one sees through fog; free: there is none. */
  'city.fog': { domain: 'weather', per: 'city', unit: 'm' },
  /** Share of the sky that clouds come to cover, within minutes. */
  'city.clouds': { domain: 'energy', per: 'city', unit: 'fraction' },
  /** Photovoltaics that a roof gets on top of what it has: rows that face south, or pairs that face east and west. */
  'building.solar-south': { domain: 'energy', per: 'building', unit: 'kW' },
  'building.solar-east-west': { domain: 'energy', per: 'building', unit: 'kW' },
  /** Of light and devices, the share that is switched off; and how many degrees less rooms are heated and cooled. */
  'building.curtailed': { domain: 'energy', per: 'building', unit: 'fraction' },
  'building.set-point-offset': { domain: 'energy', per: 'building', unit: 'K' },
  /** Whether the control room calls customers to hold back: 1 once something has tripped, 2 as soon as it is foreseen. */
  'city.control-room': { domain: 'energy', per: 'city', unit: 'count' },
  /** How far it looks ahead, and at which share of the heat that trips it acts. */
  'city.foresight': { domain: 'energy', per: 'city', unit: 'min' },
  'city.foresight-threshold': { domain: 'energy', per: 'city', unit: 'fraction' },
  /** Of light and devices, what those who are called switch off, and for how long at a time. */
  'city.called-share': { domain: 'energy', per: 'city', unit: 'fraction' },
  'city.called-hours': { domain: 'energy', per: 'city', unit: 'h' },
  /** Another envelope: the number of a class, from the best (0, passive house) to the worst (3, old). */
  'building.envelope': { domain: 'energy', per: 'building', unit: 'count' },
  /** So many machines of a station's bank are out of order. */
  'unit.out': { domain: 'energy', per: 'unit', unit: 'count' },
  /** Share of the photovoltaics and wind turbines that the city was built with that is connected. */
  'city.renewables-in-use': { domain: 'energy', per: 'city', unit: 'fraction' },
  /** What a station is given on top of what it has: a battery's power and energy, engines, heat of ground-source pumps. */
  'station.battery-power': { domain: 'energy', per: 'station', unit: 'kW' },
  'station.battery-energy': { domain: 'energy', per: 'station', unit: 'kWh' },
  'station.engine-power': { domain: 'energy', per: 'station', unit: 'kW' },
  'station.ground-heat': { domain: 'energy', per: 'station', unit: 'kW' },
  /** What that battery is for: 0 what the plan makes of it, 1 to cut the peaks of what the park draws. */
  'station.battery-use': { domain: 'energy', per: 'station', unit: 'count' },
  /** How a station's engines run: 0 by plan, 1 by the heat that is asked for, 2 by the city's electric load. */
  'station.engine-mode': { domain: 'energy', per: 'station', unit: 'count' },
  /** What stations are planned for: 0 least cost, 1 least carbon, 2 least primary energy. */
  'city.dispatch-aim': { domain: 'energy', per: 'city', unit: 'count' },
  /** Of cars with a charger of their own, how many leave it to the network when they charge, and between which hours. */
  'city.managed-cars': { domain: 'energy', per: 'city', unit: 'fraction' },
  'city.managed-from': { domain: 'energy', per: 'city', unit: 'h' },
  'city.managed-until': { domain: 'energy', per: 'city', unit: 'h' },
  /** 1: and they give back. */
  'city.vehicle-to-grid': { domain: 'energy', per: 'city', unit: 'fraction' },
  /** What power costs at the peak over what it costs in the valley; and how far customers shift for it. */
  'city.peak-valley-ratio': { domain: 'energy', per: 'city', unit: '1' },
  'city.price-elasticity': { domain: 'energy', per: 'city', unit: '1' },
  /** Of cars with a charger of their own, how many wait for the valley. */
  'city.price-followers': { domain: 'energy', per: 'city', unit: 'fraction' },
  /** The voltage at which the park's own medium-voltage cables run. */
  'city.medium-voltage': { domain: 'energy', per: 'city', unit: 'kV' },
  /** 1: all lines hang on poles and towers instead of lying as cables in galleries and ducts. */
  'city.overhead-lines': { domain: 'energy', per: 'city', unit: 'fraction' },
  /** Parts a main: so much of its bore stands open to the air at either end. */
  'gas-pipe.out': { domain: 'energy', per: 'gas-main', unit: 'fraction' },
  /** A round hole of this diameter in a main that goes on serving. */
  'gas-pipe.leak': { domain: 'energy', per: 'gas-main', unit: 'mm' },
  /** A round hole of this diameter in the supply pipe of a pair. */
  'heat-pipe.burst': { domain: 'energy', per: 'heat-pipe', unit: 'mm' },
  'cooling-pipe.burst': { domain: 'energy', per: 'cooling-pipe', unit: 'mm' },
  /** What the gate at this node holds, as a share of what it was built for; 0 shuts it. */
  'gas-supply.pressure': { domain: 'energy', per: 'gas-node', unit: 'fraction' },
  /** How long a signal goes on without supply. */
  'signal.battery': { domain: 'energy', per: 'signal', unit: 's' },
  /** A round hole in the gas main of a section, and where along the section it is (0 its start, 1 its end; free: the middle). */
  'gallery-section.gas-hole': { domain: 'tunnel', per: 'gallery-section', unit: 'mm' },
  'gallery-section.hole-at': { domain: 'tunnel', per: 'gallery-section', unit: 'fraction' },
  /** Water that comes in from elsewhere: a joint that leaks, a cover that is gone. */
  'gallery-section.inflow': { domain: 'tunnel', per: 'gallery-section', unit: 'm³/h' },
  /** Cables catch fire in the middle; it grows slowly (1), as most do (2), fast (3) or very fast (4). */
  'gallery-section.fire': { domain: 'tunnel', per: 'gallery-section', unit: 'count' },
  /** Share of the usual air that fans are set to move while nothing is wrong; an alarm overrides it. */
  'gallery-section.ventilation': { domain: 'tunnel', per: 'gallery-section', unit: 'fraction' },
  /** 1: broken. Shares in between are of so many fans, pumps, detectors as there are. */
  'gallery-section.fans-out': { domain: 'tunnel', per: 'gallery-section', unit: 'fraction' },
  'gallery-section.pumps-out': { domain: 'tunnel', per: 'gallery-section', unit: 'fraction' },
  'gallery-section.detectors-out': { domain: 'tunnel', per: 'gallery-section', unit: 'fraction' },
  /** What gas detectors read above the truth, of the lower explosive limit. */
  'gallery-section.detector-bias': { domain: 'tunnel', per: 'gallery-section', unit: '%' },
  /** What operators do: take an alarm; burn off what a shut main holds; set a section back to normal. */
  'gallery-section.acknowledged': { domain: 'tunnel', per: 'gallery-section', unit: 'fraction' },
  'gallery-section.blow-down': { domain: 'tunnel', per: 'gallery-section', unit: 'fraction' },
  'gallery-section.reset': { domain: 'tunnel', per: 'gallery-section', unit: 'fraction' },
  /** From one passing of an inspection robot to the next, everywhere; free or 0: there are none. */
  'city.robot-interval': { domain: 'tunnel', per: 'city', unit: 'min' },
  /** A round hole of this diameter in the middle of a water main, until it is mended; mended, it stays so while the knob does. */
  'water-pipe.burst': { domain: 'water', per: 'water-pipe', unit: 'mm' },
  /** 1 shuts the valves at both ends of a water main. */
  'water-pipe.shut': { domain: 'water', per: 'water-pipe', unit: 'fraction' },
  'water-pump.out': { domain: 'water', per: 'water-pump', unit: 'fraction' },
  /** What hydrants at a node are opened for. */
  'water-node.fire-flow': { domain: 'water', per: 'water-node', unit: 'm³/s' },
  /** 1 silences a telecom node and all that speaks through it. */
  'telecom-node.out': { domain: 'telecom', per: 'telecom-node', unit: 'fraction' },
  /** Of each class, the share that a network covers; free: everything that has a node in the scene. */
  'city.parking-coverage': { domain: 'telecom', per: 'city', unit: 'fraction' },
  'city.meter-coverage': { domain: 'telecom', per: 'city', unit: 'fraction' },
  'city.gallery-coverage': { domain: 'telecom', per: 'city', unit: 'fraction' },
  'city.road-coverage': { domain: 'telecom', per: 'city', unit: 'fraction' },
  /** Rain that falls on all of the city for as long as it is turned. */
  'city.rain': { domain: 'drainage', per: 'city', unit: 'mm/h' },
  /** A storm that begins when its length is turned: how often one such comes; how much falls (free: what its return period says); where in its length the peak is. */
  'city.storm-minutes': { domain: 'drainage', per: 'city', unit: 'min' },
  'city.storm-years': { domain: 'drainage', per: 'city', unit: 'years' },
  'city.storm-total': { domain: 'drainage', per: 'city', unit: 'mm' },
  'city.storm-peak': { domain: 'drainage', per: 'city', unit: 'fraction' },
  /** How much higher the sea and the streams stand at the outfalls than the scene says. */
  'city.tide': { domain: 'drainage', per: 'city', unit: 'm' },
  'drain-pump.out': { domain: 'drainage', per: 'drain-pump', unit: 'fraction' },
  /** Streets are dug up for the lines in them, so many times as often as is usual; free: nobody digs. */
  'city.street-works': { domain: 'works', per: 'city', unit: 'fraction' },
  /** A gallery below the road: its compartments, what has moved into it (bit i: the i-th of the kinds of lines), what a mu of land is worth there. */
  'edge.gallery-compartments': { domain: 'works', per: 'edge', unit: 'count' },
  'edge.gallery-lines': { domain: 'works', per: 'edge', unit: 'lines' },
  'edge.gallery-land-price': { domain: 'works', per: 'edge', unit: '¥' },
  /** Lanes at the kerb, in each direction, that its building takes; and 1 once its lines have moved in. */
  'edge.gallery-works': { domain: 'works', per: 'edge', unit: 'count' },
  'edge.gallery-in-use': { domain: 'works', per: 'edge', unit: 'fraction' },
  /** Of plans that want different things of a parcel: 1 the parcel gives way, 2 the other plan does. */
  'parcel.plan-ruling': { domain: 'works', per: 'parcel', unit: 'count' },
  /** 1: this line lies in such a gallery, also where all others hang. */
  'branch.laid': { domain: 'energy', also: 'works', per: 'branch', unit: 'fraction' },
} as const satisfies Record<string, Knob>;

export type KnobName = keyof typeof knobs;
