import { useFrame, useThree } from '@react-three/fiber';
import { useEffect, useRef, useState } from 'react';
import { useEnergyNow } from '../../state/energy-now';
import { useSpoken } from '../../state/language';
import { useSelection } from '../../state/selection';
import { useWalk } from '../../state/walk';
import type { BuiltTunnels } from '../build/tunnels/built-tunnels';
import { pageScale } from '../stage/page-scale';
import type { InsidePicture } from '../stage/stage';
import { useStage } from '../stage/stage-context';
import { listenInside } from './walk-input';
import { WalkLabels } from './walk-labels';
import './walk.css';
import { findInside, WalkScene } from './walk-scene';

/** Where frames are slow, one still gets on. */
const LONGEST_STEP_SECONDS = 0.5;
/** The clock has stopped when no frame has come for so long. */
const STILL_AFTER_MS = 600;
const TELL_EVERY_MS = 250;
/** Whoever comes out again hovers over where they were. */
const OUT_DISTANCE_M = 110;
const OUT_PITCH_DEG = 52;

/** The inside of a gallery while somebody walks there; nothing else. */
export function WalkLayer() {
  const { tunnels } = useStage();
  const [built, setBuilt] = useState<BuiltTunnels | null>(null);
  const isInside = useWalk((state) => state.section !== null);
  useEffect(() => {
    let isGone = false;
    tunnels.then((made) => !isGone && setBuilt(made)).catch(() => {});
    return () => {
      isGone = true;
      useWalk.getState().leave();
    };
  }, [tunnels]);
  return built && isInside ? <Inside built={built} /> : null;
}

function Inside({ built }: { readonly built: BuiltTunnels }) {
  const stage = useStage();
  const { gl } = useThree();
  const now = useRef<{ walk: WalkScene; labels: WalkLabels; picture: InsidePicture } | null>(null);
  const memory = useRef({ version: -1, arrivedMs: 0, toldMs: 0 });
  const scaleFor = useRef(pageScale());

  useEffect(() => {
    const canvas = gl.domElement;
    const holder = canvas.parentElement;
    const { section, leave } = useWalk.getState();
    const found = section === null ? null : findInside(built, built.sections.indexOf(section));
    if (!found || !holder) return leave();
    const walk = new WalkScene(found.inside, found.index);
    const labels = new WalkLabels(holder);
    const picture: InsidePicture = { scene: walk.scene, camera: walk.camera, moves: true };
    now.current = { walk, labels, picture };
    memory.current.version = -1;
    stage.walk = picture;
    holder.dataset.inside = 'true';
    const unlisten = listenInside(canvas, walk.walker, () => stage.wake());
    canvas.focus({ preventScroll: true });
    stage.wake();
    return () => {
      unlisten();
      labels.dispose();
      walk.dispose();
      stage.walk = null;
      now.current = null;
      delete holder.dataset.inside;
      comeOut(stage, walk);
      stage.wake();
    };
  }, [built, stage, gl]);

  useFrame(({ size }, delta) => {
    const { current } = now;
    if (!current) return;
    const { walk, labels, picture } = current;
    const { feed, uniforms } = stage;
    const ms = performance.now();
    const last = memory.current;
    if (last.version !== feed.version) {
      const isFirst = last.version === -1;
      last.version = feed.version;
      if (!isFirst) last.arrivedMs = ms;
      walk.take(
        {
          sections: feed.tunnels.sections,
          robots: feed.tunnels.robots,
          equipment: feed.inside.equipment,
          layers: feed.inside.layers,
          layerCount: feed.inside.layerCount,
        },
        useEnergyNow.getState().links,
      );
    }
    const seconds = Math.min(LONGEST_STEP_SECONDS, delta);
    const runs = ms - last.arrivedMs < STILL_AFTER_MS;
    picture.moves = walk.step(seconds, 1 - uniforms.uNight.value, runs, size.width / size.height);
    if (ms - last.toldMs > TELL_EVERY_MS) {
      last.toldMs = ms;
      tell(built, walk, labels, feed.inside.equipment);
    }
    labels.place(walk.camera, size.width, size.height, scaleFor.current(size.width, size.height));
  });
  return null;
}

/** Tells the page where one is, and the plates what frames say. */
function tell(built: BuiltTunnels, walk: WalkScene, labels: WalkLabels, equipment: Float32Array): void {
  labels.enter(walk.here);
  const { links, heat } = useEnergyNow.getState();
  labels.tell({ equipment, heat, links }, useSpoken.getState().language);
  const id = built.sections[walk.slot];
  const { section, moved } = useWalk.getState();
  const fromM = walk.inside.sections[walk.walker.sectionIndex].fromM;
  moved(id, Math.max(0, Math.round(walk.walker.alongM - fromM)), walk.here.isDark);
  // What is told of a section beside the picture goes along.
  const { selected, placing, pick } = useSelection.getState();
  if (section !== id && !placing && selected?.kind === 'gallery-section') pick({ kind: 'gallery-section', id });
}

function comeOut({ control }: ReturnType<typeof useStage>, walk: WalkScene): void {
  const at = [0, 0, 0];
  walk.corridor.place(walk.walker.alongM, 0, 0, at);
  const headingDeg = (walk.corridor.headingAt(walk.walker.alongM) * 180) / Math.PI + walk.walker.yawDeg;
  control.jumpTo({ x: at[0], y: -at[2], distanceM: OUT_DISTANCE_M, headingDeg, pitchDeg: OUT_PITCH_DEG });
}
