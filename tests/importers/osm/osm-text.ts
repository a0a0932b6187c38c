/** Small extracts written by hand: a grid of places 0.001° apart, about 111 m north and 100 m east. */
export interface MadeWay {
  readonly id?: number;
  readonly nodes: readonly number[];
  readonly tags: Readonly<Record<string, string>>;
}

export interface MadeRelation {
  readonly id: number;
  readonly members: readonly { type: 'node' | 'way'; ref: number; role: string }[];
  readonly tags: Readonly<Record<string, string>>;
}

export interface MadeMap {
  /** Id → [east, north] in metres or so from the corner. */
  readonly nodes: Readonly<Record<number, readonly [number, number, Readonly<Record<string, string>>?]>>;
  readonly ways: readonly MadeWay[];
  readonly relations?: readonly MadeRelation[];
  readonly corner?: readonly [latitude: number, longitude: number];
  readonly bounds?: readonly [number, number, number, number];
}

const M_PER_DEGREE = 111_200;

export function placeOf([latitude, longitude]: readonly [number, number], east: number, north: number) {
  const cosine = Math.cos((latitude * Math.PI) / 180);
  return { lat: latitude + north / M_PER_DEGREE, lon: longitude + east / (M_PER_DEGREE * cosine) };
}

export function osmXml({ nodes, ways, relations = [], corner = [52.5, 13.4], bounds }: MadeMap): string {
  const tagsOf = (tags: Readonly<Record<string, string>> = {}) =>
    Object.entries(tags)
      .map(([k, v]) => `<tag k="${escaped(k)}" v="${escaped(v)}"/>`)
      .join('');
  const box = bounds
    ? `<bounds minlat="${placeOf(corner, bounds[0], bounds[1]).lat}" minlon="${placeOf(corner, bounds[0], bounds[1]).lon}" maxlat="${placeOf(corner, bounds[2], bounds[3]).lat}" maxlon="${placeOf(corner, bounds[2], bounds[3]).lon}"/>`
    : '';
  const points = Object.entries(nodes).map(([id, [east, north, tags]]) => {
    const { lat, lon } = placeOf(corner, east, north);
    return `<node id="${id}" lat="${lat.toFixed(9)}" lon="${lon.toFixed(9)}">${tagsOf(tags)}</node>`;
  });
  const lines = ways.map(
    ({ id, nodes: refs, tags }, k) =>
      `<way id="${id ?? 100 + k}">${refs.map((ref) => `<nd ref="${ref}"/>`).join('')}${tagsOf(tags)}</way>`,
  );
  const related = relations.map(
    ({ id, members, tags }) =>
      `<relation id="${id}">${members.map(({ type, ref, role }) => `<member type="${type}" ref="${ref}" role="${role}"/>`).join('')}${tagsOf(tags)}</relation>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<osm version="0.6">${box}${points.join('')}${lines.join('')}${related.join('')}</osm>`;
}

export function overpassJson({ nodes, ways, relations = [], corner = [52.5, 13.4] }: MadeMap): string {
  const elements = [
    ...Object.entries(nodes).map(([id, [east, north, tags]]) => ({
      type: 'node',
      id: Number(id),
      lat: Number(placeOf(corner, east, north).lat.toFixed(9)),
      lon: Number(placeOf(corner, east, north).lon.toFixed(9)),
      ...(tags ? { tags } : {}),
    })),
    ...ways.map(({ id, nodes: refs, tags }, k) => ({ type: 'way', id: id ?? 100 + k, nodes: refs, tags })),
    ...relations.map((relation) => ({ type: 'relation', ...relation })),
  ];
  return JSON.stringify({ version: 0.6, elements });
}

const escaped = (text: string) => text.replace(/[&<>"\n\r\t]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** A crossroads with arms of 150 m, each of its own tags. */
export function crossroads(
  arms: Partial<Record<'n' | 'e' | 's' | 'w', Readonly<Record<string, string>>>> = {},
  centre: Readonly<Record<string, string>> = {},
): MadeMap {
  const tags = (side: 'n' | 'e' | 's' | 'w') => ({
    highway: 'residential',
    name: side === 'n' || side === 's' ? 'Main' : 'Side',
    ...arms[side],
  });
  return {
    nodes: { 1: [0, 0, centre], 2: [0, 150], 3: [150, 0], 4: [0, -150], 5: [-150, 0] },
    ways: [
      { id: 11, nodes: [1, 2], tags: tags('n') },
      { id: 12, nodes: [1, 3], tags: tags('e') },
      { id: 13, nodes: [4, 1], tags: tags('s') },
      { id: 14, nodes: [5, 1], tags: tags('w') },
    ],
  };
}
