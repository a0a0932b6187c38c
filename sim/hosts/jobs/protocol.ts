/** Between a worker that runs a city and the one that does its long work. */
export interface JobMessage {
  readonly serial: number;
  readonly domain: string;
  readonly question: Uint8Array;
}

export type JobReply =
  | { readonly serial: number; readonly answer: Uint8Array }
  | { readonly serial: number; readonly error: string };
