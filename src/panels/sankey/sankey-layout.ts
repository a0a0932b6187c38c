/**
 * Places a Sankey picture: columns of boxes as high as what passes them, and bands that keep their width and go round the
 * boxes in between, by a place of their own in every column that they cross (as in Sugiyama's layered drawings). The
 * order within a column is given by where nodes lie and never by values, so that a living picture keeps its shape; only
 * heights follow the values: each box is drawn to the middle of its neighbours, then columns are parted without overlap.
 */
import type { DrawnLink, DrawnNode, SankeyGraph } from './sankey-graph';

export interface PlacedBox {
  readonly node: DrawnNode;
  readonly x: number;
  readonly y: number;
  readonly height: number;
}

/** A band from box to box: where its upper edge lies in each column that it touches, and how wide it is. */
export interface PlacedBand {
  readonly link: DrawnLink;
  readonly width: number;
  readonly points: readonly { readonly x: number; readonly y: number }[];
}

export interface SankeyLayout {
  readonly boxes: readonly PlacedBox[];
  readonly bands: readonly PlacedBand[];
  /** Pixels of height a unit of value. */
  readonly scale: number;
}

export interface LayoutSize {
  readonly width: number;
  readonly height: number;
  readonly boxWidth: number;
  /** Room between boxes, and between bands that pass side by side. */
  readonly gap: number;
  readonly bandGap: number;
  /** A scale that another picture has, for both to be compared; as large as fits where it is left out. */
  readonly scale?: number;
}

/** A place in a column: a box, or a band that passes. */
interface Place {
  readonly node: DrawnNode | null;
  readonly link: DrawnLink | null;
  readonly column: number;
  readonly lie: number;
  readonly value: number;
  readonly before: { readonly place: Place; readonly value: number }[];
  readonly after: { readonly place: Place; readonly value: number }[];
  y: number;
}

const ROUNDS = 12;
/** A thread that can still be seen and pressed. */
const LEAST_BAND = 0.75;

export function layOut({ nodes, links, columns }: SankeyGraph, size: LayoutSize): SankeyLayout {
  const places = nodes.map(placeOf);
  const ofNode = new Map(places.map((place) => [place.node!.id, place]));
  const chains = links.map((link) => chainOf(link, ofNode, places));
  const inColumn = Array.from({ length: columns }, (_, column) =>
    places.filter((place) => place.column === column).sort(byLie),
  );
  const scale = size.scale ?? scaleFor(inColumn, size);
  const heightOf = ({ value }: Place) => value * scale;
  for (const column of inColumn) stack(column, size, heightOf);
  for (let round = 0; round < ROUNDS; round++) {
    const forth = round % 2 === 0;
    const order = forth ? inColumn : [...inColumn].reverse();
    for (const column of order) {
      for (const place of column) pull(place, forth ? place.before : place.after, heightOf);
      part(column, size, heightOf);
    }
  }
  const step = columns > 1 ? (size.width - size.boxWidth) / (columns - 1) : 0;
  const boxes = places.flatMap((place) =>
    place.node === null
      ? []
      : [{ node: place.node, x: place.column * step, y: place.y, height: Math.max(LEAST_BAND, heightOf(place)) }],
  );
  return { boxes, bands: bandsOf(links, chains, scale, step, size.boxWidth), scale };
}

function placeOf(node: DrawnNode): Place {
  return { node, link: null, column: node.column, lie: node.lie, value: node.value, before: [], after: [], y: 0 };
}

/** Box, a place in every column between, box; and who is whose neighbour. */
function chainOf(link: DrawnLink, ofNode: ReadonlyMap<string, Place>, places: Place[]): readonly Place[] {
  const from = ofNode.get(link.from)!;
  const to = ofNode.get(link.to)!;
  const chain: Place[] = [from];
  for (let column = from.column + 1; column < to.column; column++) {
    const share = (column - from.column) / (to.column - from.column);
    const lie = from.lie + share * (to.lie - from.lie);
    chain.push({ node: null, link, column, lie, value: link.value, before: [], after: [], y: 0 });
  }
  places.push(...chain.slice(1));
  chain.push(to);
  for (let i = 1; i < chain.length; i++) {
    chain[i].before.push({ place: chain[i - 1], value: link.value });
    chain[i - 1].after.push({ place: chain[i], value: link.value });
  }
  return chain;
}

const nameOf = ({ node, link }: Place): string => node?.id ?? `${link!.from} ${link!.to} ${link!.carrier}`;

function byLie(a: Place, b: Place): number {
  return a.lie - b.lie || (nameOf(a) < nameOf(b) ? -1 : 1);
}

