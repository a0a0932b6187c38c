/** People on foot: how many, where they cross, what they wait for, and who waits for them. */
export { measureWalking } from './measure-walking';
export { loadWalking, saveWalking } from './save-walking';
export { stepOffSeconds } from './step-off-seconds';
export { stepWalkers } from './step-walkers';
export { walkersMps, walkersRefuse } from './walked';
export { createWalking, forgetWalks, sum, type Walking, walkingOf } from './walking';
