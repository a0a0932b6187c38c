import { type Camera, Vector3 } from 'three';
import { catalogues, formatShare, formatWithUnit, type Language } from '../../i18n';
import type { InsideLine } from '../build/tunnels/insides';
import type { LoadedSection } from './loaded-section';
import type { Gear } from './section-gear';

/** Nearer than this a label is read; the farther half fades. */
const REACH_M = 24;
const MOST_SHOWN = 14;
/** What a pipe carries is written on it every so many metres. */
const PIPE_LABEL_APART_M = 30;
const ROW_PIXELS = 21;
/** Smoke detectors answer from here on (EN 54-7); less is clear air. */
const CLEAR_PER_M = 0.005;

/** What frames say that labels tell. */
export interface LabelRows {
  readonly equipment: Float32Array;
  readonly heat: Float32Array;
  readonly links: Float32Array;
}

interface Label {
  readonly element: HTMLElement;
  readonly at: Vector3;
  readonly say: (rows: LabelRows, language: Language) => { readonly text: string; readonly state: string };
  text: string;
  state: string;
  awayM: number;
  x: number;
  y: number;
}

/** Small plates beside what they tell of, as plain text; the nearest few that are in sight. */
export class WalkLabels {
  private readonly holder: HTMLElement;
  private labels: Label[] = [];
  private shown: Label[] = [];
  private section: LoadedSection | null = null;
  private readonly spot = new Vector3();

  constructor(parent: HTMLElement) {
    this.holder = document.createElement('div');
    this.holder.className = 'walk-labels';
    this.holder.setAttribute('aria-hidden', 'true');
    parent.append(this.holder);
  }

  /** Makes the labels of another section. */
  enter(section: LoadedSection): void {
    if (this.section === section) return;
    this.section = section;
    this.shown = [];
    const { plan, gear } = section;
    this.labels = [];
    for (const piece of gear) {
      if (piece.kind === 'camera' || piece.kind === 'door') continue;
      this.add(section, piece.spot, piece.kind === 'fan' ? -0.42 : -0.22, (rows, language) =>
        sayGear(piece, rows, language),
      );
    }
    for (const line of plan.inside.lines) {
      const bar = line.bars.find((each) => each.section === plan.section.slot);
      if (!bar || line.kind === 'cable' || line.kind === 'fibre') continue;
      for (let at = bar.fromM + PIPE_LABEL_APART_M / 3; at < bar.toM; at += PIPE_LABEL_APART_M) {
        this.add(section, [at, bar.upM, bar.leftM], bar.radiusM + 0.06, (rows, language) =>
          sayPipe(line, rows, language),
        );
      }
    }
    this.holder.replaceChildren(...this.labels.map(({ element }) => element));
  }

  private add(section: LoadedSection, spot: Gear['spot'], upM: number, say: Label['say']): void {
    const element = document.createElement('span');
    element.className = 'walk-label';
    element.hidden = true;
    const at = [0, 0, 0];
    section.plan.corridor.place(spot[0], spot[1] + upM, spot[2], at);
    const label = { element, at: new Vector3(...at), say, text: '', state: '', awayM: 0, x: 0, y: 0 };
    this.labels.push(label);
  }

  /** Writes what is known now; only what changed touches the page. */
  tell(rows: LabelRows, language: Language): void {
    for (const label of this.labels) {
      const { text, state } = label.say(rows, language);
      if (text !== label.text) {
        label.text = text;
        label.element.textContent = text;
      }
      if (state !== label.state) {
        label.state = state;
        label.element.dataset.state = state;
      }
    }
  }

  /** Where they stand on the screen from where the camera is now; those that would overlap stand below one another. */
  place(camera: Camera, width: number, height: number, scale: number): void {
    const { shown } = this;
    for (const label of shown) label.element.hidden = true;
    shown.length = 0;
    for (const label of this.labels) {
      label.awayM = this.spot.copy(label.at).distanceTo(camera.position);
      if (label.awayM > REACH_M) continue;
      this.spot.project(camera);
      if (this.spot.z > 1 || Math.abs(this.spot.x) > 0.94 || Math.abs(this.spot.y) > 0.9) continue;
      label.x = (this.spot.x * 0.5 + 0.5) * width;
      label.y = (0.5 - this.spot.y * 0.5) * height;
      shown.push(label);
    }
    shown.sort(nearFirst);
    if (shown.length > MOST_SHOWN) shown.length = MOST_SHOWN;
    const row = ROW_PIXELS * scale;
    for (let i = 0; i < shown.length; i++) {
      const label = shown[i];
      for (let pass = 0; pass < 3; pass++) {
        for (let k = 0; k < i; k++) {
          const other = shown[k];
          const half = 3.9 * scale * (label.text.length + other.text.length);
          if (Math.abs(other.x - label.x) < half && Math.abs(other.y - label.y) < row) label.y = other.y + row;
        }
      }
      const { element, x, y, awayM } = label;
      element.hidden = false;
      element.style.opacity = String(Math.min(1, Math.max(0.25, 2 - (2 * awayM) / REACH_M)).toFixed(2));
      element.style.transform = `translate(-50%, -50%) translate(${x.toFixed(1)}px, ${y.toFixed(1)}px)`;
    }
  }

  dispose(): void {
    this.holder.remove();
  }
}

const nearFirst = (a: Label, b: Label): number => a.awayM - b.awayM;

function sayGear({ kind, row }: Gear, { equipment }: LabelRows, language: Language) {
  const words = catalogues[language].tunnel.walk;
  const name = words.gear[kind];
  const value = row >= 0 && row < equipment.length ? equipment[row] : Number.NaN;
  const told = (text: string, state = '') => ({ text: `${name} ${text}`, state });
  if (Number.isNaN(value)) return told(words.silent, 'off');
  switch (kind) {
    case 'gas-detector':
      return told(words.ofLimit({ share: formatShare(value, language) }), value >= 0.2 ? 'alarm' : '');
    case 'oxygen-sensor':
      return told(formatShare(value, language), value < 0.195 ? 'alarm' : '');
    case 'temperature-sensor':
      return told(formatWithUnit(value, '°C', language), value >= 58 ? 'alarm' : '');
    case 'smoke-detector':
      return value < CLEAR_PER_M ? told(words.clear) : told(words.smoke, 'alarm');
    case 'level-sensor':
      return told(formatWithUnit(value, 'm', language), value > 0.01 ? 'alarm' : '');
    case 'fan':
      return value > 0.005 ? told(formatShare(value, language), 'on') : told(words.stands, 'off');
    case 'sump-pump':
      return value > 0 ? told(words.runs, 'on') : told(words.stands);
    case 'low-voltage-board':
      return value > 0 ? told(words.powered, 'on') : told(words.unpowered, 'alarm');
    case 'suppression':
      return value > 0 ? told(words.sprays, 'alarm') : told(words.ready);
    default:
      return value > 0.5 ? told(words.open, kind === 'damper' ? '' : 'on') : told(words.shut, 'off');
  }
}

function sayPipe({ kind, diameterM, row }: InsideLine, { heat }: LabelRows, language: Language) {
  const { tunnel } = catalogues[language];
  const name = `${tunnel.legend.laid[kind]} DN${Math.round(1_000 * diameterM)}`;
  const isWarm = (kind === 'heat' || kind === 'cooling') && row >= 0 && 2 * row + 1 < heat.length;
  return { text: isWarm ? `${name} ${formatWithUnit(heat[2 * row + 1], '°C', language)}` : name, state: 'pipe' };
}
