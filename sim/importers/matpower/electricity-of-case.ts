/** A case's tables as a scene's electrical network: per unit to ohms, nanofarads, amperes and kilowatts. */
import { PI } from '../../kernel';
import type { ElectricityFile, Point } from '../../scene';
import { BRANCH, BUS, GEN, type MatpowerCase, type Row } from './case';
import type { ImportNotes } from './report';

/** Where the file gives none: its buses have one level for all, and only ratios say where transformers are. */
const GUESSED_KV = 110;
const OMEGA = 2 * PI * 50;
const STIFF_GRID_MVA = 10_000;
/** Where no rating is given: what nobody will reach. */
const UNRATED_BASES = 100;

type Generator = ElectricityFile['generators'][number];

export function electricityOfCase(given: MatpowerCase, places: readonly Point[], notes: ImportNotes): ElectricityFile {
  const { baseMva, bus, branch, gen } = given;
  const rowOf = new Map(bus.map((row, i) => [row[BUS.id], i]));
  const idOf = (number: number) => `bus-${number}`;
  const kvOf = (number: number) => bus[rowOf.get(number)!][BUS.baseKv] || GUESSED_KV;
  const running = new Set(gen.filter((row) => row[GEN.status] > 0).map((row) => row[GEN.bus]));
  const isOut = (number: number) => bus[rowOf.get(number)!][BUS.type] === 4;

  const buses: ElectricityFile['buses'] = bus.map((row, i) => {
    const path = ['bus', i + 1];
    if (row[BUS.baseKv] === 0) {
      notes.add('guessed', 'guessed-kilovolts', [...path, 'baseKV'], `bus ${row[BUS.id]} has none: ${GUESSED_KV} kV`);
    }
    if (isOut(row[BUS.id])) {
      notes.add(
        'noted',
        'out-of-service',
        [...path, 'type'],
        `bus ${row[BUS.id]}: its branches are open, nothing runs`,
      );
    }
    const name = given.busNames?.[i]?.trim();
    return {
      id: idOf(row[BUS.id]),
      ...(name && { name: { zh: name, en: name } }),
      at: places[i],
      kilovolts: row[BUS.baseKv] || GUESSED_KV,
      ...present('loadKw', row[BUS.pd] * 1000),
      ...present('loadKvar', row[BUS.qd] * 1000),
      ...present('shuntKw', row[BUS.gs] * 1000),
      ...present('shuntKvar', row[BUS.bs] * 1000),
    };
  });

  const branches: ElectricityFile['branches'] = [];
  const transformers: ElectricityFile['transformers'] = [];
  branch.forEach((row, k) => {
    const [from, to] = [row[BRANCH.from], row[BRANCH.to]];
    const path = ['branch', k + 1];
    const id = `branch-${k + 1}`;
    const kv = kvOf(to);
    const isTransformer = row[BRANCH.ratio] !== 0 || row[BRANCH.shift] !== 0 || kvOf(from) !== kv;
    const isOn = row[BRANCH.status] > 0 && !isOut(from) && !isOut(to);
    const rating = row[BRANCH.rateA] > 0 ? row[BRANCH.rateA] : UNRATED_BASES * baseMva;
    if (row[BRANCH.rateA] === 0) {
      notes.add(
        'guessed',
        'guessed-rating',
        [...path, 'rateA'],
        `none is given: ${rating} MVA, so that it never binds`,
      );
    }
    if (isTransformer) {
      if (!isOn) {
        notes.add(
          'dropped',
          'open-transformer',
          [...path, 'status'],
          `${id} is out of service: no transformer can be open`,
        );
        return;
      }
      if (row[BRANCH.r] < 0 || row[BRANCH.x] <= 0) {
        const what = `r = ${row[BRANCH.r]}, x = ${row[BRANCH.x]}`;
        notes.add('not-carried', 'strange-transformer', [...path, 'x'], `${what}: its size is kept, its sign is not`);
      }
      if (row[BRANCH.b] !== 0) {
        // Half at either end, and at its from end behind the turns.
        notes.add('noted', 'transformer-charging', [...path, 'b'], `b = ${row[BRANCH.b]} stands as shunts at its ends`);
        const half = 500 * row[BRANCH.b] * baseMva;
        addShunt(buses[rowOf.get(from)!], half / (row[BRANCH.ratio] || 1) / (row[BRANCH.ratio] || 1));
        addShunt(buses[rowOf.get(to)!], half);
      }
      const onRating = rating / baseMva;
      const r = Math.abs(row[BRANCH.r]);
      transformers.push({
        id,
        from: idOf(from),
        to: idOf(to),
        ratingKva: rating * 1000,
        shortCircuitPercent: 100 * Math.sqrt(r * r + row[BRANCH.x] * row[BRANCH.x]) * onRating,
        copperLossKw: r * onRating * rating * 1000,
        ironLossKw: 0,
        ...(row[BRANCH.ratio] !== 0 && row[BRANCH.ratio] !== 1 && { ratio: row[BRANCH.ratio] }),
        ...present('shiftDeg', row[BRANCH.shift]),
      });
      return;
    }
    const ohm = (kv * kv) / baseMva;
    const [a, b] = [places[rowOf.get(from)!], places[rowOf.get(to)!]];
    if (row[BRANCH.r] < 0) {
      notes.add('not-carried', 'negative-resistance', [...path, 'r'], `r = ${row[BRANCH.r]} is taken as 0`);
    }
    if (row[BRANCH.b] < 0) {
      notes.add('not-carried', 'negative-charging', [...path, 'b'], `b = ${row[BRANCH.b]} is taken as 0`);
    }
    branches.push({
      id,
      from: idOf(from),
      to: idOf(to),
      kind: 'overhead',
      lengthM: Math.max(1, Math.sqrt((a[0] - b[0]) * (a[0] - b[0]) + (a[1] - b[1]) * (a[1] - b[1]))),
      resistanceOhm: Math.max(0, row[BRANCH.r]) * ohm,
      reactanceOhm: row[BRANCH.x] * ohm,
      ...(row[BRANCH.b] > 0 && { capacitanceNf: (row[BRANCH.b] / ohm / OMEGA) * 1e9 }),
      ratingA: (rating * 1000) / (Math.sqrt(3) * kv),
      ...(!isOn && { closed: false }),
    });
  });

  const supplies: ElectricityFile['supplies'] = [];
  const generators: Generator[] = [];
  const slacks = new Set(bus.filter((row) => row[BUS.type] === 3).map((row) => row[BUS.id]));
  const holders = [...slacks].filter((id) => running.has(id));
  // As MATPOWER: where no bus of type 3 has a generator, the first that holds its voltage holds the angle too.
  const stand = bus.find((row) => row[BUS.type] === 2 && running.has(row[BUS.id]))?.[BUS.id];
  const isSlack = new Set(holders.length > 0 || stand === undefined ? holders : [stand]);
  gen.forEach((row, k) => {
    const path = ['gen', k + 1];
    const id = row[GEN.bus];
    if (!(row[GEN.status] > 0) || isOut(id)) {
      notes.add('dropped', 'generator-off', [...path, 'status'], `at bus ${id}: out of service`);
      return;
    }
    if (isSlack.has(id) && !supplies.some((each) => each.bus === idOf(id))) {
      const last = gen.findLast((each) => each[GEN.bus] === id && each[GEN.status] > 0)!;
      notes.add(
        'guessed',
        'supply',
        path,
        `at bus ${id}: a grid of ${STIFF_GRID_MVA} MVA that holds voltage and angle`,
      );
      supplies.push({
        id: `supply-${id}`,
        bus: idOf(id),
        shortCircuitMva: STIFF_GRID_MVA,
        ...(last[GEN.vg] !== 1 && { voltagePu: last[GEN.vg] }),
        ...present('angleDeg', bus[rowOf.get(id)!][BUS.va]),
      });
      return;
    }
    generators.push(generatorOf(row, k));
  });

  return {
    baseMva,
    buses,
    branches,
    transformers,
    supplies,
    switches: [],
    feeders: [],
    generators,
    batteries: [],
  };

  function generatorOf(row: Row, k: number): Generator {
    const id = row[GEN.bus];
    const path = ['gen', k + 1];
    const fuel = given.genFuels?.[k]?.toLowerCase();
    const kind = fuel === 'solar' ? 'photovoltaic' : fuel === 'wind' ? 'wind' : 'chp';
    if (kind === 'chp')
      notes.add('guessed', 'generator-kind', path, `at bus ${id}: ${fuel ?? 'no fuel'} stands as chp`);
    const most = row[GEN.pMax];
    const ratedMw = most > 0 && Number.isFinite(most) ? most : Math.max(Math.abs(row[GEN.pg]), 1);
    if (ratedMw !== most) notes.add('guessed', 'generator-rating', [...path, 'Pmax'], `met ${most}: ${ratedMw} MW`);
    const holds = bus[rowOf.get(id)!][BUS.type] === 2 || isSlack.has(id);
    if (Number.isFinite(row[GEN.qMax]) || Number.isFinite(row[GEN.qMin])) {
      notes.add('not-carried', 'reactive-limits', [...path, 'Qmax'], `${row[GEN.qMin]} to ${row[GEN.qMax]} Mvar`);
    }
    return {
      id: `generator-${k + 1}`,
      bus: idOf(id),
      kind,
      ratedKw: ratedMw * 1000,
      outputKw: row[GEN.pg] * 1000,
      ...present('outputKvar', row[GEN.qg] * 1000),
      ...(holds && { voltagePu: gen.findLast((each) => each[GEN.bus] === id && each[GEN.status] > 0)![GEN.vg] }),
    };
  }
}

function present<Key extends string>(key: Key, value: number): { readonly [K in Key]?: number } {
  return value === 0 ? {} : ({ [key]: value } as { readonly [K in Key]?: number });
}

function addShunt(bus: ElectricityFile['buses'][number], kvar: number): void {
  bus.shuntKvar = (bus.shuntKvar ?? 0) + kvar;
}
