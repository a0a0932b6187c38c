/** Air in galleries: the network, and what the flagship's sections get of it. */
import { join } from 'node:path';
import { ACCIDENT, advanceAir, askFans, changesPerH, createGalleryAir } from '../../../sim/domains/tunnel/air';
import { compartmentKinds, compileGalleries } from '../../../sim/domains/tunnel/galleries';
import { sceneOf } from '../../domains/energy/scenes';
import { airReferencesBeside, solveAirReferences } from '../../reference/tunnel/air-bridge';
import type { AcceptLine } from '../line';

export const airNetwork: AcceptLine = {
  name: 'air network',
  goal: 'five branches, 47 m³/s: 25.8736, 21.1264, 0.4012, 25.4724, 21.5276 m³/s to four decimals',
  async measure({ root }) {
    const folder = airReferencesBeside(join(root));
    const answers = solveAirReferences(folder);
    return {
      held: answers.length > 0 && answers.every(({ converged, worst }) => converged && worst < 5.1e-5),
      reached:
        answers.length === 0
          ? `no references in ${folder}`
          : answers
              .map(({ branches, iterations }) => {
                const flows = branches.map(({ name, ours }) => `${name} ${ours.toFixed(4)}`).join(', ');
                return `${flows} m³/s in ${iterations} steps of Newton`;
              })
              .join('; '),
      how: 'every network in the folder, beside another solver’s answer',
    };
  },
};

export const ventilation: AcceptLine = {
  name: 'ventilation',
  goal: 'normal and accident air changes of GB 50838 in every section of the flagship: gas 6 and 12, others 2 and 6 an hour, within 6 %',
  async measure({ root }) {
    const galleries = compileGalleries(sceneOf('eco-park', undefined, root))!;
    const { sections } = galleries;
    const air = createGalleryAir(galleries, 15, 15);
    const range = (mode: 'normal' | 'accident') => {
      let [least, most] = [Number.POSITIVE_INFINITY, 0];
      for (let s = 0; s < sections.count; s++) {
        const share = air.changesPerH[s] / changesPerH[compartmentKinds[sections.kind[s]]][mode];
        least = Math.min(least, share);
        most = Math.max(most, share);
      }
      return { least, most, kw: air.fanKw.reduce((sum, kw) => sum + kw, 0) };
    };
    advanceAir(air, 1);
    const normal = range('normal');
    for (let s = 0; s < sections.count; s++) askFans(air, s, ACCIDENT);
    for (let t = 0; t < 60; t++) advanceAir(air, 1);
    const accident = range('accident');
    const from = performance.now();
    air.isStale.fill(1);
    advanceAir(air, 1);
    const milliseconds = performance.now() - from;
    const said = ({ least, most, kw }: typeof normal) =>
      `${(100 * least).toFixed(1)} to ${(100 * most).toFixed(1)} % with ${kw.toFixed(1)} kW`;
    return {
      held: [normal, accident].every(({ least, most }) => least > 0.94 && most < 1.06),
      reached: `normal ${said(normal)}, accident ${said(accident)}; all ${air.compartments.length} compartments solved anew in ${milliseconds.toFixed(1)} ms`,
      how: `${sections.count} sections with their shafts, doors and fans; speeds follow from the wanted flow, flows from the network`,
    };
  },
};
