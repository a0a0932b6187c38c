import { extend } from '@react-three/fiber';
import { useEffect, useRef, useState } from 'react';
import { combineLatest, take, timer } from 'rxjs';
import type { Problem } from '../../sim';
import type { EngineClient } from '../engine/engine-face';
import { useLook } from '../state/look';
import { useMiniMap } from '../state/mini-map';
import { usePart } from '../state/part';
import { useSplit } from '../state/split';
import type { BuildStep } from './build/build-city';
import { type Building, buildInWorker, CityRefused } from './build/build-client';
import { foundSound } from './build/found-sound';
import { settled, whenRestIsWanted } from './build/when-wanted';
import { placeCamera } from './camera/orbit';
import { CityLayers } from './city-layers';
import './city.css';
import { useChrome } from '../state/chrome';
import { LabelBoard } from './labels/label-board';
import type { Language } from './language';
import { openCanvas } from './stage/canvas-root';
import { followPointer } from './stage/pointer';
import { openStage, type Stage } from './stage/stage';

const AFTER_THE_PICTURE_MS = 2_500;

/** Layers bring their objects with them; React Three Fiber needs to know no class of three by name. */
extend({});

export interface CityViewProps {
  readonly sceneId: string;
  /** The run whose vehicles and signals are shown; the city stands without it too. */
  readonly engine: EngineClient | null;
  readonly language: Language;
  /** Every frame as sharp as the screen, however long it takes: for pictures that are kept. */
  readonly best?: boolean;
  onProgress?(step: BuildStep, share: number): void;
  onReady?(): void;
  /** The browser cannot draw in three dimensions: the city is a map. */
  onUnsupported?(): void;
  onRefused?(problems: readonly Problem[]): void;
}

export function CityView({ sceneId, engine, language, best = false, ...calls }: CityViewProps) {
  const holder = useRef<HTMLDivElement>(null);
  const names = useRef<HTMLDivElement>(null);
  const board = useRef<LabelBoard | null>(null);
  const said = useRef(calls);
  said.current = calls;
  const run = useRef(engine);
  run.current = engine;
  const spoken = useRef(language);
  spoken.current = language;
  const [building, setBuilding] = useState<Building | null>(null);
  const [stage, setStage] = useState<Stage | null>(null);
  const [attempt, setAttempt] = useState(0);
  const [isStrict, setStrict] = useState(engine === null);
  const look = useLook((state) => state.look);
  const isSplit = useSplit((state) => state.isOn);
  const beside = usePart(isSplit, () => import('./beside/beside-view'));

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt builds the scene anew
  useEffect(() => {
    let open: Stage | null = null;
    let gone = false;
    const onStep = (step: BuildStep, share: number) => said.current.onProgress?.(step, share);
    const work: Building = buildInWorker(sceneId, { best, isStrict }, onStep);
    const refuse = (error: unknown) => {
      if (gone) return;
      // What is wrong with the files is for who reads them strictly to say.
      if (!isStrict) setStrict(true);
      else said.current.onRefused?.(error instanceof CityRefused ? error.problems : [asProblem(error)]);
    };
    const sound = isStrict || (run.current !== null && foundSound(run.current));
    Promise.all([work.city, sound]).then(([city, isSound]) => {
      if (gone) return;
      if (!isSound) return setStrict(true);
      open = openStage(city, work.energy, work.tunnels);
      setStage(open);
    }, refuse);
    work.energy.catch(refuse);
    work.tunnels.catch(refuse);
    setBuilding(work);
    return () => {
      gone = true;
      work.cancel();
      setBuilding(null);
      setStage(null);
      open?.dispose();
      open?.city.groundPicture?.close();
    };
  }, [sceneId, best, attempt, isStrict]);

  useEffect(() => {
    if (!stage || !holder.current || !names.current) return;
    const labels = new LabelBoard(names.current, stage.city.labels, spoken.current, (place) =>
      hiddenFrom(stage, place),
    );
    board.current = labels;
    const stop = show(
      stage,
      holder.current,
      spoken.current,
      () => spoken.current,
      labels,
      best,
      said,
      () => setAttempt((before) => before + 1),
    );
    return () => {
      stop();
      labels.clear();
      board.current = null;
    };
  }, [stage, best]);

  useEffect(() => {
    if (!stage) return;
    // After the picture and the run, which are waited for.
    const waiting = combineLatest([timer(AFTER_THE_PICTURE_MS), settled(engine)])
      .pipe(take(1))
      .subscribe(() => {
        import('./mini-map/city-plan').then(
          ({ planOf }) => useMiniMap.setState({ plan: planOf(stage.city) }),
          () => useChrome.getState().missPart(true),
        );
      });
    return () => {
      waiting.unsubscribe();
      useMiniMap.setState({ plan: null });
    };
  }, [stage, engine]);

  useEffect(() => {
    if (!building) return;
    const waiting = whenRestIsWanted(engine, building.buildRest);
    return () => waiting.unsubscribe();
  }, [building, engine]);

  useEffect(() => {
    if (!stage || !engine) return;
    stage.feed.connect(engine);
    return () => stage.feed.disconnect();
  }, [stage, engine]);

  useEffect(() => {
    board.current?.speak(language);
    const canvas = holder.current?.querySelector('canvas');
    if (canvas && stage) nameCanvas(canvas, stage, language);
    stage?.wake();
  }, [language, stage]);

  return (
    <div ref={holder} className="city-view" data-look={look}>
      {isSplit && beside && stage && engine && <beside.BesideView main={stage} engine={engine} best={best} />}
      <div ref={names} className="city-labels" aria-hidden="true" />
    </div>
  );
}

