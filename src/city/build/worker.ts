import { layScene, type Problem, readScene, readUnjudged, type SceneSource, succeed } from '../../../sim';
import { type BuildStep, buildCity, transferablesOf } from './build-city';
import type { BuiltCity } from './built-city';
import { buildEnergy } from './energy/build-energy';
import { type BuiltEnergy, energyBuffers } from './energy/built-energy';
import { fetchSceneFiles } from './fetch-scene-files';
import type { Ground } from './ground/ground';
import { paintGround } from './ground/paint-ground';
import { buildTunnels } from './tunnels/build-tunnels';
import { type BuiltTunnels, tunnelBuffers } from './tunnels/built-tunnels';

export interface BuildRequest {
  readonly kind: 'city';
  /** The folder of the scene's files, ending in a slash, or their texts. */
  readonly source: SceneSource;
  /** The ground's picture as fine as can be, even where a processor draws it. */
  readonly best: boolean;
  /** No graphics card draws. */
  readonly inSoftware: boolean;
  /** Whether another reads the same files strictly, for whose judgement the page waits. */
  readonly isJudgedElsewhere: boolean;
}

/** What is not seen at first: energy networks and galleries. */
export interface RestRequest {
  readonly kind: 'rest';
}

export type BuildAnswer =
  | { readonly kind: 'step'; readonly step: BuildStep; readonly share: number }
  | { readonly kind: 'built'; readonly city: BuiltCity }
  /** After the city, when they are asked for. */
  | { readonly kind: 'energy'; readonly energy: BuiltEnergy | null }
  /** The last answer. */
  | { readonly kind: 'tunnels'; readonly tunnels: BuiltTunnels | null }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

const answer = (message: BuildAnswer, transfer: Transferable[] = []) =>
  (self as unknown as { postMessage(message: BuildAnswer, transfer: Transferable[]): void }).postMessage(
    message,
    transfer,
  );

let askForRest: () => void;
const restIsAsked = new Promise<void>((resolve) => {
  askForRest = resolve;
});

self.onmessage = ({ data }: MessageEvent<BuildRequest | RestRequest>) => {
  if (data.kind === 'rest') askForRest();
  else void build(data);
};

async function build(request: BuildRequest): Promise<void> {
  const step = (name: BuildStep, share: number) => answer({ kind: 'step', step: name, share });
  try {
    step('fetching', 0.02);
    const { source } = request;
    const fetching = source.kind === 'texts' ? succeed(new Map(source.files)) : fetchSceneFiles(source.address);
    const files = await fetching;
    if (!files.ok) return answer({ kind: 'refused', problems: files.problems });
    step('reading', 0.12);
    const scene = request.isJudgedElsewhere ? succeed(readUnjudged(files.value)) : readScene(files.value);
    if (!scene.ok) return answer({ kind: 'refused', problems: scene.problems });
    const compiled = layScene(scene.value);
    const city = buildCity(compiled, step, (ground) => picture(compiled, ground, request));
    answer({ kind: 'built', city }, transferablesOf(city));
    await restIsAsked;
    const energy = buildEnergy(compiled);
    answer({ kind: 'energy', energy }, energy ? energyBuffers(energy) : []);
    const tunnels = buildTunnels(compiled);
    answer({ kind: 'tunnels', tunnels }, tunnels ? tunnelBuffers(tunnels) : []);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    answer({ kind: 'refused', problems: [{ severity: 'error', code: 'view.build', path: [], message }] });
  }
}

const PICTURE_CELLS = 4_096;
/** A processor needs two seconds for the larger picture and its smaller copies, with the visitor waiting. */
const SOFTWARE_PICTURE_CELLS = 2_048;

/** The ground's picture, as fine as whatever draws it has time for. */
function picture(
  compiled: Parameters<typeof paintGround>[0],
  ground: Ground,
  { best, inSoftware }: BuildRequest,
): ImageBitmap | null {
  if (typeof OffscreenCanvas === 'undefined') return null;
  const across = ground.extent.maxX - ground.extent.minX;
  const up = ground.extent.maxY - ground.extent.minY;
  const scale = (inSoftware && !best ? SOFTWARE_PICTURE_CELLS : PICTURE_CELLS) / Math.max(across, up);
  const canvas = new OffscreenCanvas(Math.max(1, Math.round(across * scale)), Math.max(1, Math.round(up * scale)));
  // "Read often" keeps it in this worker: painted by a drawing process without a card it would hold up the whole page.
  const painter = canvas.getContext('2d', { alpha: false, willReadFrequently: inSoftware });
  if (!painter) return null;
  paintGround(compiled, ground, painter, canvas.width, canvas.height);
  return canvas.transferToImageBitmap();
}
