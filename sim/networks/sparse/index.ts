export { type BlockSystem, planBlockSystem, solveBlocks } from './block-system';
export { planElimination } from './elimination';
export { graphOfEdges } from './graph';
export { minimumDegreeOrder } from './minimum-degree';
export { planSymmetricFactor, refactor, type SymmetricFactor, solve } from './symmetric-factor';
