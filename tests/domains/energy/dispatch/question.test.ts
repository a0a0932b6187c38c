import { beforeAll, expect, it } from 'vitest';
import {
  answerQuestion,
  buildModel,
  decodeAnswer,
  dispatch,
  encodeQuestion,
  hubOf,
  movedOn,
} from '../../../../sim/domains/energy/dispatch';
import { bankOf, type Station } from '../../../../sim/domains/energy/plants/stations';
import type { HighsSolver } from '../../../../sim/hosts/solver/highs-solver';
import { loadSolverInNode } from '../../../../sim/hosts/solver/load-in-node';
import { CodecError } from '../../../../sim/kernel';
import { asked, EVERYTHING } from './hubs';

let solver: HighsSolver;
beforeAll(async () => {
  solver = await loadSolverInNode();
});

const station: Station = {
  id: 's0',
  heat: [
    { id: 's0.90', supplyC: 90 },
    { id: 's0.45', supplyC: 45 },
  ],
  cooling: [{ id: 's0.c', supplyC: 6 }],
  banks: EVERYTHING.map((unit) => bankOf(unit, true)),
  feederKw: Number.POSITIVE_INFINITY,
};
const network = { stations: [station], importKw: Number.POSITIVE_INFINITY };
const inputs = asked(hubOf(network), 24, { 's0.90': 2000, 's0.45': 500, 's0.c': 400, 'city.ordinary': 3000 });

it('asks for a plan in bytes and hears the very plan in bytes, of any solver, at any time', async () => {
  const model = buildModel(hubOf(network), 24, 1);
  const first = dispatch(model, inputs, solver);
  const basis = movedOn(model, first.basis, 1);
  const expected = dispatch(model, inputs, solver, basis);
  const question = encodeQuestion({ network, inputs, basis });
  const answer = answerQuestion(question, solver);
  expect(decodeAnswer(answer)).toEqual(expected);
  // Another question in between, of another aim and with other heat pumps, and then the first one again.
  const other = { ...inputs, aim: 'carbon' as const, cop: inputs.cop.map((cop) => cop * 0.9) };
  expect(answerQuestion(encodeQuestion({ network, inputs: other }), solver)).not.toEqual(answer);
  expect(answerQuestion(question, solver)).toEqual(answer);
  expect(answerQuestion(question, await loadSolverInNode())).toEqual(answer);
});

it('holds all that is known: a change in anything changes the bytes', () => {
  const plain = encodeQuestion({ network, inputs });
  const changes = [
    { gasYuanPerKwh: 0.4 },
    { aim: 'carbon' as const },
    { gridPrimary: 2 },
    { cityGasKw: 9000 },
    { demandKw: inputs.demandKw.map((kw) => kw + 1) },
    { gasKw: Float64Array.of(5000) },
    { machines: inputs.machines.map(() => 1) },
    { now: { ...inputs.now, heldKwh: inputs.now.heldKwh.map((kwh) => kwh + 1) } },
  ];
  for (const change of changes)
    expect(encodeQuestion({ network, inputs: { ...inputs, ...change } })).not.toEqual(plain);
  expect(() => answerQuestion(plain.subarray(0, plain.length - 9), solver)).toThrow(CodecError);
});
