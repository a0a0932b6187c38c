import type { PlaybookName, Responder } from '../../sim';

const names: Readonly<Record<PlaybookName, string>> = {
  overload: 'an overloaded link',
  'gas-short': 'too little gas',
  crash: 'a crash',
};

const about: Readonly<Record<PlaybookName, string>> = {
  overload:
    'What hangs on the grid is brought below what it can carry: first cars, then light, devices and some degrees.',
  'gas-short': 'Where boilers have no gas, what heat there is goes further when every room is asked for less of it.',
  crash: 'The way is made free for those who help, and others are shown another.',
};

const who: Readonly<Record<Responder, string>> = {
  'grid-control': 'Grid control room',
  'heat-company': 'Heat company',
  'traffic-police': 'Traffic police',
  broadcast: 'Traffic broadcast',
};

/** What is said about who does what when something has happened. */
export const playbookWords = {
  names,
  about,
  who,
  open: 'Playbook',
  openFor: (p: { what: string }) => `What to do about it: ${p.what}`,
  title: (p: { name: string }) => `Playbook for ${p.name}`,
  because: (p: { what: string; time: string }) => `${p.time} · ${p.what}`,
  whoDoes: 'Who',
  does: 'Does what',
  when: 'When',
  after: (p: { count: number }) => `${p.count} min from now`,
  apply: 'Put into effect',
  applied: (p: { from: string; until: string }) => `decided, ${p.from} to ${p.until}`,
  refused: (p: { why: string }) => `not possible: ${p.why}`,
  takenOff: 'taken off again',
  by: (p: { who: string }) => `By playbook: ${p.who}`,
  note: 'Each step is a change like any other: it can be ended or taken off, and comparing says what it is worth. How soon each acts is our assumption.',
};
