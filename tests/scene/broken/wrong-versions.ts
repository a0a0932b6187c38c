import { at, type BrokenScene, edited } from './make';

export const wrongVersions: readonly BrokenScene[] = [
  ...[0, -1, 2, 4_294_967_296, 1.5, '1', null, true, [1]].map((version) =>
    edited(
      `version ${JSON.stringify(version)}`,
      (files) => {
        files['scene.json'].version = version;
      },
      at('scene.version', 'scene.json', 'version'),
    ),
  ),
  edited(
    'no version',
    (files) => {
      delete files['scene.json'].version;
    },
    at('scene.version', 'scene.json', 'version'),
  ),
  edited(
    'another format',
    (files) => {
      files['scene.json'].format = 'cityjson';
    },
    at('scene.choice', 'scene.json', 'format'),
  ),
];
