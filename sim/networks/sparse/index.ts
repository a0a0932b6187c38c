export { type BlockSystem, planBlockSystem, solveBlocks } from './block-system';
export { type Elimination, planElimination } from './elimination';
export { type Graph, graphOfEdges } from './graph';
export { minimumDegreeOrder } from './minimum-degree';
export { planSymmetricFactor, refactor, type SymmetricFactor, solve } from './symmetric-factor';
