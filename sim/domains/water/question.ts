/**
 * One minute of the network as a question of bytes: the network as it is laid just now, what is asked of it, what is
 * open, what tanks hold. The answer follows from it alone.
 */
import { Decoder, Encoder, type PressureNetwork, type PressureSnapshot } from '../../kernel';

const QUESTION = 'water-question';
const ANSWER = 'water-answer';
const VERSION = 1;

export interface Question {
  readonly network: PressureNetwork;
  readonly snapshot: PressureSnapshot;
  readonly stepSeconds: number;
  /** By held node: what a tank still takes and what it holds, m³; endless for what never fills. */
  readonly roomM3: Float64Array;
  readonly heldM3: Float64Array;
  /** Held nodes are joined by the pipes from here on, in their order. */
  readonly firstOutlet: number;
  /** From this held node on they are works, each holding a node's head by so many pumps. */
  readonly firstWorks: number;
  readonly worksOfPump: Int32Array;
}

export interface Answer {
  readonly state: 0 | 1 | 2;
  /** NaN where nothing reaches. */
  readonly headM: Float64Array;
  readonly askedM3PerS: Float64Array;
  readonly servedM3PerS: Float64Array;
  readonly escapedM3PerS: Float64Array;
  readonly pipeM3PerS: Float64Array;
  /** Through each pump, and the speed it ran at over that of its curve. */
  readonly pumpM3PerS: Float64Array;
  readonly pumpSpeed: Float64Array;
  readonly pumpHeadM: Float64Array;
}

export function packQuestion({ network, snapshot, ...rest }: Question): Uint8Array {
  const out = new Encoder(QUESTION, VERSION);
  out.float64s(network.heightM).u32(network.heldCount).int32s(network.pipeFrom).int32s(network.pipeTo);
  out.float64s(network.pipeLengthM).float64s(network.pipeDiameterM).float64s(network.pipeRoughnessM);
  out.int32s(network.pumpFrom).int32s(network.pumpTo).float64s(network.pumpHeadM).float64s(network.pumpFlowM3PerS);
  out.f64(network.leastPressureM).f64(network.servicePressureM);
  out.float64s(snapshot.demandM3PerS).float64s(snapshot.openingM3PerS).float64s(snapshot.heldHeadM);
  out.uint8s(snapshot.pipeIsOpen).float64s(snapshot.pumpSpeed);
  out.f64(rest.stepSeconds).float64s(rest.roomM3).float64s(rest.heldM3);
  out.u32(rest.firstOutlet).u32(rest.firstWorks).int32s(rest.worksOfPump);
  return out.finish();
}

export function unpackQuestion(bytes: Uint8Array): Question {
  const from = new Decoder(bytes, QUESTION, VERSION);
  const network: PressureNetwork = {
    heightM: from.float64s(),
    heldCount: from.u32(),
    pipeFrom: from.int32s(),
    pipeTo: from.int32s(),
    pipeLengthM: from.float64s(),
    pipeDiameterM: from.float64s(),
    pipeRoughnessM: from.float64s(),
    pumpFrom: from.int32s(),
    pumpTo: from.int32s(),
    pumpHeadM: from.float64s(),
    pumpFlowM3PerS: from.float64s(),
    leastPressureM: from.f64(),
    servicePressureM: from.f64(),
  };
  const snapshot: PressureSnapshot = {
    demandM3PerS: from.float64s(),
    openingM3PerS: from.float64s(),
    heldHeadM: from.float64s(),
    pipeIsOpen: from.uint8s(),
    pumpSpeed: from.float64s(),
  };
  const question = {
    network,
    snapshot,
    stepSeconds: from.f64(),
    roomM3: from.float64s(),
    heldM3: from.float64s(),
    firstOutlet: from.u32(),
    firstWorks: from.u32(),
    worksOfPump: from.int32s(),
  };
  from.end();
  return question;
}

export function packAnswer(answer: Answer): Uint8Array {
  return saveAnswer(answer, new Encoder(ANSWER, VERSION)).finish();
}

export function unpackAnswer(bytes: Uint8Array): Answer {
  const from = new Decoder(bytes, ANSWER, VERSION);
  const answer = loadAnswer(from);
  from.end();
  return answer;
}

export function saveAnswer(answer: Answer, out: Encoder): Encoder {
  out.u8(answer.state).float64s(answer.headM).float64s(answer.askedM3PerS).float64s(answer.servedM3PerS);
  out.float64s(answer.escapedM3PerS).float64s(answer.pipeM3PerS);
  return out.float64s(answer.pumpM3PerS).float64s(answer.pumpSpeed).float64s(answer.pumpHeadM);
}

export function loadAnswer(from: Decoder): Answer {
  return {
    state: from.u8() as Answer['state'],
    headM: from.float64s(),
    askedM3PerS: from.float64s(),
    servedM3PerS: from.float64s(),
    escapedM3PerS: from.float64s(),
    pipeM3PerS: from.float64s(),
    pumpM3PerS: from.float64s(),
    pumpSpeed: from.float64s(),
    pumpHeadM: from.float64s(),
  };
}
