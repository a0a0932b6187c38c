import type { EnergyWords } from './energy-words-shape';

/** What energy's own things are called in English. */
export const energyWords: EnergyWords = {
  kpis: {
    'energy.electric-demand': {
      name: 'Electricity drawn now',
      formula: 'What everything with voltage draws from the electrical grid now, without losses.',
    },
    'energy.electric-peak': {
      name: 'Electric peak',
      formula:
        'Highest mean demand over a quarter of an hour by the clock since the start; until the first is over, the mean since the start.',
    },
    'energy.import-peak': {
      name: 'Peak bought',
      formula:
        'Highest mean of what all connections take from the grid above, less what they send back, over a quarter of an hour by the clock since the start; until the first is over, the mean since the start.',
    },
    'energy.imported-electricity': {
      name: 'Electricity bought',
      formula: 'Energy taken from the grid above at all its connections since the start.',
    },
    'energy.exported-electricity': {
      name: 'Electricity given back',
      formula: 'Energy given to the grid above at all its connections since the start.',
    },
    'energy.solar-electricity': {
      name: 'Solar electricity',
      formula: 'Energy that roofs with photovoltaics have fed in since the start.',
    },
    'energy.wind-electricity': {
      name: 'Wind electricity',
      formula: 'Energy that wind turbines have fed in since the start.',
    },
    'energy.network-losses': {
      name: 'Lost in lines and transformers',
      formula: 'Heat of lines and transformers, copper and iron, since the start, by AC power flow.',
    },
    'energy.unserved-electricity': {
      name: 'Electricity not served',
      formula: 'What those without voltage would have drawn since the start, by their own loads minute by minute.',
    },
    'energy.island-electricity': {
      name: 'Electricity from islands’ batteries',
      formula:
        'Energy that batteries of stations have given to parts of the grid that they held up alone since the start.',
    },
    'energy.buildings-dark': { name: 'Buildings without power', formula: 'Buildings without voltage now.' },
    'energy.worst-loading': {
      name: 'Highest loading of a line',
      formula: 'Highest current over rating of any line, cable or substation transformer since the start.',
    },
    'energy.loading-now': {
      name: 'Loading of the busiest line',
      formula: 'Highest current over rating of any line, cable or substation transformer now.',
    },
    'energy.worst-house-loading': {
      name: 'Highest loading of a house transformer',
      formula: 'Highest current over rating of any transformer that buildings hang on since the start.',
    },
    'energy.lowest-voltage': {
      name: 'Lowest voltage',
      formula: 'Lowest voltage over nominal of any point with supply since the start.',
    },
    'energy.highest-voltage': {
      name: 'Highest voltage',
      formula: 'Highest voltage over nominal of any point of 10 kV or less since the start.',
    },
    'energy.corridor-land': {
      name: 'Land under corridors',
      formula:
        'Land that corridors of lines from 35 kV up take while lines hang: 20 m for each row of towers, two circuits a row. Cables take none.',
    },
    'energy.breaker-trips': {
      name: 'Breakers tripped',
      formula: 'Breakers and fuses that faults and overloads have opened since the start.',
    },
    'energy.overload-trips': {
      name: 'Tripped by overload',
      formula: 'Part of these: parted because a link had grown too warm.',
    },
    'energy.overloads-foreseen': {
      name: 'Overloads foreseen',
      formula: 'Calls to hold back that the control room has made for what it foresaw since the start.',
    },
    'energy.overloads-averted': {
      name: 'Overloads averted',
      formula:
        'Of these, how many links would have grown warm enough to trip without what was held back, and did not trip before. Reckoned beside the run by the same image of their warmth, with what is held back on top.',
    },
    'energy.foreseen-in-vain': {
      name: 'False alarms',
      formula: 'Of these, how many were over without the link ever having grown so warm, even without the call.',
    },
    'energy.foresight-lead': {
      name: 'Lead of the forecast',
      formula: 'Of what was averted: from the call to when the link would have tripped, mean.',
    },
    'energy.held-back': {
      name: 'Held back on call',
      formula: 'Light and devices that customers have switched off because the control room called, since the start.',
    },
    'energy.engine-electricity': {
      name: 'Electricity from engines',
      formula: 'Power that gas engines of the energy stations have given since the start.',
    },
    'energy.gas': {
      name: 'Gas burnt',
      formula: 'Gas burnt by stations and buildings since the start, by its lower heating value.',
    },
    'energy.gas-of-buildings': {
      name: 'Gas burnt in buildings',
      formula: 'Part of the gas: what kitchens, processes and boilers in buildings have burnt since the start.',
    },
    'energy.ambient-heat': {
      name: 'Heat from ground and air',
      formula: 'What heat pumps have taken from ground, water and air since the start.',
    },
    'energy.heat-dumped': {
      name: 'Heat let go',
      formula: 'Heat of engines that nobody had a use for and coolers gave to the air since the start.',
    },
    'energy.unserved-gas': {
      name: 'Gas not served',
      formula:
        'Gas that buildings and running machines of stations wanted and did not get since the start. Machines that low pressure has shut want none.',
    },
    'energy.leaked-gas': {
      name: 'Gas lost to the air',
      formula: 'Gas that mains have lost to the air since the start, by its lower heating value.',
    },
    'energy.lowest-gas-pressure': {
      name: 'Lowest gas pressure in mains',
      formula: 'Lowest pressure over nominal of any point of the gas network above the low level since the start.',
    },
    'energy.lowest-low-gas-pressure': {
      name: 'Lowest gas pressure at houses',
      formula: 'Lowest pressure over nominal of any point of the low level, behind its regulators, since the start.',
    },
    'energy.line-pack': {
      name: 'Gas in the pipes',
      formula: 'Gas that the pipes hold now, by its lower heating value.',
    },
    'energy.heat-delivered': {
      name: 'Heat delivered',
      formula: 'Heat that loops have brought to buildings since the start.',
    },
    'energy.cooling-delivered': {
      name: 'Cold delivered',
      formula: 'Cold that loops have brought to buildings since the start.',
    },
    'energy.unserved-heat': {
      name: 'Heat not served',
      formula: 'Heat that buildings asked their loops for and did not get since the start.',
    },
    'energy.loop-water-lost': {
      name: 'Water lost from loops',
      formula: 'Water that ran out of burst mains of heat and cold since the start.',
    },
    'energy.unserved-cooling': {
      name: 'Cold not served',
      formula: 'Cold that buildings asked their loops for and did not get since the start.',
    },
    'energy.heat-losses': {
      name: 'Heat lost to the ground',
      formula: 'Heat that pipes have lost to the ground since the start.',
    },
    'energy.cost': {
      name: 'Energy bill',
      formula:
        'Power bought by the hour at the tariff less power sold, and gas, since the start. The prices are an assumption.',
    },
    'energy.co2': {
      name: 'Carbon dioxide of energy',
      formula: 'Carbon dioxide of gas (56.1 kg/GJ) and of power bought (Shandong 2022, 0.641 kg/kWh) since the start.',
    },
    'energy.co2-now': {
      name: 'Carbon dioxide now',
      formula: 'Carbon dioxide of gas and of power bought in the last step, as much an hour.',
    },
    'energy.co2-of-the-day': {
      name: 'Carbon dioxide today',
      formula: 'Carbon dioxide of gas and of power bought since midnight, or since the start where that is later.',
    },
    'energy.primary-energy': {
      name: 'Primary energy',
      formula: 'Gas at 0.1229 and power bought at 0.30 kilograms of standard coal a kWh since the start.',
    },
    'park.clean-share': {
      name: 'Clean share',
      formula:
        'Gas, and what sun, wind and ground gave, over these and power bought, in standard coal (grid of 2012, 0.33 kgce/kWh), since the start. Published: 80.6 %.',
    },
    'park.renewable-share': {
      name: 'Renewable share',
      formula:
        'What sun, wind and ground gave over all energy, in standard coal, since the start. Published: above 15 %.',
    },
    'energy.cars-charged': {
      name: 'Charged at homes',
      formula: 'Energy that cars have drawn at their owners’ chargers since the start, where nobody drives in the run.',
    },
    'energy.cars-gave-back': {
      name: 'Given back by cars',
      formula:
        'Energy that cars have given back at their owners’ chargers since the start, where nobody drives in the run.',
    },
    'energy.cars-ready': {
      name: 'Cars ready in time',
      formula:
        'Of all cars that have left their chargers at home, those that had what charging at once would have given them by then, but for a quarter of a kWh.',
    },
    'park.energy-saving': {
      name: 'Fossil energy saved',
      formula:
        'Against the reference city since the start: the same people and weather, standard buildings, coal heat at 62 %, grid power at 0.33 kgce/kWh. Published: 50.7 %.',
    },
    'park.co2-cut': {
      name: 'Carbon dioxide cut',
      formula: 'Against the reference city, coal at 2.60 kg/kgce in boilers and for the grid. Published: 64.6 %.',
    },
    'park.co2-cut-today': {
      name: 'Carbon dioxide cut, grid of 2022',
      formula:
        'Likewise, with 0.641 kg/kWh (Shandong 2022) on both sides: gas loses its advantage as the grid cleans up.',
    },
    'park.so2-cut': {
      name: 'Sulphur dioxide cut',
      formula: 'Against the reference city, by factors fitted to the published 86.1 %: coal 6.8, gas 0.474 kg/tce.',
    },
    'park.nox-cut': {
      name: 'Nitrogen oxides cut',
      formula: 'Against the reference city, by factors fitted to the published 70.8 %: coal 7.0, gas 3.3 kg/tce.',
    },
    'park.dust-cut': {
      name: 'Dust cut',
      formula: 'Against the reference city, by factors fitted to the published 81.5 %: coal 1.13, gas 0.215 kg/tce.',
    },
    'park.coal-saved': {
      name: 'Standard coal saved',
      formula: 'What the reference city has burnt more since the start. Published: 150,000 t a year.',
    },
    'park.reference-heat': {
      name: 'Heat of the reference city',
      formula: 'Heat that the reference city has taken since the start, from boilers of coal.',
    },
    'park.reference-cooling': {
      name: 'Cold of the reference city',
      formula: 'Cold that chillers have made there since the start, 3.5 for each kWh of power.',
    },
    'park.reference-electricity': {
      name: 'Power of the reference city',
      formula: 'What it has drawn from the grid since the start, chillers and charging included.',
    },
    'park.intensity': {
      name: 'Energy per output',
      formula:
        'Fossil energy over what the park makes in the same time: 6.34 billion yuan a year, implied by the published figures. Published: 0.23.',
    },
    'park.monitored-share': {
      name: 'Energy monitored',
      formula:
        'Of the electricity, heat, cold and gas handed over to houses, chargers, signals and other users since the start (final energy, a kWh for a kWh), what passed a meter there that could be heard in that moment: its telecom node and the way over fibres to the exchange had power. Published: 90 %.',
    },
    'park.monitored-electricity': { name: 'Electricity monitored', formula: 'Likewise, of electricity alone.' },
    'park.monitored-heat': { name: 'Heat monitored', formula: 'Likewise, of heat alone.' },
    'park.monitored-cooling': { name: 'Cold monitored', formula: 'Likewise, of cold alone.' },
    'park.monitored-gas': { name: 'Gas monitored', formula: 'Likewise, of gas burnt in buildings alone.' },
  },

  kinds: {
    'substation-outage': {
      name: 'Transformer outage',
      does: 'Takes transformers out of service. Neighbours take over as far as switches and cables allow; the rest goes dark, signals after their batteries.',
      fields: {
        transfer: { name: 'Transfer', options: { automatic: 'By machines, as built', manual: 'By the crew only' } },
        batteryMinutes: { name: 'Batteries of signals last' },
      },
    },
    'cut-cable': {
      name: 'Cut a cable',
      does: 'A fault on a line: its feeder trips, the crew cuts the fault off, neighbours pick up the rest. Ends when the cable is mended.',
      fields: {},
    },
    'machine-outage': {
      name: 'Machines out of order',
      does: 'Takes machines of energy stations out of order. The others and the stores take over as far as they go, under a plan made at once; what is left over goes unserved.',
      fields: { machines: { name: 'Machines of each' } },
    },
    'cut-gas-main': {
      name: 'Tear a gas main',
      does: 'A digger tears a main apart and gas escapes at both ends until valves are shut, from afar or by the crew. What the pipes hold lasts some minutes; then engines and boilers stop by their pressure switches. Ends when the main is mended.',
      fields: { open: { name: 'Of the bore, open to the air' } },
    },
    'burst-heat-main': {
      name: 'Heat main burst',
      does: 'The supply pipe of a pair bursts. While the station can make up what leaks, heat goes on; a larger hole takes the loop’s pressure and its pumps stop, until the place is shut off, by valves that watch their pressure or by the crew, and what ran out is filled in. Whoever lies beyond goes without. In a gallery the water runs into it, in a street it comes up. Ends when the main is mended.',
      fields: { hole: { name: 'Width of the hole' } },
    },
    'burst-cooling-main': {
      name: 'Cooling main burst',
      does: 'The same for a loop of cold: small leaks are made up, a larger one stops the loop until it is shut off.',
      fields: { hole: { name: 'Width of the hole' } },
    },
    'gas-shortage': {
      name: 'Gas supply fails',
      does: 'The pipeline before the city’s gates loses its pressure: every gate holds a share of what it was built for, or is shut. While regulators have enough before them nobody notices; when not, and once the pipes are empty, engines and boilers stop by their pressure switches and houses get what is left.',
      fields: { pressure: { name: 'Pressure left at the gates' } },
    },
    'heat-wave': {
      name: 'Heat wave',
      does: 'Hot, still days under a clear sky. It comes within half a day, stays, and goes within half a day.',
      fields: { degrees: { name: 'Hotter by' } },
    },
    'cold-snap': {
      name: 'Cold snap',
      does: 'Cold, windy days. It comes within half a day, stays, and goes within half a day.',
      fields: { degrees: { name: 'Colder by' } },
    },
    'station-battery': {
      name: 'Battery',
      does: 'Gives each chosen station a battery. It cuts the peaks of what the park buys as far as its power and energy go, or runs by the stations’ plan. It comes empty, and loses a tenth on the way in and out. When the grid is gone it carries its part of it, a minute later, as far and as long as it can.',
      fields: {
        power: { name: 'Power of each' },
        energy: { name: 'Energy of each' },
        use: { name: 'Used', options: { peaks: 'To cut peaks', plan: 'By plan' } },
      },
    },
    'station-engines': {
      name: 'Gas engines',
      does: 'Gives each chosen station more gas engines with heat recovery, and says what leads all of its engines: the plan, the heat that is asked for, or the city’s electric load.',
      fields: {
        power: { name: 'More at each' },
        mode: {
          name: 'Led by',
          options: { plan: 'The plan', heat: 'Heat: none goes to the air', power: 'Electric load' },
        },
      },
    },
    'station-heat-pumps': {
      name: 'Ground-source heat pumps',
      does: 'Gives each chosen station ground-source heat pumps, which make heat by electricity where gas made it, and cold where the station cools. Whether that emits less depends on the grid’s power.',
      fields: { heat: { name: 'Heat at each' } },
    },
    clouds: {
      name: 'Clouds come up',
      does: 'A field of clouds drifts over the park within five minutes. Photovoltaics give less; until the next plan the grid above makes up for it.',
      fields: { cover: { name: 'Of the sky' } },
    },
    'rooftop-solar': {
      name: 'Rooftop solar',
      does: 'Photovoltaics on the chosen roofs, or on all of them: as much as the part of a roof that is fit for it takes, on top of what is there.',
      fields: {
        share: { name: 'Of the room on each roof' },
        layout: { name: 'Modules face', options: { south: 'South, in rows', 'east-west': 'East and west, in pairs' } },
      },
    },
    'raise-voltage': {
      name: 'Raise the voltage',
      does: 'The park’s medium-voltage cables run at another voltage, with transformers to match. Losses fall with the square of the voltage.',
      fields: { kilovolts: { name: 'Voltage of the cables' } },
    },
    'overhead-lines': {
      name: 'Hang the lines overhead',
      does: 'The same grid without galleries: every line hangs on poles and towers. Impedances and ratings are those of overhead conductors, hot air lowers what they carry, and high-voltage corridors take land. Faults by storm, ice and lightning are not in it.',
      fields: {},
    },
    'demand-response': {
      name: 'Demand response',
      does: 'The chosen buildings, or all, hold back: part of light and devices is switched off, rooms are heated or cooled less. Some of it is made up for afterwards.',
      fields: { share: { name: 'Of light and devices, off' }, degrees: { name: 'Rooms give way by' } },
    },
    'retrofit-buildings': {
      name: 'Retrofit buildings',
      does: 'Gives the chosen buildings, or all, walls, windows and ventilation of another standard.',
      fields: {
        standard: {
          name: 'Standard',
          options: { 'passive-house': 'Passive house', 'low-energy': 'Low energy', code: 'Present code', old: 'Old' },
        },
      },
    },
    'pan-energy-mix': {
      name: 'Pan-energy mix',
      does: 'How far the city goes the way of a pan-energy network: with nothing of it, boilers, chillers and the grid do all; with all of it, every engine, heat pump and panel that is built. Passive houses come on top. Its published figures are computed from what is then metered.',
      fields: {
        engines: { name: 'Gas engines in use' },
        heatPumps: { name: 'Heat pumps in use' },
        renewables: { name: 'Sun and wind in use' },
        passiveHouses: { name: 'Buildings made passive houses' },
      },
    },
    'busbar-fault': {
      name: 'Busbar fault',
      does: 'A fault on a busbar: every line and transformer on it is parted from it until it is mended. What hangs on it goes dark, or is taken over where a coupler or a tie allows.',
      fields: { hours: { name: 'Mended after' } },
    },
    'dispatch-aim': {
      name: 'Aim of the stations',
      does: 'What the energy stations are planned for: the lowest bill, the least carbon, or the least primary energy, which is the usual aim. Their engines, boilers, heat pumps and stores then run at other hours; the prices are an assumption.',
      fields: {
        aim: {
          name: 'Least',
          options: { cost: 'Cost', carbon: 'Carbon dioxide', 'primary-energy': 'Primary energy' },
        },
      },
    },
    'electric-cars': {
      name: 'Electric cars, uncontrolled',
      does: 'So many of the city’s private cars are electric, and who has a charger at home plugs in without asking anybody: as soon as he comes, or from an hour that he is used to. In a run with traffic cars become electric as their owners next set out, and their exhaust goes; in a run of energy alone home charging and public sites grow. Chargers of this strength are those of the cars that come on top.',
      fields: {
        share: { name: 'Of private cars, electric' },
        kilowatts: { name: 'A home charger gives' },
        fromHour: { name: 'Begin not before (0: at once)' },
      },
    },
    'managed-charging': {
      name: 'Managed charging',
      does: 'Of the cars with a charger at home, so many leave it to the network when they charge: within the window it fills the valleys of each feeder’s coming day, and loads no transformer beyond its rating; who would not be ready charges all the same. Giving back to the grid works in runs of energy alone: where traffic drives, cars only draw. Public sites are not managed.',
      fields: {
        share: { name: 'Of the cars, take part' },
        fromHour: { name: 'From' },
        untilHour: { name: 'Until' },
        givesBack: { name: 'Cars give back (energy alone)' },
      },
    },
    'time-of-use': {
      name: 'Time-of-use tariff',
      does: 'Power costs so many times as much at the peak (16 to 22 h) as in the valley (0 to 6 and 10 to 15 h), for homes too. Use of devices shifts between hours by the elasticity, the day’s sum stays; cars of those who watch the price wait for the valley; stations plan by it. Where all come at once a new peak may form: it is said. Rooms do not follow the price.',
      fields: {
        ratio: { name: 'Peak over valley price' },
        elasticity: { name: 'Elasticity of substitution' },
        followers: { name: 'Of cars with a charger at home, wait for the price' },
      },
    },
    'control-room': {
      name: 'Proactive control room',
      does: 'The grid’s control room asks customers to hold back light and devices: either once a cable or transformer has tripped by overload, or already when its forecast has one trip. The forecast follows each link’s loading and its trend, and from both how warm it will be. Called are those who hang on that link and whom telecom reaches. A lower threshold and a longer look ahead call sooner, and in vain more often. It watches the power grid; heat, gas, water and traffic are not watched.',
      fields: {
        mode: { name: 'Acts', options: { 'on-alarm': 'Once it has tripped', 'on-forecast': 'On forecast' } },
        horizon: { name: 'Looks ahead' },
        threshold: { name: 'Acts from, of the heat that trips' },
        share: { name: 'Held back, of light and devices' },
        hours: { name: 'At a time' },
      },
    },
  },

  happeningTexts: {
    'energy.new-peak': () =>
      'What prices, timers or management have moved has made a higher peak than there would have been',
    'energy.breaker-tripped': (p) => `A breaker has tripped: ${p.place}`,
    'energy.overload-foreseen': (p) => `Overload foreseen in ${Math.round(p.values.minutes)} min: ${p.place}`,
    'energy.customers-called': (p) => `Customers called to hold back: ${p.place}`,
    'energy.call-over': (p) => `Customers need not hold back any more: ${p.place}`,
    'energy.overload-tripped': (p) => `Tripped by overload: ${p.place}`,
    'energy.switch-closed': (p) => `Switched on: ${p.place}`,
    'energy.switch-opened': (p) => `Switched off: ${p.place}`,
    'energy.load-shed': (p) => `Kept off an island: ${p.place}`,
    'energy.island-formed': (p) => `Batteries carry their part of the grid alone: ${p.place}`,
    'energy.island-joined': (p) => `An island has joined the grid again: ${p.place}`,
    'energy.island-empty': (p) => `An island has gone dark, its batteries are empty: ${p.place}`,
    'energy.island-overloaded': (p) => `An island was too much for its batteries: ${p.place}`,
    'energy.island-faulted': (p) => `A fault has taken out an island: ${p.place}`,
    'energy.power-lost': (p) => `No power: ${p.place}`,
    'energy.power-back': (p) => `Power is back: ${p.place}`,
    'energy.engine-gas-trip': (p) => `Engines shut by low gas pressure: ${p.place}`,
    'energy.engine-gas-back': (p) => `Engines have gas again: ${p.place}`,
    'energy.boiler-gas-trip': (p) => `Boilers shut by low gas pressure: ${p.place}`,
    'energy.boiler-gas-back': (p) => `Boilers have gas again: ${p.place}`,
    'energy.gas-main-shut': (p) => `Torn gas main shut off: ${p.place}`,
    'energy.thermal-main-burst': (p) => `Main of heat or cold burst: ${p.place}`,
    'energy.thermal-main-shut': (p) => `Burst main shut off: ${p.place}`,
    'energy.thermal-main-mended': (p) => `Burst main mended: ${p.place}`,
    'energy.heat-loop-stopped': (p) => `Heat loop has lost its pressure, pumps stand: ${p.place}`,
    'energy.heat-loop-back': (p) => `Heat loop runs again: ${p.place}`,
    'energy.cooling-loop-stopped': (p) => `Cooling loop has lost its pressure, pumps stand: ${p.place}`,
    'energy.cooling-loop-back': (p) => `Cooling loop runs again: ${p.place}`,
    'energy.import-instead': (p) => `The grid above gives what engines gave: ${p.place}`,
    'energy.heaters-plugged-in': () => 'Rooms are cold: portable heaters are plugged in',
    'energy.heaters-put-away': () => 'Rooms are warm again: portable heaters are put away',
    'energy.regulators-short': (p) => `Gas regulators cannot hold their pressure, the first: ${p.place}`,
  },
};
