import type { LandUse, Parcel } from '../../../scene/schema/land';
import { signedArea } from '../../geometry/polygon';
import type { Point } from '../../geometry/vector';
import type { Block } from '../blocks';
import { growShopStrip } from '../buildings/commerce';
import type { Draft, Plot } from '../buildings/draft';
import { growRecipe } from '../buildings/grow-recipe';
import { growSite, useOfSite } from '../buildings/grow-site';
import { cutFront, type Front, frontsOf } from './block-sides';
import { cutSites } from './cut-sites';
import { type Dice, diceFor } from './dice';
import { boundsOf, type Frame, frameAlong, outlineToLocal, quarterTurn } from './local-frame';
import { type PlannedBlock, type PlannedSite, useOfRecipe, type ZonesPlan } from './zones-plan';

/** A building with its place in the order of things, still without people. */
export interface GrownBuilding extends Draft {
  readonly id: string;
  readonly parcel: string;
  readonly district: string;
}

export interface GrownLand {
  readonly parcels: Parcel[];
  readonly buildings: GrownBuilding[];
  /** Between the houses of a parcel, where trees stand. */
  readonly gardens: (readonly Point[])[];
}

/** Grows every block of a plan. Ids come from the block's code, so that they stay whatever happens elsewhere. */
export function growLand(blocks: readonly Block[], zones: ZonesPlan): GrownLand {
  const planned = new Map(zones.blocks.map((entry) => [entry.id, entry]));
  const parcels: Parcel[] = [];
  const buildings: GrownBuilding[] = [];
  const gardens: (readonly Point[])[] = [];
  for (const block of blocks) {
    const entry = planned.get(block.id);
    if (!entry) throw new Error(`block ${block.id} has no entry in zones.json`);
    const sites = zones.sites.filter((site) => site.block === block.id);
    const register = registerOf(entry, parcels, buildings);
    gardens.push(...growBlock(block, entry, sites, zones, register));
  }
  return { parcels, buildings, gardens };
}

type Register = (use: LandUse, outline: readonly Point[], drafts: readonly Draft[], name?: Parcel['name']) => void;

function registerOf(entry: PlannedBlock, parcels: Parcel[], buildings: GrownBuilding[]): Register {
  let count = 0;
  return (use, outline, drafts, name) => {
    const id = `${entry.code}/${++count}`;
    const floorAreaM2 = drafts.reduce((sum, one) => sum + one.floorAreaM2, 0);
    const ratio = Math.round((100 * floorAreaM2) / signedArea(outline)) / 100;
    parcels.push({
      id,
      ...(name ? { name } : {}),
      use,
      outline: [...outline],
      ...(drafts.length > 0 ? { floorAreaRatio: ratio } : {}),
      district: entry.district,
    });
    drafts.forEach((one, k) => {
      buildings.push({ ...one, id: `${id}/${k + 1}`, parcel: id, district: entry.district });
    });
  };
}

function growBlock(
  block: Block,
  entry: PlannedBlock,
  sites: readonly PlannedSite[],
  zones: ZonesPlan,
  register: Register,
): (readonly Point[])[] {
  const dice = diceFor(block.id);
  const frame = frameAlong(block.outline);
  const fronts = frontsOf(block);
  const open = useOfRecipe[entry.recipe] === 'park' || entry.recipe === 'verge';
  let land: Point[][] = [[...block.outline]];
  for (const { street, depthM } of open ? [] : zones.greenFronts) {
    for (const front of fronts.filter((one) => one.street === street)) {
      const { strips, rest } = cutFront(land, front, depthM);
      for (const strip of strips) register('protective-green', strip, []);
      land = rest;
    }
  }
  const { cuts, rest } = land.length === 1 ? cutSites(land[0], frame, sites) : { cuts: [], rest: land };
  for (const { site, outline } of cuts) growOnSite(site, outline, frame, register);
  return rest.flatMap((piece) => growPiece(piece, block, entry, fronts, frame, dice, register));
}

const SMALLEST_PLOT_M2 = 900;
const SHOP_STRIP_M = 19;
const SHOPS_FROM_M2 = 22_000;

function growPiece(
  piece: readonly Point[],
  block: Block,
  entry: PlannedBlock,
  fronts: readonly Front[],
  frame: Frame,
  dice: Dice,
  register: Register,
): (readonly Point[])[] {
  const use = useOfRecipe[entry.recipe];
  const areaM2 = signedArea(piece);
  if (areaM2 < SMALLEST_PLOT_M2 && use !== 'park') {
    if (areaM2 > 60) register('protective-green', piece, []);
    return [];
  }
  let land: Point[][] = [[...piece]];
  const shopFront = use === 'housing' && areaM2 > SHOPS_FROM_M2 ? shoppingFrontOf(fronts) : undefined;
  if (shopFront && entry.recipe !== 'terraces' && entry.recipe !== 'dormitories') {
    const { strips, rest } = cutFront(land, shopFront, SHOP_STRIP_M);
    for (const strip of strips) register('commerce', strip, shopsOn(strip, `${block.id}/shops`));
    land = rest;
  }
  return land.flatMap((outline) => {
    const plot: Plot = { id: block.id, outline, frame, dice };
    return growRecipe(plot, entry, block.outline).flatMap(({ outline: parcel, drafts, gardens }) => {
      if (signedArea(parcel) > 60) register(use, parcel, drafts, entry.name);
      return gardens;
    });
  });
}

/** Shops stand where people pass: on a collector, else on an arterial without a green front. */
function shoppingFrontOf(fronts: readonly Front[]): Front | undefined {
  const long = fronts.filter((front) => front.lengthM > 90);
  return long.find((front) => front.class === 'collector') ?? long.find((front) => front.class === 'local');
}

function shopsOn(strip: readonly Point[], key: string): Draft[] {
  const frame = frameAlong(strip);
  const { minX, maxX, minY, maxY } = boundsOf(outlineToLocal(frame, strip));
  const lying = maxX - minX >= maxY - minY ? frame : quarterTurn(frame);
  return growShopStrip({ id: key, outline: strip, frame: lying, dice: diceFor(key) });
}

/** A school keeps half of its ground as a field. */
function growOnSite(site: PlannedSite, outline: readonly Point[], frame: Frame, register: Register): void {
  const plot: Plot = { id: site.id, outline, frame, dice: diceFor(site.id) };
  if (site.kind === 'school') {
    const { minX, maxX, minY, maxY } = boundsOf(outlineToLocal(frame, outline));
    const wide = maxX - minX > maxY - minY;
    const front: Front = schoolFieldFront(frame, wide, { minX, maxX, minY, maxY });
    const { strips, rest } = cutFront([outline], front, wide ? 0.42 * (maxX - minX) : 0.45 * (maxY - minY));
    for (const field of strips)
      register('park', field, [], { zh: `${site.name.zh}运动场`, en: `Field of ${site.name.en}` });
    for (const house of rest) register('school', house, growSite({ ...plot, outline: house }, site), site.name);
    return;
  }
  register(useOfSite[site.kind], outline, growSite(plot, site), site.name);
}

function schoolFieldFront(
  frame: Frame,
  wide: boolean,
  { minX, maxX, minY, maxY }: { minX: number; maxX: number; minY: number; maxY: number },
): Front {
  const [c, s] = frame.east;
  const world = (x: number, y: number): Point => [x * c - y * s, x * s + y * c];
  const [from, to] = wide ? [world(minX, maxY), world(minX, minY)] : [world(minX, minY), world(maxX, minY)];
  return { street: '', class: 'local', from, to, insetM: 0, lengthM: wide ? maxY - minY : maxX - minX };
}
