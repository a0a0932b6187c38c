import { at, type BrokenScene, edited } from './make';

export const wrongManifests: readonly BrokenScene[] = [
  edited(
    'an id that climbs out of its folder',
    (files) => {
      files['scene.json'].id = '../eco-park';
    },
    at('scene.text', 'scene.json', 'id'),
  ),
  edited(
    'a time zone that is a command',
    (files) => {
      files['scene.json'].timeZone = 'Asia/Shanghai; rm -rf';
    },
    at('scene.text', 'scene.json', 'timeZone'),
  ),
  edited(
    'a fact without a source that exists',
    (files) => {
      files['scene.json'].facts[0].source = 'hearsay';
    },
    at('scene.unknown-source', 'scene.json', 'facts', 0, 'source'),
  ),
  edited(
    'a title with a line feed and a bell',
    (files) => {
      files['scene.json'].name.en = 'Cross\nroads\u0007';
    },
    at('scene.text', 'scene.json', 'name', 'en'),
  ),
];
