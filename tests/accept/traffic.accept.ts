import type { AcceptLine } from './line';
import { agreement, bologna, goldenTrajectories, permissiveLeft, speed } from './traffic/against-sumo';
import { braess, equilibrium } from './traffic/assignment';
import { badInput, figures } from './traffic/contract';
import { demand } from './traffic/demand';
import { conservation, day } from './traffic/flagship';
import { inBrowser } from './traffic/in-browser';
import { interventions } from './traffic/interventions';
import { delay, gapAcceptance, greenWave, laneClosed, ring, stopLine } from './traffic/known-answers';
import { saving, scale } from './traffic/scale';
import { maxPressure } from './traffic/signal-control';

export const lines: readonly AcceptLine[] = [
  speed,
  scale,
  agreement,
  bologna,
  goldenTrajectories,
  stopLine,
  delay,
  gapAcceptance,
  greenWave,
  laneClosed,
  permissiveLeft,
  demand,
  ring,
  braess,
  equilibrium,
  maxPressure,
  interventions,
  conservation,
  saving,
  day,
  inBrowser,
  figures,
  badInput,
];
