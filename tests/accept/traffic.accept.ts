import type { AcceptLine } from './line';
import { agreement, bologna, goldenTrajectories, permissiveLeft, speed } from './traffic/against-sumo';
import { badInput, figures } from './traffic/contract';
import { conservation, day } from './traffic/flagship';
import { inBrowser } from './traffic/in-browser';
import { interventions } from './traffic/interventions';
import { delay, gapAcceptance, greenWave, laneClosed, ring, stopLine } from './traffic/known-answers';
import { notBuilt } from './traffic/not-built';
import { saving, scale } from './traffic/scale';

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
  notBuilt(
    'demand',
    'every person’s tours close, cars return to where they were parked; moving 5,000 jobs moves the flows',
  ),
  ring,
  notBuilt('Braess', 'closing the road makes everyone faster: 92 → 83'),
  notBuilt(
    'equilibrium',
    'relative gap < 1e-4 on Braess and a network of ≥ 20 nodes made for it (TNTP format); known optimum within 1e-4',
  ),
  notBuilt(
    'max-pressure',
    'mean travel time lower by 10 to 35 % than an equal-split fixed plan on a saturated 4 × 4 grid; against Webster’s plan not worse',
  ),
  interventions,
  conservation,
  saving,
  day,
  inBrowser,
  figures,
  badInput,
];
