import type { InterventionKind } from './kind';
import { buildGallery } from './kinds/build-gallery';
import { burstCoolingMain, burstHeatMain } from './kinds/burst-thermal-main';
import { burstWaterMain } from './kinds/burst-water-main';
import { busbarFault } from './kinds/busbar-fault';
import { callHelp } from './kinds/call-help';
import { chargeDriving } from './kinds/charge-driving';
import { closeRoad } from './kinds/close-road';
import { cloudburst } from './kinds/cloudburst';
import { clouds } from './kinds/clouds';
import { coldSnap } from './kinds/cold-snap';
import { controlRoom } from './kinds/control-room';
import { controlSignals } from './kinds/control-signals';
import { crash } from './kinds/crash';
import { cutCable } from './kinds/cut-cable';
import { cutGasMain } from './kinds/cut-gas-main';
import { demandResponse } from './kinds/demand-response';
import { detectorFaults } from './kinds/detector-faults';
import { dispatchAim } from './kinds/dispatch-aim';
import { drainPumpOutage } from './kinds/drain-pump-outage';
import { electricCars } from './kinds/electric-cars';
import { eventDemand } from './kinds/event-demand';
import { favourVehicles } from './kinds/favour-vehicles';
import { fightFire } from './kinds/fight-fire';
import { filterTraffic } from './kinds/filter-traffic';
import { fog } from './kinds/fog';
import { galleryFire } from './kinds/gallery-fire';
import { galleryFlooding } from './kinds/gallery-flooding';
import { galleryOrders } from './kinds/gallery-orders';
import { galleryVentilation } from './kinds/gallery-ventilation';
import { gasLeak } from './kinds/gas-leak';
import { gasShortage } from './kinds/gas-shortage';
import { greenWave } from './kinds/green-wave';
import { growCity } from './kinds/grow-city';
import { guideDrivers } from './kinds/guide-drivers';
import { guideParking } from './kinds/guide-parking';
import { heatWave } from './kinds/heat-wave';
import { inspectionRobots } from './kinds/inspection-robots';
import { limitSpeed } from './kinds/limit-speed';
import { machineOutage } from './kinds/machine-outage';
import { managedCharging } from './kinds/managed-charging';
import { oneWay } from './kinds/one-way';
import { openPlannedRoad } from './kinds/open-planned-road';
import { overheadLines } from './kinds/overhead-lines';
import { panEnergyMix } from './kinds/pan-energy-mix';
import { raiseVoltage } from './kinds/raise-voltage';
import { reserveLane } from './kinds/reserve-lane';
import { retrofitBuildings } from './kinds/retrofit-buildings';
import { rooftopSolar } from './kinds/rooftop-solar';
import { sensorCoverage } from './kinds/sensor-coverage';
import { settlePlans } from './kinds/settle-plans';
import { shutWaterMain } from './kinds/shut-water-main';
import { snowfall } from './kinds/snowfall';
import { stationBattery } from './kinds/station-battery';
import { stationEngines } from './kinds/station-engines';
import { stationHeatPumps } from './kinds/station-heat-pumps';
import { steadyRain } from './kinds/steady-rain';
import { streetWorks } from './kinds/street-works';
import { substationOutage } from './kinds/substation-outage';
import { telecomOutage } from './kinds/telecom-outage';
import { timeOfUse } from './kinds/time-of-use';
import { waterPumpOutage } from './kinds/water-pump-outage';

