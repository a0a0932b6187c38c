export { CityView } from './city-view';
