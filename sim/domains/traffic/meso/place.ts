/** What the queue model takes from the traffic: the very network, drivers, lights and closures that the driving has. */
import type { TrafficState } from '../state';

export type MesoPlace = Pick<
  TrafficState,
  'network' | 'drivers' | 'pace' | 'links' | 'closures' | 'signals' | 'settings' | 'isListedDriving'
>;