/** Add the name here and the compiler asks for its row below. */
export type InterventionKindName =
  | 'close-road'
  | 'crash'
  | 'limit-speed'
  | 'one-way'
  | 'reserve-lane'
  | 'filter-traffic'
  | 'charge-driving'
  | 'green-wave'
  | 'control-signals'
  | 'favour-vehicles'
  | 'open-planned-road'
  | 'call-help'
  | 'guide-parking'
  | 'guide-drivers'
  | 'grow-city'
  | 'event-demand'
  | 'substation-outage'
  | 'cut-cable'
  | 'cut-gas-main'
  | 'burst-heat-main'
  | 'burst-cooling-main'
  | 'gas-shortage'
  | 'heat-wave'
  | 'cold-snap'
  | 'rooftop-solar'
  | 'raise-voltage'
  | 'overhead-lines'
  | 'demand-response'
  | 'retrofit-buildings'
  | 'busbar-fault'
  | 'dispatch-aim'
  | 'machine-outage'
  | 'pan-energy-mix'
  | 'clouds'
  | 'electric-cars'
  | 'managed-charging'
  | 'time-of-use'
  | 'control-room'
  | 'station-battery'
  | 'station-engines'
  | 'station-heat-pumps'
  | 'gas-leak'
  | 'gallery-flooding'
  | 'gallery-fire'
  | 'gallery-ventilation'
  | 'inspection-robots'
  | 'detector-faults'
  | 'gallery-orders'
  | 'burst-water-main'
  | 'shut-water-main'
  | 'water-pump-outage'
  | 'fight-fire'
  | 'sensor-coverage'
  | 'telecom-outage'
  | 'cloudburst'
  | 'steady-rain'
  | 'drain-pump-outage'
  | 'snowfall'
  | 'fog'
  | 'build-gallery'
  | 'settle-plans'
  | 'street-works';

/** Every kind of change, on one page; a panel shows them in this order. */
export const interventionKinds = {
  'close-road': closeRoad,
  crash,
  'limit-speed': limitSpeed,
  'one-way': oneWay,
  'reserve-lane': reserveLane,
  'filter-traffic': filterTraffic,
  'charge-driving': chargeDriving,
  'green-wave': greenWave,
  'control-signals': controlSignals,
  'favour-vehicles': favourVehicles,
  'open-planned-road': openPlannedRoad,
  'call-help': callHelp,
  'guide-parking': guideParking,
  'guide-drivers': guideDrivers,
  'grow-city': growCity,
  'event-demand': eventDemand,
  'substation-outage': substationOutage,
  'cut-cable': cutCable,
  'cut-gas-main': cutGasMain,
  'burst-heat-main': burstHeatMain,
  'burst-cooling-main': burstCoolingMain,
  'gas-shortage': gasShortage,
  'heat-wave': heatWave,
  'cold-snap': coldSnap,
  'rooftop-solar': rooftopSolar,
  'raise-voltage': raiseVoltage,
  'overhead-lines': overheadLines,
  'demand-response': demandResponse,
  'retrofit-buildings': retrofitBuildings,
  'busbar-fault': busbarFault,
  'dispatch-aim': dispatchAim,
  'machine-outage': machineOutage,
  'pan-energy-mix': panEnergyMix,
  clouds,
  'electric-cars': electricCars,
  'managed-charging': managedCharging,
  'time-of-use': timeOfUse,
  'control-room': controlRoom,
  'station-battery': stationBattery,
  'station-engines': stationEngines,
  'station-heat-pumps': stationHeatPumps,
  'gas-leak': gasLeak,
  'gallery-flooding': galleryFlooding,
  'gallery-fire': galleryFire,
  'gallery-ventilation': galleryVentilation,
  'inspection-robots': inspectionRobots,
  'detector-faults': detectorFaults,
  'gallery-orders': galleryOrders,
  'burst-water-main': burstWaterMain,
  'shut-water-main': shutWaterMain,
  'water-pump-outage': waterPumpOutage,
  'fight-fire': fightFire,
  'sensor-coverage': sensorCoverage,
  'telecom-outage': telecomOutage,
  cloudburst,
  'steady-rain': steadyRain,
  'drain-pump-outage': drainPumpOutage,
  snowfall,
  fog,
  'build-gallery': buildGallery,
  'settle-plans': settlePlans,
  'street-works': streetWorks,
} as const satisfies { readonly [Name in InterventionKindName]: InterventionKind<Name> };

/** Those that take something out of service. */
export const failingKinds: readonly string[] = Object.values(interventionKinds).flatMap((of: InterventionKind) =>
  of.fails === undefined ? [] : [of.kind],
);
