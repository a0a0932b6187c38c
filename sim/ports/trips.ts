/** One run's trips by ascending number, so that two runs can be compared trip by trip; −1 stands for a time that has not come. */
export interface TripTable {
  readonly trip: Float64Array;
  /** Who makes it; −1 where no person is known. */
  readonly person: Int32Array;
  /** All times in seconds since the start of the run. */
  readonly dueSeconds: Float64Array;
  readonly enteredSeconds: Float64Array;
  readonly arrivedSeconds: Float64Array;
  /** Whole way on an empty road at the scene's limits, and the rest of it when the run ended. */
  readonly freeSeconds: Float64Array;
  readonly restSeconds: Float64Array;
}
