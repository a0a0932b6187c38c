export { type Charging, createCharging, loadCharging, saveCharging } from './charging';
export { endWay, isBoundForSite, STILL_WAITS } from './end-way';
export { measureCharging } from './measure-charging';
export { giveUpCars, startCharging, takeOwnCharge } from './own-cars';
export { setOut } from './set-out';
export { type ChargingSupply, stepCharging, tellCharging } from './step-charging';
