import { Group, Mesh, type ShaderMaterial } from 'three';
import { SECTION_STRIDE } from '../../state/section-state';
import { buildSection } from './build-section';
import {
  insideMaterial,
  NO_WATER_Y,
  type SectionUniforms,
  sectionUniforms,
  type WalkUniforms,
} from './inside-material';
import type { Origin } from './inside-writer';
import { fanBlades, MovingPart } from './moving-part';
import type { Gear } from './section-gear';
import type { SectionPlan } from './section-shell';
import { waterGeometry, waterInsideMaterial } from './water-inside';

/** Less than this is damp, not water. */
const LEAST_WATER_M = 0.01;
const DARK_BIT = 1;
const SUPPRESSED_OR_LATER = 2;
/** A fan at full speed, as drawn: faster would look as if it stood still. */
const TURNS_PER_SECOND = 2.4;

interface TurningFan {
  readonly part: MovingPart;
  readonly row: number;
  angle: number;
}

/** One section as three draws it: what is solid, its fans, its water. */
export class LoadedSection {
  readonly group = new Group();
  readonly origin: Origin;
  readonly gear: readonly Gear[];
  readonly plan: SectionPlan;
  readonly uniforms: SectionUniforms;
  /** Depth of water over the floor at its lowest. */
  waterM = 0;
  isDark = false;
  private readonly solid: Mesh;
  private readonly water: Mesh;
  private readonly fans: readonly TurningFan[];

  constructor(plan: SectionPlan, shared: WalkUniforms) {
    this.plan = plan;
    const { section } = plan;
    this.uniforms = sectionUniforms(section.fromM, section.toM);
    const built = buildSection(plan);
    this.origin = built.origin;
    this.gear = built.gear;
    this.solid = new Mesh(built.solid, insideMaterial(shared, this.uniforms));
    this.water = new Mesh(waterGeometry(plan, this.origin), waterInsideMaterial(shared, this.uniforms));
    this.water.visible = false;
    this.water.renderOrder = 1;
    this.fans = built.gear
      .filter(({ kind }) => kind === 'fan')
      .map(({ row, spot }) => {
        const part = new MovingPart(fanBlades(), true, plan.corridor, this.origin, shared, this.uniforms);
        part.stand(spot);
        return { part, row, angle: 0 };
      });
    for (const mesh of [this.solid, this.water, ...this.fans.map(({ part }) => part.mesh)]) {
      mesh.frustumCulled = false;
      this.group.add(mesh);
    }
    this.group.position.set(...this.origin);
  }

  /** What the newest frame says of this section. */
  take(sections: Float32Array): void {
    const { section } = this.plan;
    const at = SECTION_STRIDE * section.slot;
    const isKnown = at + SECTION_STRIDE <= sections.length;
    this.waterM = isKnown ? sections[at + 2] : 0;
    this.isDark = isKnown && (sections[at + 7] & DARK_BIT) !== 0;
    const isWet = this.waterM > LEAST_WATER_M;
    this.water.visible = isWet;
    this.uniforms.uWaterY.value = isWet ? section.lowestM + this.waterM - this.origin[1] : NO_WATER_Y;
    this.uniforms.uLit.value = this.isDark ? 0 : 1;
    this.uniforms.uTorch.value = this.isDark ? 1 : 0;
    this.uniforms.uSoot.value = isKnown && sections[at + 4] >= SUPPRESSED_OR_LATER ? 1 : 0;
  }

  /** Height of the water's surface in the picture's frame; undefined where there is none. */
  get waterLevelM(): number | undefined {
    return this.water.visible ? this.uniforms.uWaterY.value + this.origin[1] : undefined;
  }

  /** Turns fans as fast as they run; true where one does. */
  turnFans(equipment: Float32Array, seconds: number): boolean {
    let turns = false;
    for (const fan of this.fans) {
      const speed = equipment[fan.row] ?? 0;
      if (!(speed > 0)) continue;
      fan.angle = (fan.angle + 2 * Math.PI * TURNS_PER_SECOND * speed * seconds) % (2 * Math.PI);
      fan.part.turnTo(fan.angle);
      turns = true;
    }
    return turns;
  }

  dispose(): void {
    for (const mesh of [this.solid, this.water]) {
      mesh.geometry.dispose();
      (mesh.material as ShaderMaterial).dispose();
    }
    for (const { part } of this.fans) part.dispose();
  }
}
