export * from '../../domains/works/economics';
export * from './works-study';
