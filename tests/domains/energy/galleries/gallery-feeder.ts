/** The tiny feeder with a gallery of two sections beneath it: boards on two houses' low voltage, signals on a third's. */
import type { CompiledScene, Scene } from '../../../../sim/scene';
import { sceneOf } from '../scenes';

type Files = Record<string, ReturnType<typeof JSON.parse>>;

const section = (id: string, fromM: number, toM: number) => ({ id, fromM, toM });

export function galleryOf(kind: 'power' | 'integrated'): NonNullable<Scene['galleries']> {
  return {
    galleries: [
      {
        id: 'g',
        name: { zh: '廊', en: 'Gallery' },
        path: [
          [-230, 200],
          [170, 200],
        ],
        floorDepthM: [6, 6],
        compartments: [
          {
            id: 'g.c',
            kind,
            widthM: 2.4,
            heightM: 2.4,
            offsetM: 0,
            sections: [section('g.c/1', 0, 200), section('g.c/2', 200, 400)],
            shafts: [
              { id: 'g.in', atM: 10, kind: 'inlet', areaM2: 2 },
              { id: 'g.out', atM: 190, kind: 'exhaust', areaM2: 2 },
              { id: 'g.in2', atM: 210, kind: 'inlet', areaM2: 2 },
              { id: 'g.out2', atM: 390, kind: 'exhaust', areaM2: 2 },
            ],
            equipment: [
              { id: 'g.fan', kind: 'fan', atM: 20, ratedKw: 5, flowM3PerH: 7_000, electricity: 'b4.low' },
              { id: 'g.board-1', kind: 'low-voltage-board', atM: 100, electricity: 'a2.low' },
              { id: 'g.fan-2', kind: 'fan', atM: 210, ratedKw: 5, flowM3PerH: 7_000, electricity: 'b2.low' },
            ],
          },
        ],
      },
    ],
    controlCentres: [],
  };
}

export function galleryFeeder(change: (files: Files) => void = () => {}): CompiledScene {
  return sceneOf('tiny/one-feeder', (files) => {
    files['galleries.json'] = galleryOf('power');
    files['scene.json'].files.push('galleries.json');
    change(files);
  });
}
