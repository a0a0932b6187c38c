/** What signals see of the traffic: who is where, and how far each moved in the step before. */
export interface Seen {
  /** By track: the foremost and the hindmost on it. */
  readonly first: ArrayLike<number>;
  readonly last: ArrayLike<number>;
  /** By row. */
  readonly rowEnd: number;
  readonly track: Int32Array;
  readonly ahead: Int32Array;
  readonly behind: Int32Array;
  readonly trackBefore: Int32Array;
  readonly nextTurn: Int32Array;
  readonly tripKey: Uint32Array;
  readonly positionM: Float64Array;
  readonly speedMps: Float64Array;
  readonly speedFactor: Float64Array;
  readonly movedM: Float64Array;
  /** Where on the last edge of its way it ends. */
  readonly destinationM: Float64Array;
  /** 0 car, 1 truck, 2 bus, 3 emergency … as in the classes of lanes. */
  readonly kind: Uint8Array;
  /** As in the vehicles' rows. */
  readonly flags: Uint8Array;
  /** What length and top speed go by: the row's sort, and the figures of each sort. */
  readonly sort: ArrayLike<number>;
  readonly sortLengthM: ArrayLike<number>;
  readonly sortTopMps: ArrayLike<number>;
  /** By track, as limits stand now. */
  readonly trackLimitMps: Float64Array;
}
