/** A thread that lives cases of the interventions, one seed after another, and keeps what its rows have in common. */
import { parentPort } from 'node:worker_threads';
import type { CaseAnswer, CaseTask } from './interventions/crew';
import { figuresOf } from './interventions/figures';
import { Lived } from './interventions/live-pairs';
import { moreRows, rows } from './interventions/rows';

const lived = new Lived();
let current = '';

function answer({ row: id, at, seed }: CaseTask): CaseAnswer {
  const row = [...rows, ...moreRows].find((each) => each.id === id);
  if (!row) throw new Error(`met the row '${id}', expected one of the table`);
  if (id !== current) lived.forgetChanged();
  current = id;
  try {
    return { seed, figures: figuresOf(row.cases[at], lived.runsOf(row.cases[at], seed)) };
  } catch (error) {
    return { seed, failed: error instanceof Error ? error.message : String(error) };
  }
}

parentPort?.on('message', (task: CaseTask) => parentPort?.postMessage(answer(task)));
