/** The door of the pandapipes importer: one network a file, ready to be solved. */
export { buildPandapipesNetwork } from './build-network';
export { type PandapipesCase, readPandapipesCase } from './read-case';
