export { type Elimination, planElimination } from './elimination';
export { type Graph, graphOfEdges } from './graph';
export { minimumDegreeOrder } from './minimum-degree';
export { planSymmetricFactor, refactor, type SymmetricFactor, solve } from './symmetric-factor';
