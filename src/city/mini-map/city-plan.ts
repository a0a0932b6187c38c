import type { CityPlan } from '../../state/mini-map';
import type { BuiltCity } from '../build/built-city';
import { palettes } from '../flat/flat-colours';
import { addAreas, addPiece, addTriangles } from '../flat/flat-paths';

/** Streets stay visible however small the plan is. */
const LEAST_STREET_PIXELS = 0.7;
const LANE_M = 3.4;

export function planOf({ extent, places, buildings, water }: BuiltCity): CityPlan {
  const lakes = new Path2D();
  const houses = new Path2D();
  const streets = new Path2D();
  if (water) addTriangles(lakes, water);
  addAreas(houses, buildings.outlines, buildings.outlineStart);
  for (let i = 0; i < places.pieceLane.length; i++) addPiece(streets, places.pieces, i);
  return {
    extent,
    paint(context, look, pixelM) {
      const palette = palettes[look];
      context.fillStyle = palette.ground;
      context.fillRect(extent.minX, extent.minY, extent.maxX - extent.minX, extent.maxY - extent.minY);
      context.fillStyle = palette.water;
      context.fill(lakes);
      context.fillStyle = palette.building;
      context.fill(houses);
      context.strokeStyle = palette.road;
      context.lineWidth = Math.max(LANE_M, LEAST_STREET_PIXELS * pixelM);
      context.stroke(streets);
    },
  };
}
