import { type KeyboardEvent, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { type Catalogue, formatShare, formatWithUnit, type Language, useLanguage, useText } from '../../i18n';
import { carrierColours } from '../../ui/carrier-colours';
import { colourOf, nodeName } from './node-names';
import type { DrawnLink, DrawnNode, SankeyGraph } from './sankey-graph';
import { placeLabels } from './sankey-labels';
import { bandPath, layOut, type PlacedBox, type SankeyLayout } from './sankey-layout';

interface PictureProps {
  readonly graph: SankeyGraph;
  /** The same of the other run, where there is one: both are then drawn to one scale, and differences are told. */
  readonly otherGraph: SankeyGraph | undefined;
  readonly other: Float32Array | undefined;
  readonly unit: 'kW' | 'kWh';
  /** 1 where the difference is this run less the other one, −1 the other way round. */
  readonly sign: 1 | -1;
}

type Item = { readonly kind: 'box'; readonly node: DrawnNode } | { readonly kind: 'band'; readonly link: DrawnLink };

const BOX_REM = 0.7;
const SIDE_REM = 8.2;
const LABEL_REM = 0.78;
const GAP_REM = 1.1;
const BAND_GAP_PX = 1;
/** Two lines of text, and a hair between them and the next. */
const LINES = 2.5;

/** Boxes and bands; arrow keys, a mouse or a finger go from one to the next, and a line below tells of it. */
export function SankeyPicture({ graph, otherGraph, other, unit, sign }: PictureProps) {
  const text = useText();
  const language = useLanguage();
  const frame = useRef<HTMLDivElement>(null);
  const { width, height, remPx } = useSize(frame);
  const [active, setActive] = useState<string | null>(null);
  const name = useId();
  const sidePx = SIDE_REM * remPx;
  const layout = useMemo(() => {
    const size = {
      width: Math.max(0, width - 2 * sidePx),
      height,
      boxWidth: BOX_REM * remPx,
      gap: GAP_REM * remPx,
      bandGap: BAND_GAP_PX,
    };
    const own = layOut(graph, size);
    if (!otherGraph) return own;
    const scale = Math.min(own.scale, layOut(otherGraph, size).scale);
    return scale === own.scale ? own : layOut(graph, { ...size, scale });
  }, [graph, otherGraph, width, height, remPx, sidePx]);
  const items = useMemo(() => itemsOf(layout), [layout]);
  const found = items.find((item) => keyOf(item) === active);
  const step = (event: KeyboardEvent) => {
    const way = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    const at = found ? items.indexOf(found) : -1;
    const next = event.key === 'Home' ? 0 : event.key === 'End' ? items.length - 1 : way === undefined ? -1 : at + way;
    if (next < 0 || next >= items.length) return;
    event.preventDefault();
    setActive(keyOf(items[next]));
  };
  const labelPx = LABEL_REM * remPx;
  const { columns } = graph;
  const labels = Array.from({ length: columns }, (_, column) =>
    placeLabels(
      layout.boxes.filter(({ node }) => node.column === column),
      LINES * labelPx,
      height,
    ),
  ).flat();
  const say = (value: number) => formatWithUnit(value, unit, language, { scaleOf: scaleOf(value, graph.total) });
  const idOf = (item: Item) => `${name} ${keyOf(item)}`.replace(/\s/g, '_');
  const pointAt = (item: Item) => ({
    id: idOf(item),
    role: 'option',
    'aria-selected': keyOf(item) === active,
    'aria-label': tell(item, graph, say, text, language),
    onPointerEnter: () => setActive(keyOf(item)),
    onClick: () => setActive(keyOf(item)),
  });
  return (
    <>
      <div
        className="sankey"
        ref={frame}
        role="listbox"
        tabIndex={0}
        data-active={found !== undefined}
        aria-label={text.flows.picture({ total: say(graph.total) })}
        aria-activedescendant={found && idOf(found)}
        onKeyDown={step}
        onPointerLeave={(event) => event.pointerType === 'mouse' && setActive(null)}
      >
        {width > 0 && (
          <svg viewBox={`0 0 ${width} ${height}`} role="presentation">
            <g transform={`translate(${sidePx} 0)`}>
              {layout.bands.map((band) => {
                const item: Item = { kind: 'band', link: band.link };
                return (
                  <path
                    key={keyOf(item)}
                    className="sankey-band"
                    data-near={isNear(found, band.link)}
                    d={bandPath(band)}
                    fill={carrierColours[colourOf(band.link)]}
                    {...pointAt(item)}
                  />
                );
              })}
              {layout.boxes.map(({ node, x, y, height: high }) => {
                const item: Item = { kind: 'box', node };
                return (
                  <rect
                    key={keyOf(item)}
                    className="sankey-box"
                    data-near={keyOf(item) === active}
                    x={x}
                    y={y}
                    width={BOX_REM * remPx}
                    height={high}
                    {...pointAt(item)}
                  />
                );
              })}
              {labels.map(({ box, y }) => (
                <Label
                  key={box.node.id}
                  box={box}
                  y={y}
                  isFirst={box.node.column === 0}
                  labelPx={labelPx}
                  boxPx={BOX_REM * remPx}
                  what={nodeName(box.node, text)}
                  value={say(box.node.value)}
                  difference={other && otherGraph ? differenceOf(box.node, otherGraph, sign) : undefined}
                  unit={unit}
                  language={language}
                />
              ))}
            </g>
          </svg>
        )}
      </div>
      <p className="flows-told" aria-live="polite">
        {found ? (
          <>
            <b>{tell(found, graph, say, text, language)}</b>{' '}
            {other && <span>{against(found, other, otherGraph, sign, unit, text, language)}</span>}
          </>
        ) : (
          <span>{text.flows.point}</span>
        )}
      </p>
    </>
  );
}

interface LabelProps {
  readonly box: PlacedBox;
  readonly y: number;
  readonly isFirst: boolean;
  readonly labelPx: number;
  readonly boxPx: number;
  readonly what: string;
  readonly value: string;
  readonly difference: number | undefined;
  readonly unit: 'kW' | 'kWh';
  readonly language: Language;
}

/** Name and value, in two lines: outside at the left edge, to the right of its box elsewhere. */
function Label({ box, y, isFirst, labelPx, boxPx, what, value, difference, unit, language }: LabelProps) {
  const x = isFirst ? box.x - 0.5 * labelPx : box.x + boxPx + 0.5 * labelPx;
  const isTold = difference !== undefined && Math.abs(difference) > LEAST_DIFFERENCE * Math.max(1, box.node.value);
  return (
    <text className="sankey-label" x={x} y={y} fontSize={labelPx} textAnchor={isFirst ? 'end' : 'start'}>
      <tspan x={x} dy="-0.15em">
        {what}
      </tspan>
      <tspan x={x} dy="1.12em" className="sankey-value">
        {value}
        {isTold && ` (${formatWithUnit(difference, unit, language, { signed: true, scaleOf: box.node.value })})`}
      </tspan>
    </text>
  );
}

/** A difference below this share is noise of rounding. */
const LEAST_DIFFERENCE = 1e-4;
/** A figure far below the whole is told in a unit of its own. */
const OWN_UNIT = 0.002;

const scaleOf = (value: number, total: number): number => (value < OWN_UNIT * total ? value : total);

function keyOf(item: Item): string {
  return item.kind === 'box' ? item.node.id : `${item.link.from} ${item.link.to} ${item.link.carrier}`;
}

function isNear(item: Item | undefined, link: DrawnLink): boolean {
  if (item === undefined) return false;
  if (item.kind === 'band') return keyOf(item) === `${link.from} ${link.to} ${link.carrier}`;
  return item.node.id === link.from || item.node.id === link.to;
}

/** Boxes from left to right and down each column, and after each box the bands that leave it. */
function itemsOf({ boxes, bands }: SankeyLayout): Item[] {
  const inOrder = [...boxes].sort((a, b) => a.node.column - b.node.column || a.y - b.y);
  return inOrder.flatMap(({ node }): Item[] => [
    { kind: 'box', node },
    ...bands
      .filter(({ link }) => link.from === node.id)
      .sort((a, b) => a.points[0].y - b.points[0].y)
      .map(({ link }): Item => ({ kind: 'band', link })),
  ]);
}

function tell(
  item: Item,
  graph: SankeyGraph,
  say: (value: number) => string,
  text: Catalogue,
  language: Language,
): string {
  const words = text.flows;
  const share = (value: number, of: number) => formatShare(of > 0 ? value / of : Number.NaN, language);
  if (item.kind === 'box') {
    const { node } = item;
    const how = words[node.side]({ value: say(node.value) });
    return `${nodeName(node, text)} ${how} · ${words.share({ share: share(node.value, graph.total), of: words.ofAll })}`;
  }
  const { link } = item;
  const node = (id: string) => graph.nodes.find((each) => each.id === id)!;
  const from = node(link.from);
  const to = node(link.to);
  const [fromName, toName] = [nodeName(from, text), nodeName(to, text)];
  return [
    words.link({ from: fromName, to: toName, value: say(link.value) }),
    words.share({ share: share(link.value, from.value), of: fromName }),
    words.share({ share: share(link.value, to.value), of: toName }),
  ].join(' · ');
}

function differenceOf(node: DrawnNode, otherGraph: SankeyGraph, sign: 1 | -1): number {
  return sign * (node.value - (otherGraph.nodes.find(({ id }) => id === node.id)?.value ?? 0));
}

function against(
  item: Item,
  other: Float32Array,
  otherGraph: SankeyGraph | undefined,
  sign: 1 | -1,
  unit: 'kW' | 'kWh',
  text: Catalogue,
  language: Language,
): string {
  const value = item.kind === 'box' ? item.node.value : item.link.value;
  const difference =
    item.kind === 'box'
      ? otherGraph && differenceOf(item.node, otherGraph, sign)
      : sign * (value - item.link.rows.reduce((sum, each) => sum + each.sign * other[each.row], 0));
  return text.flows.against({
    difference: formatWithUnit(difference, unit, language, { signed: true, scaleOf: value }),
  });
}

interface Size {
  readonly width: number;
  readonly height: number;
  readonly remPx: number;
}

function useSize(frame: React.RefObject<HTMLDivElement | null>): Size {
  const [size, setSize] = useState<Size>({ width: 0, height: 0, remPx: 16 });
  useLayoutEffect(() => {
    const { current } = frame;
    if (!current) return;
    const measure = () => {
      const remPx = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
      setSize({ width: current.clientWidth, height: current.clientHeight, remPx });
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(current);
    return () => observer.disconnect();
  }, [frame]);
  return size;
}
