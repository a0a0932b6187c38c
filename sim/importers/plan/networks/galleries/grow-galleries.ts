import type { GalleriesFile } from '../../../../scene/schema/galleries';
import { pointAt } from '../../../geometry/polyline';
import type { Point } from '../../../geometry/vector';
import { rounded } from '../network-names';
import type { OtherLoad } from '../service-points';
import { toDecimetre } from '../street-lanes';
import { fitOut } from './fit-out';
import { compartmentName, type GalleryRoute } from './gallery-map';

/** A switch room of a gallery feeds this much of it to either side; its fans hardly ever all run at once. */
const SWITCH_ROOM_M = 400;
const KW_PER_METRE = 0.16;
const WALL_M = 0.35;
/**
 * Boards feed what is a load of the second class (GB 50838-2015, 7.3.2, from memory: fire equipment, watch and alarm,
 * emergency light, all of a gas compartment), which asks for two circuits (GB 50052-2009, 3.0.7): the second comes from
 * another feeder's room where there is one so near, else from the next. So far, because 380 V carries no further (ours).
 */
const SECOND_FEED_WITHIN_M = 1_000;

export function switchRooms(routes: readonly GalleryRoute[]): OtherLoad[] {
  return routes.flatMap((route) =>
    roomsAlong(route).map((atM, k) => ({
      name: roomName(route, k),
      at: pointAt(route.path, atM),
      electricityKw: Math.round(KW_PER_METRE * (route.lengthM / roomCount(route)) * route.plan.compartments.length),
    })),
  );
}

const roomCount = ({ lengthM }: GalleryRoute): number => Math.max(1, Math.round(lengthM / SWITCH_ROOM_M));
const roomName = ({ plan }: GalleryRoute, k: number): string => `${plan.id}.room-${k + 1}`;

function roomsAlong(route: GalleryRoute): number[] {
  const count = roomCount(route);
  return Array.from({ length: count }, (_, k) => (route.lengthM * (k + 0.5)) / count);
}

/** Compartments lie side by side, gas on the outside, and share one floor. */
export function growGalleries(
  routes: readonly GalleryRoute[],
  groundAt: (at: Point) => number,
  busOfLoad: ReadonlyMap<string, string>,
  feederOfBus?: (bus: string) => string,
): GalleriesFile['galleries'] {
  return routes.map((route) => {
    const { plan, path, lengthM } = route;
    const tallestM = Math.max(...plan.compartments.map((one) => one.heightM));
    const depthM = rounded(plan.coverM + tallestM + WALL_M, 2);
    const rooms = roomsAlong(route);
    const busAt = (atM: number): string => {
      let nearest = 0;
      rooms.forEach((room, k) => {
        if (Math.abs(room - atM) < Math.abs(rooms[nearest] - atM)) nearest = k;
      });
      return busOfLoad.get(roomName(route, nearest))!;
    };
    const standbyAt = feederOfBus && ((atM: number) => secondRoom(atM, busAt(atM), feederOfBus));
    const fitting = { lengthM, floorAt: (atM: number) => groundAt(pointAt(path, atM)) - depthM, busAt, standbyAt };
    const secondRoom = (atM: number, first: string, feederOf: (bus: string) => string): string | undefined => {
      const others = rooms
        .map((room, k) => ({ awayM: Math.abs(room - atM), bus: busOfLoad.get(roomName(route, k))! }))
        .filter(({ bus }) => bus !== first)
        .sort((a, b) => a.awayM - b.awayM);
      const near = others.filter(({ awayM }) => awayM <= SECOND_FEED_WITHIN_M);
      return (near.find(({ bus }) => feederOf(bus) !== feederOf(first)) ?? others[0])?.bus;
    };
    const totalM = plan.compartments.reduce((sum, one) => sum + one.widthM + WALL_M, WALL_M);
    let leftM = totalM / 2;
    const compartments = plan.compartments.map((compartment) => {
      const offsetM = leftM - WALL_M - compartment.widthM / 2;
      leftM -= WALL_M + compartment.widthM;
      return fitOut(compartmentName(plan.id, compartment.kind), compartment, offsetM, fitting);
    });
    return {
      id: plan.id,
      name: plan.name,
      path: path.map(toDecimetre),
      floorDepthM: path.map(() => depthM),
      street: plan.street,
      compartments,
    };
  });
}
