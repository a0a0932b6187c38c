import { compileGalleries, type Galleries } from '../../../sim/domains/tunnel/galleries';
import type { CompiledScene } from '../../../sim/scene';
import { sceneOf } from '../energy/scenes';

export interface MadeGallery {
  readonly sections?: number;
  readonly sectionM?: number;
  readonly kinds?: readonly ('gas' | 'power' | 'integrated' | 'sewage')[];
  readonly widthM?: number;
  readonly heightM?: number;
  readonly detectorsM?: number;
}

const OPENING_M = 0.6;

/** A straight gallery under flat ground, inlets and exhausts at the ends of its sections: 200 × 2.4 × 2.4 m unless told. */
export function madeScene({
  sections = 1,
  sectionM = 200,
  kinds = ['gas'],
  widthM = 2.4,
  heightM = 2.4,
  detectorsM = 15,
}: MadeGallery = {}): CompiledScene {
  const lengthM = sections * sectionM;
  const flowM3PerH = sectionM * widthM * heightM * 12;
  const compartment = (kind: string, n: number) => {
    const id = `g${n}`;
    const starts = Array.from({ length: sections }, (_, s) => s * sectionM);
    const opening = (what: string, atM: number, s: number) => ({ id: `${id}/${what}${s}`, kind: what, atM, areaM2: 2 });
    const thing = (what: string, atM: number, k: string, more = {}) => ({
      id: `${id}/${what}-${k}`,
      kind: what,
      atM,
      ...more,
    });
    return {
      id,
      kind,
      widthM,
      heightM,
      offsetM: 4 * n,
      sections: starts.map((fromM, s) => ({ id: `${id}/${String(s).padStart(3, '0')}`, fromM, toM: fromM + sectionM })),
      shafts: starts.flatMap((fromM, s) => [
        opening('inlet', fromM + OPENING_M, s),
        opening('exhaust', fromM + sectionM - OPENING_M, s),
      ]),
      equipment: starts.flatMap((fromM, s) => [
        thing('fan', fromM + OPENING_M, `in${s}`, { flowM3PerH, ratedKw: 2 }),
        thing('fan', fromM + sectionM - OPENING_M, `ex${s}`, { flowM3PerH, ratedKw: 2 }),
        ...(s > 0 ? [thing('door', fromM, `${s}`)] : []),
        ...Array.from({ length: Math.floor(sectionM / detectorsM) }, (_, k) =>
          thing('gas-detector', fromM + (k + 0.5) * detectorsM, `${s}.${k}`),
        ),
      ]),
    };
  };
  return sceneOf('tiny/one-feeder', (files) => {
    files['scene.json'].files.push('galleries.json');
    files['scene.json'].extent.max[0] = Math.max(files['scene.json'].extent.max[0], lengthM);
    const points = Math.max(2, Math.ceil(lengthM / 500) + 1);
    files['galleries.json'] = {
      galleries: [
        {
          id: 'gallery',
          name: { zh: '管廊', en: 'Gallery' },
          path: Array.from({ length: points }, (_, k) => [(lengthM * k) / (points - 1), 0]),
          floorDepthM: Array.from({ length: points }, () => 6),
          compartments: kinds.map(compartment),
        },
      ],
      controlCentres: [],
    };
  });
}

export const madeGallery = (what: MadeGallery = {}, cellM = 1): Galleries => compileGalleries(madeScene(what), cellM)!;
