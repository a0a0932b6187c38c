import type { PressureNetwork } from '../../kernel';

/** The engine's flows are litres a second, in a file whose lengths are metres. */
export const LITRES = 1_000;
const MILLIMETRES = 1_000;

/**
 * Limits of EPANET's iterations: flows change by less than this share of all flows, and no link's loss is further off
 * than a millimetre, so that a network of the flagship's size closes to a millionth.
 */
const LIMITS = ['ACCURACY 0.00001', 'HEADERROR 0.001', 'TRIALS 200', 'UNBALANCED CONTINUE 50'];

/** A network as the engine's own file: nodes and links by number, everything else as the question will say. */
export function inpOf(network: PressureNetwork): string {
  const { heightM, heldCount, pipeFrom, pipeTo, pumpFrom, pumpTo, leastPressureM, servicePressureM } = network;
  const lines: string[] = ['[JUNCTIONS]'];
  heightM.forEach((height, n) => {
    lines.push(`${n} ${height} 0`);
  });
  lines.push('[RESERVOIRS]');
  for (let k = 0; k < heldCount; k++) lines.push(`${heightM.length + k} 0`);
  lines.push('[PIPES]');
  pipeFrom.forEach((from, i) => {
    const roughnessMm = MILLIMETRES * network.pipeRoughnessM[i];
    const diameterMm = MILLIMETRES * network.pipeDiameterM[i];
    lines.push(`p${i} ${from} ${pipeTo[i]} ${network.pipeLengthM[i]} ${diameterMm} ${roughnessMm} 0 OPEN`);
  });
  lines.push('[PUMPS]');
  pumpFrom.forEach((from, j) => {
    lines.push(`u${j} ${from} ${pumpTo[j]} HEAD c${j}`);
  });
  lines.push('[CURVES]');
  pumpFrom.forEach((_, j) => {
    lines.push(`c${j} ${LITRES * network.pumpFlowM3PerS[j]} ${network.pumpHeadM[j]}`);
  });
  lines.push('[OPTIONS]', 'UNITS LPS', 'HEADLOSS D-W', 'EMITTER EXPONENT 0.5', ...LIMITS);
  lines.push('DEMAND MODEL PDA', `MINIMUM PRESSURE ${leastPressureM}`, `REQUIRED PRESSURE ${servicePressureM}`);
  lines.push('PRESSURE EXPONENT 0.5', '[TIMES]', 'DURATION 0', '[REPORT]', 'STATUS NO', 'MESSAGES NO', '[END]', '');
  return lines.join('\n');
}
