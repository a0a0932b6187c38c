import type { LaidScene } from '../../../../sim';
import type { Outline } from '../polygon';
import type { Ground } from './ground';

/** A 2D context, in a worker or in a page. */
export type Painter = OffscreenCanvasRenderingContext2D;

/** Land that no parcel claims: fields and slopes around the site. */
const paper = '#cdd1bd';
/** Quiet tints of one paper: land use can be told without being shouted. Colour stays free for data. */
const parcelTints: Record<string, string> = {
  housing: '#e9e6de',
  commerce: '#ece5dd',
  office: '#e8e8e6',
  research: '#e6e9e6',
  industry: '#e2e2df',
  logistics: '#dedfdd',
  school: '#eae4d6',
  health: '#ebe7e5',
  culture: '#ebe7e1',
  civic: '#e9e8e4',
  utility: '#dededb',
  transport: '#dcdbd8',
  park: '#bccaa6',
  'protective-green': '#c4d0b2',
  water: '#b9c8cb',
  reserve: '#d0d3bf',
};
const wood = '#b4c49d';
const ink = 'rgba(96, 88, 76, 0.34)';
const apron = '#f1efeb';
const bank = '#c9c6b4';
const bed = '#9fb0b2';

/** Paints parcels, lawns, forecourts and banks on one picture of the whole ground, rows from south to north. */
export function paintGround(compiled: LaidScene, ground: Ground, painter: Painter, width: number, height: number) {
  const { extent } = ground;
  const scale = width / (extent.maxX - extent.minX);
  painter.setTransform(scale, 0, 0, height / (extent.maxY - extent.minY), -extent.minX * scale, 0);
  painter.transform(1, 0, 0, 1, 0, -extent.minY);
  painter.fillStyle = paper;
  painter.fillRect(extent.minX, extent.minY, extent.maxX - extent.minX, extent.maxY - extent.minY);
  const trace = (outline: Outline) => {
    painter.beginPath();
    for (const [x, y] of outline) painter.lineTo(x, y);
    painter.closePath();
  };
  const land = compiled.scene.land;
  const green = new Set(['park', 'protective-green', 'reserve', 'water']);
  for (const parcel of land?.parcels ?? []) {
    trace(parcel.outline);
    painter.fillStyle = parcelTints[parcel.use];
    painter.fill();
  }
  for (const grove of land?.groves ?? []) {
    trace(grove.outline);
    painter.fillStyle = wood;
    painter.globalAlpha = 0.7;
    painter.fill();
    painter.globalAlpha = 1;
  }
  painter.strokeStyle = apron;
  painter.lineJoin = 'round';
  painter.lineWidth = 7;
  for (const building of compiled.scene.buildings?.buildings ?? []) {
    trace(building.outline);
    painter.stroke();
  }
  painter.strokeStyle = ink;
  painter.lineWidth = 0.9;
  for (const parcel of land?.parcels ?? []) {
    if (green.has(parcel.use)) continue;
    trace(parcel.outline);
    painter.stroke();
  }
  for (const body of land?.waterBodies ?? []) {
    trace(body.outline);
    painter.strokeStyle = bank;
    painter.lineWidth = 9;
    painter.stroke();
    painter.fillStyle = bed;
    painter.fill();
  }
  painter.lineCap = 'round';
  for (const stream of land?.streams ?? []) {
    painter.beginPath();
    for (const [x, y] of stream.path) painter.lineTo(x, y);
    painter.strokeStyle = bank;
    painter.lineWidth = stream.widthM + 7;
    painter.stroke();
    painter.strokeStyle = bed;
    painter.lineWidth = stream.widthM;
    painter.stroke();
  }
}
