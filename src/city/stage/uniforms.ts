import {
  Color,
  DataTexture,
  type IUniform,
  LinearFilter,
  LinearMipmapLinearFilter,
  type Texture,
  Vector2,
  Vector3,
  Vector4,
} from 'three';
import { useOrder } from '../build/buildings/facade-styles';

/** What every material of the city looks at: one set, shared by reference, so that a change reaches all in one write. */
export interface CityUniforms extends Record<string, IUniform> {
  uSunDirection: IUniform<Vector3>;
  uZenith: IUniform<Color>;
  uHorizon: IUniform<Color>;
  uNight: IUniform<number>;
  /** 0 maquette, 1 control room. */
  uRoom: IUniform<number>;
  uShowFlow: IUniform<number>;
  /** 1 while streets show how another scenario differs. */
  uShowDifference: IUniform<number>;
  /** 1 while the energy networks are drawn. */
  uShowEnergy: IUniform<number>;
  /** How far the ground is opened over galleries, 0 to 1, and where: metres to the edge. */
  uShowTunnels: IUniform<number>;
  uOpening: IUniform<Texture>;
  uGroundMaps: IUniform<Texture>;
  uGroundPicture: IUniform<Texture>;
  /** West, south, and one over width and height of the ground's maps. */
  uMapFrame: IUniform<Vector4>;
  uLit: IUniform<Float32Array>;
  /** Share of the sky that is cloud; where clouds have drifted to, as an offset that wraps. */
  uCloud: IUniform<number>;
  uDrift: IUniform<Vector2>;
  /** How wet roads are, 0 to 1; rain, mm/h; a phase from 0 to 1 in which drops fall a whole number of times. */
  uWet: IUniform<number>;
  uRain: IUniform<number>;
  uFall: IUniform<number>;
  /** Share of what looks up that lies under snow: ground and roofs, roads, panels. */
  uSnow: IUniform<Vector3>;
  /** Extinction in air beyond the usual haze, and in fog at its foot, per metre; height of its foot, one over its depth. */
  uMist: IUniform<Vector4>;
  /** What fog and falling snow look like from within. */
  uMistColour: IUniform<Color>;
  uEdgeState: IUniform<Texture>;
  uLaneState: IUniform<Texture>;
  uBuildingStyle: IUniform<Texture>;
  uBuildingState: IUniform<Texture>;
}

/** A texture of one grey texel, until the real one is there. */
export function blank(value = 255): DataTexture {
  const texture = new DataTexture(new Uint8Array([value, value, value, 255]), 1, 1);
  texture.needsUpdate = true;
  return texture;
}

export function cityUniforms(): CityUniforms {
  return {
    uSunDirection: { value: new Vector3(0.4, 0.8, 0.3) },
    uZenith: { value: new Color() },
    uHorizon: { value: new Color() },
    uNight: { value: 0 },
    uRoom: { value: 0 },
    uShowFlow: { value: 0 },
    uShowDifference: { value: 0 },
    uShowEnergy: { value: 0 },
    uShowTunnels: { value: 0 },
    uOpening: { value: blank() },
    uGroundMaps: { value: blank(0) },
    uGroundPicture: { value: blank() },
    uMapFrame: { value: new Vector4(0, 0, 1, 1) },
    uLit: { value: new Float32Array(useOrder.length) },
    uCloud: { value: 0 },
    uDrift: { value: new Vector2() },
    uWet: { value: 0 },
    uRain: { value: 0 },
    uFall: { value: 0 },
    uSnow: { value: new Vector3() },
    uMist: { value: new Vector4(0, 0, 0, 0.03) },
    uMistColour: { value: new Color() },
    uEdgeState: { value: blank(0) },
    uLaneState: { value: blank(0) },
    uBuildingStyle: { value: blank(0) },
    uBuildingState: { value: blank(0) },
  };
}

export function smoothly(texture: Texture): void {
  texture.minFilter = LinearMipmapLinearFilter;
  texture.magFilter = LinearFilter;
  texture.generateMipmaps = true;
  texture.anisotropy = 8;
}
