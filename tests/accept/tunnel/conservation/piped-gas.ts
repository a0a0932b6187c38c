/** Gas in pipes, in a minute: what was fed in was served, leaked or blown off, or is held in pipes and shut mains. */
import type { EnergyState } from '../../../../sim/domains/energy/state';
import { type Book, ledgerOf, note } from './worst';

export function pipedGasLedger({ gas }: EnergyState): Book {
  if (gas === null) throw new Error('expected gas');
  const ledger = ledgerOf('gas in pipes', 'of gas held and fed');
  const { solver, galleries, balance } = gas;
  const held = () => {
    let kg = 0;
    for (const each of solver.state.storedKg) kg += each;
    for (const each of galleries.heldKg) kg += each;
    return kg;
  };
  return {
    ledger,
    begin() {
      const before = held();
      return () => {
        const { fedKg, servedKg, leakedKg } = balance;
        note(ledger, fedKg - servedKg - leakedKg - galleries.lostKg - (held() - before), before + fedKg);
      };
    },
  };
}
