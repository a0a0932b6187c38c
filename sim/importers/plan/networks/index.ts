/** The door of the networks: everything that runs under the streets of a plan. */
export { type GrownNetworks, growNetworks } from './grow-networks';
export { type NetworksPlan, parseNetworksPlan } from './networks-plan';
