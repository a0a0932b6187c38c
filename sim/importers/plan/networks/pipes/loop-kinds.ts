import type { NetworksPlan } from '../networks-plan';
import type { LoopKind } from './grow-thermal';

/** Heat at 45/35 °C for heat pumps, at 90/60 °C for engines and boilers, and cold water (models of the candidate park). */
export function loopKinds({ energy }: NetworksPlan): [LoopKind, LoopKind, LoopKind] {
  return [
    {
      prefix: '45',
      name: { zh: '低温供热环网', en: 'low-temperature heat' },
      ...energy.lowLoop,
      lane: 'heat',
      kwOf: (demand) => demand.lowHeatKw,
    },
    {
      prefix: '90',
      name: { zh: '高温供热环网', en: 'high-temperature heat' },
      ...energy.highLoop,
      lane: 'heat',
      kwOf: (demand) => demand.highHeatKw,
    },
    {
      prefix: 'c',
      name: { zh: '供冷环网', en: 'cooling' },
      ...energy.coldLoop,
      lane: 'cooling',
      kwOf: (demand) => demand.coolingKw,
    },
  ];
}
