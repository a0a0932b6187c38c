/** A net.xml as plain records, each with what its attributes say and nothing concluded from them. */
import type { Result } from '../../../kernel';
import { readXml, type XmlElement } from '../../xml';

type Attributes = ReadonlyMap<string, string>;

export interface NetLane {
  readonly id: string;
  readonly attributes: Attributes;
}
export interface NetEdge {
  readonly id: string;
  readonly attributes: Attributes;
  readonly lanes: NetLane[];
}
export interface NetJunction {
  readonly id: string;
  readonly attributes: Attributes;
  readonly requests: Attributes[];
}
export interface NetProgram {
  readonly id: string;
  readonly attributes: Attributes;
  readonly phases: Attributes[];
  readonly parameters: Map<string, string>;
  /** The file that it stands in. */
  readonly file: string;
}
export interface NetElements {
  readonly root: Attributes;
  location?: Attributes;
  readonly edges: NetEdge[];
  readonly junctions: NetJunction[];
  readonly connections: Attributes[];
  readonly roundabouts: Attributes[];
  readonly programs: NetProgram[];
  /** Elements that nobody here reads, by name. */
  readonly unread: Map<string, number>;
}

/** Of use to the converter or the screen only. */
const PASSED_OVER = new Set(['type', 'configuration', 'restriction', 'param', 'stopOffset', 'neigh', 'key']);

export function readNet(file: string, text: string): Result<NetElements> {
  const net: NetElements = {
    root: new Map(),
    edges: [],
    junctions: [],
    connections: [],
    roundabouts: [],
    programs: [],
    unread: new Map(),
  };
  let parent = '';
  const read = readXml(text, {
    open(element, depth) {
      if (depth === 0) Object.assign(net, { root: attributesOf(element) });
      else if (depth === 1) {
        parent = element.name;
        openTop(net, element, file);
      } else if (depth === 2) openInside(net, parent, element);
    },
  });
  return read.ok ? { ...read, value: net } : read;
}

export function attributesOf(element: XmlElement): Map<string, string> {
  return new Map(element.attributeNames.map((name) => [name, element.get(name)!]));
}

function openTop(net: NetElements, element: XmlElement, file: string): void {
  const attributes = attributesOf(element);
  const id = attributes.get('id') ?? '';
  if (element.name === 'edge') net.edges.push({ id, attributes, lanes: [] });
  else if (element.name === 'junction') net.junctions.push({ id, attributes, requests: [] });
  else if (element.name === 'connection') net.connections.push(attributes);
  else if (element.name === 'tlLogic') net.programs.push({ id, attributes, phases: [], parameters: new Map(), file });
  else if (element.name === 'roundabout') net.roundabouts.push(attributes);
  else if (element.name === 'location') net.location = attributes;
  else if (!PASSED_OVER.has(element.name)) net.unread.set(element.name, (net.unread.get(element.name) ?? 0) + 1);
}

function openInside(net: NetElements, parent: string, element: XmlElement): void {
  if (parent === 'edge' && element.name === 'lane') {
    net.edges[net.edges.length - 1].lanes.push({ id: element.get('id') ?? '', attributes: attributesOf(element) });
  } else if (parent === 'junction' && element.name === 'request') {
    net.junctions[net.junctions.length - 1].requests.push(attributesOf(element));
  } else if (parent === 'tlLogic') openInProgram(net.programs[net.programs.length - 1], element);
}

export function openInProgram(program: NetProgram, element: XmlElement): void {
  if (element.name === 'phase') program.phases.push(attributesOf(element));
  else if (element.name === 'param') program.parameters.set(element.get('key') ?? '', element.get('value') ?? '');
}