/** Bands of one origin or one end that pass beside one another keep together. */
function gapBetween(a: Place, b: Place, { gap, bandGap }: LayoutSize): number {
  if (a.node !== null || b.node !== null) return gap;
  return a.link!.from === b.link!.from || a.link!.to === b.link!.to ? bandGap : gap / 2;
}

function gapsOf(column: readonly Place[], size: LayoutSize): number {
  let sum = 0;
  for (let i = 1; i < column.length; i++) sum += gapBetween(column[i - 1], column[i], size);
  return sum;
}

function scaleFor(inColumn: readonly (readonly Place[])[], size: LayoutSize): number {
  let scale = Number.POSITIVE_INFINITY;
  for (const column of inColumn) {
    const sum = column.reduce((total, { value }) => total + value, 0);
    if (sum > 0) scale = Math.min(scale, Math.max(0, size.height - gapsOf(column, size)) / sum);
  }
  return Number.isFinite(scale) ? scale : 0;
}

function stack(column: readonly Place[], size: LayoutSize, heightOf: (place: Place) => number): void {
  const high = column.reduce((sum, place) => sum + heightOf(place), 0) + gapsOf(column, size);
  let y = Math.max(0, (size.height - high) / 2);
  column.forEach((place, i) => {
    if (i > 0) y += gapBetween(column[i - 1], place, size);
    place.y = y;
    y += heightOf(place);
  });
}

/** To where its neighbours' middles are, by what flows. */
function pull(place: Place, neighbours: Place['before'], heightOf: (place: Place) => number): void {
  let sum = 0;
  let weight = 0;
  for (const { place: other, value } of neighbours) {
    sum += value * (other.y + heightOf(other) / 2);
    weight += value;
  }
  if (weight > 0) place.y = sum / weight - heightOf(place) / 2;
}

/** Downwards first, then back up from the lower edge: in order, without overlap, within the picture. */
function part(column: readonly Place[], size: LayoutSize, heightOf: (place: Place) => number): void {
  let least = 0;
  column.forEach((place, i) => {
    if (i > 0) least += gapBetween(column[i - 1], place, size);
    place.y = Math.max(place.y, least);
    least = place.y + heightOf(place);
  });
  let most = size.height;
  for (let i = column.length - 1; i >= 0; i--) {
    const place = column[i];
    place.y = Math.min(place.y, most - heightOf(place));
    most = place.y - (i > 0 ? gapBetween(column[i - 1], place, size) : 0);
  }
}

/** Bands leave and reach a box in the order in which their next places lie, one below the other. */
function bandsOf(
  links: readonly DrawnLink[],
  chains: readonly (readonly Place[])[],
  scale: number,
  step: number,
  boxWidth: number,
): PlacedBand[] {
  const start = new Float64Array(links.length);
  const end = new Float64Array(links.length);
  const spread = (
    into: Float64Array,
    ownOf: (chain: readonly Place[]) => Place,
    nextOf: (chain: readonly Place[]) => Place,
  ) => {
    const at = new Map<Place, number[]>();
    chains.forEach((chain, i) => {
      const there = at.get(ownOf(chain)) ?? [];
      at.set(ownOf(chain), there);
      there.push(i);
    });
    for (const [place, all] of at) {
      let y = place.y;
      all.sort((a, b) => nextOf(chains[a]).y - nextOf(chains[b]).y || a - b);
      for (const i of all) {
        into[i] = y;
        y += links[i].value * scale;
      }
    }
  };
  spread(
    start,
    (chain) => chain[0],
    (chain) => chain[1],
  );
  spread(
    end,
    (chain) => chain[chain.length - 1],
    (chain) => chain[chain.length - 2],
  );
  return links.map((link, i) => {
    const chain = chains[i];
    const points = [{ x: chain[0].column * step + boxWidth, y: start[i] }];
    for (const { column, y } of chain.slice(1, -1))
      points.push({ x: column * step, y }, { x: column * step + boxWidth, y });
    points.push({ x: chain[chain.length - 1].column * step, y: end[i] });
    return { link, width: Math.max(LEAST_BAND, link.value * scale), points };
  });
}

/** The outline of a band: level where it passes a column, a smooth bend in between. */
export function bandPath({ points, width }: PlacedBand): string {
  const there = edge(points, 0);
  const back = edge([...points].reverse(), width);
  return `M${there}L${back}Z`;
}

function edge(points: PlacedBand['points'], down: number): string {
  const at = (i: number) => `${round(points[i].x)} ${round(points[i].y + down)}`;
  let path = at(0);
  for (let i = 1; i < points.length; i++) {
    const middle = round((points[i - 1].x + points[i].x) / 2);
    const isLevel = points[i].y === points[i - 1].y;
    path += isLevel
      ? `L${at(i)}`
      : `C${middle} ${round(points[i - 1].y + down)} ${middle} ${round(points[i].y + down)} ${at(i)}`;
  }
  return path;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
