/** The books of galleries and of gas, closed around every step of a running city. */
import type { EnergyState } from '../../../../sim/domains/energy/state';
import type { TunnelState } from '../../../../sim/domains/tunnel';
import type { AnyDomain } from '../../../../sim/ports';
import { airLedger, fireLedger, floodLedger, gasLedger, restLedger, warmthLedger } from './galleries';
import { pipedGasLedger } from './piped-gas';
import type { Ledger } from './worst';

export function keepBooks(domains: readonly AnyDomain[]) {
  const ledgers: Ledger[] = [];
  const states = new Map<string, unknown>();
  return { watched: domains.map((domain) => watch(domain, ledgers, states)), ledgers, states };
}

/** The domain as it is, looked at before and after each of its steps. */
function watch(domain: AnyDomain, ledgers: Ledger[], states: Map<string, unknown>): AnyDomain {
  let before: ((context: { read(port: string): Float64Array }) => () => void) | undefined;
  return {
    ...domain,
    step(state, context) {
      states.set(domain.name, state);
      before ??= bookkeeper(domain.name, state, ledgers);
      const after = before(context as never);
      domain.step(state, context);
      after();
    },
  };
}

function bookkeeper(name: string, state: unknown, ledgers: Ledger[]) {
  const books =
    name === 'tunnel'
      ? [gasLedger, airLedger, warmthLedger, restLedger, fireLedger, floodLedger].map((each) =>
          each(state as TunnelState),
        )
      : name === 'energy'
        ? [pipedGasLedger(state as EnergyState)]
        : [];
  ledgers.push(...books.map(({ ledger }) => ledger));
  return (context: { read(port: string): Float64Array }) => {
    const open = books.map(({ begin }) => begin(context));
    return () => {
      for (const close of open) close();
    };
  };
}
