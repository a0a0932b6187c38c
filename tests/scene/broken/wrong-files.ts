import { at, type BrokenScene, edited, ROADS } from './make';

export const wrongFiles: readonly BrokenScene[] = [
  { name: 'no files at all', files: () => new Map(), expect: [at('scene.absent-file', 'scene.json')] },
  edited(
    'no manifest',
    (files) => {
      delete files['scene.json'];
    },
    at('scene.absent-file', 'scene.json'),
  ),
  edited(
    'a file that the manifest names and that is not there',
    (files) => {
      delete files['views.json'];
    },
    at('scene.absent-file', 'scene.json', 'files', 18),
  ),
  edited(
    'a file that is there and that the manifest does not name',
    (files) => {
      files['scene.json'].files.pop();
    },
    at('scene.unnamed-file', 'views.json'),
  ),
  edited(
    'a file that no scene has',
    (files) => {
      files['secrets.json'] = {};
    },
    at('scene.unknown-file', 'secrets.json'),
  ),
  edited(
    'a path out of the folder among the files',
    (files) => {
      files['scene.json'].files.push('../../etc/passwd');
    },
    at('scene.unknown-file', 'scene.json', 'files', 19),
  ),
  edited(
    'a file named by what every object has',
    (files) => {
      files['scene.json'].files.push('toString');
    },
    at('scene.unknown-file', 'scene.json', 'files', 19),
  ),
  edited(
    'a file named twice',
    (files) => {
      files['scene.json'].files.push('roads.json');
    },
    at('scene.duplicate-file', 'scene.json', 'files', 19),
  ),
  edited(
    'roads that no longer exist, and all that stands on them',
    (files) => {
      delete files[ROADS];
      files['scene.json'].files.splice(3, 1);
    },
    at('scene.unknown-edge', 'demand.json', 'gates', 0, 'inEdge'),
    at('scene.unknown-edge', 'services.json', 'hospitals', 0, 'edge'),
    at('scene.unknown-street', 'galleries.json', 'galleries', 0, 'street'),
  ),
];
