/** OpenStreetMap's three kinds of things, as they come: ids are kept as text, because a re-import must find them again. */
export type Tags = ReadonlyMap<string, string>;

export interface OsmNode {
  readonly id: string;
  readonly latitudeDeg: number;
  readonly longitudeDeg: number;
  readonly tags: Tags;
}

export interface OsmWay {
  readonly id: string;
  readonly nodes: readonly string[];
  readonly tags: Tags;
}

export interface OsmMember {
  readonly type: 'node' | 'way' | 'relation';
  readonly ref: string;
  readonly role: string;
}

export interface OsmRelation {
  readonly id: string;
  readonly members: readonly OsmMember[];
  readonly tags: Tags;
}

export interface OsmData {
  readonly nodes: ReadonlyMap<string, OsmNode>;
  readonly ways: ReadonlyMap<string, OsmWay>;
  readonly relations: ReadonlyMap<string, OsmRelation>;
  readonly bounds?: OsmBounds;
  /** When and with what the extract was made, where it says so. */
  readonly made?: string;
}

export interface OsmBounds {
  readonly south: number;
  readonly west: number;
  readonly north: number;
  readonly east: number;
}