const eye = [0, 0, 0];
const looked = [0, 0, 0];

function hiddenFrom(stage: Stage, place: readonly number[]): boolean {
  placeCamera(stage.control.orbit, stage.control.terrain, eye, looked);
  return stage.picker.hides(eye, place);
}

type Calls = Pick<CityViewProps, 'onReady' | 'onUnsupported'>;

/** Puts a canvas into the holder and the city's layers onto it. Returns how to take it away again. */
function show(
  stage: Stage,
  holder: HTMLElement,
  language: Language,
  spoken: () => Language,
  labels: LabelBoard,
  best: boolean,
  said: { readonly current: Calls },
  restart: () => void,
): () => void {
  const layers = (
    <CityLayers stage={stage} labels={labels} best={best} onFirstPicture={() => said.current.onReady?.()} />
  );
  const open = openCanvas(holder, best, layers, { restored: () => stage.rebake(), givenUp: restart });
  if (!open) {
    said.current.onUnsupported?.();
    const canvas = document.createElement('canvas');
    nameCanvas(canvas, stage, language);
    holder.prepend(canvas);
    let stop: (() => void) | null = null;
    let isGone = false;
    import('./flat/show-flat').then(
      ({ showFlat }) => {
        if (!isGone) stop = showFlat(stage, canvas, spoken, () => said.current.onReady?.());
      },
      () => useChrome.getState().missPart(true),
    );
    return () => {
      isGone = true;
      stop?.();
      canvas.remove();
    };
  }
  const { canvas } = open;
  nameCanvas(canvas, stage, language);
  const unfollow = followPointer(canvas, holder, stage, open.camera);
  return () => {
    unfollow();
    open.stop();
  };
}

/** Something to be worked with, by keys too, and what it is called. */
function nameCanvas(canvas: HTMLCanvasElement, stage: Stage, language: Language): void {
  const { name } = stage.city;
  canvas.tabIndex = 0;
  canvas.setAttribute('role', 'application');
  canvas.setAttribute('aria-label', name[language] ?? name.en);
}

function asProblem(error: unknown): Problem {
  const message = error instanceof Error ? error.message : String(error);
  return { severity: 'error', code: 'view.build', path: [], message };
}
