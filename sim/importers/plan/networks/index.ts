/** The door of the networks: everything that runs under the streets of a plan. */
export { growNetworks } from './grow-networks';
export { type NetworksPlan, parseNetworksPlan } from './networks-plan';
