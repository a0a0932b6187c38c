import type { RawFiles } from '../migrations';
import type { ProblemList } from '../problem-list';
import { checkBusLines } from './bus-lines';
import { checkCity } from './city';
import { checkGalleries } from './galleries';
import { checkGas } from './gas';
import { checkNetworks } from './networks';
import { checkPeople } from './people';
import { checkReferences } from './references';
import { checkRightOfWay } from './right-of-way';
import { checkRoads } from './roads';
import { checkShapes } from './shapes';
import { checkSignals } from './signals';
import { soundEntries } from './sound-entries';
import { checkStations } from './stations';
import { checkSumps } from './sumps';
import { checkVehicles } from './vehicles';

/** What a schema cannot say, after it has spoken: `unread` are the files that should be there and gave no value. */
export function checkRules(files: RawFiles, unread: ReadonlySet<string>, list: ProblemList): void {
  if (list.isFull) return; // it is refused for more reasons than anyone will read
  const sound = soundEntries(files, list.errors());
  checkReferences(files, unread, list);
  checkShapes(files, list);
  checkRoads(sound, list);
  checkRightOfWay(sound, list);
  checkBusLines(sound, list);
  checkSignals(sound, list);
  checkGalleries(sound, list);
  checkSumps(sound, list);
  checkNetworks(sound, list);
  checkGas(sound, list);
  checkStations(sound, list);
  checkCity(sound, list);
  checkPeople(sound, list);
  checkVehicles(sound, list);
}
