import type { HeightField } from '../build/built-city';
import { between, flightSeconds, hold, type Limits, type Orbit } from './orbit';

const RAD = Math.PI / 180;
/** Time in which the remaining way shrinks to a third. */
const EASE_SECONDS = 0.09;
const TURN_DEG_PER_PIXEL = 0.22;
const KEY_PAN_PER_SECOND = 0.75;
const KEY_TURN_DEG_PER_SECOND = 70;
const KEY_ZOOM_PER_SECOND = 1.35;

/** What hands and keys ask for, and the camera that follows softly. Knows nothing of three or of the page. */
export class CameraControl {
  private wanted: Orbit;
  private shown: Orbit;
  private flight: { from: Orbit; to: Orbit; seconds: number; done: number } | null = null;
  private readonly held = new Set<string>();
  /** Called when somebody moves the looked-at place by hand. */
  onPan: (() => void) | null = null;
  readonly terrain: HeightField;
  readonly limits: Limits;
  readonly home: Orbit;

  constructor(home: Orbit, limits: Limits, terrain: HeightField) {
    this.home = hold(home, home, limits);
    this.wanted = { ...this.home };
    this.shown = { ...this.home };
    this.limits = limits;
    this.terrain = terrain;
  }

  get orbit(): Orbit {
    return this.shown;
  }

  get flying(): boolean {
    return this.flight !== null;
  }

  /** Moves the looked-at point by pixels of a viewport so many pixels high. */
  pan(dxPixels: number, dyPixels: number, viewportHeight: number, fieldOfViewDeg: number): void {
    const { distanceM, headingDeg, pitchDeg } = this.wanted;
    const metresAPixel = (2 * distanceM * Math.tan((fieldOfViewDeg * RAD) / 2)) / viewportHeight;
    const heading = headingDeg * RAD;
    const right = -dxPixels * metresAPixel;
    const ahead = (dyPixels * metresAPixel) / Math.max(0.3, Math.sin(pitchDeg * RAD));
    this.onPan?.();
    this.ask({
      ...this.wanted,
      x: this.wanted.x + right * Math.cos(heading) + ahead * Math.sin(heading),
      y: this.wanted.y - right * Math.sin(heading) + ahead * Math.cos(heading),
    });
  }

  turn(dxPixels: number, dyPixels: number): void {
    this.ask({
      ...this.wanted,
      headingDeg: this.wanted.headingDeg + dxPixels * TURN_DEG_PER_PIXEL,
      pitchDeg: this.wanted.pitchDeg + dyPixels * TURN_DEG_PER_PIXEL,
    });
  }

  turnDegrees(degrees: number): void {
    this.ask({ ...this.wanted, headingDeg: this.wanted.headingDeg + degrees });
  }

  /** Nearer (below 1) or farther, keeping the place under the pointer where it is. */
  zoom(factor: number, towards: { readonly x: number; readonly y: number } | null): void {
    const distanceM = Math.min(this.limits.farthestM, Math.max(this.limits.nearestM, this.wanted.distanceM * factor));
    const share = 1 - distanceM / this.wanted.distanceM;
    const pull = towards ? Math.max(-0.6, Math.min(0.9, share)) : 0;
    this.ask({
      ...this.wanted,
      distanceM,
      x: this.wanted.x + (towards ? (towards.x - this.wanted.x) * pull : 0),
      y: this.wanted.y + (towards ? (towards.y - this.wanted.y) * pull : 0),
    });
  }

  press(code: string): void {
    this.held.add(code);
    this.land();
  }

  release(code: string): void {
    this.held.delete(code);
  }

  releaseAll(): void {
    this.held.clear();
  }

  flyTo(to: Orbit, seconds?: number): void {
    const held = hold(to, this.shown, this.limits);
    this.flight = { from: { ...this.shown }, to: held, seconds: seconds ?? flightSeconds(this.shown, held), done: 0 };
  }

  jumpTo(to: Orbit): void {
    this.flight = null;
    this.wanted = hold(to, this.shown, this.limits);
    this.shown = { ...this.wanted };
  }

  /** Goes along with something: whatever else is under way goes on about it. */
  carry(dx: number, dy: number): void {
    const { flight } = this;
    for (const orbit of [this.wanted, this.shown, ...(flight ? [flight.from, flight.to] : [])]) {
      orbit.x += dx;
      orbit.y += dy;
    }
  }

  /** One frame; true while anything still moves. */
  advance(seconds: number): boolean {
    if (this.flight) {
      this.flight.done = Math.min(1, this.flight.done + seconds / this.flight.seconds);
      this.shown = hold(between(this.flight.from, this.flight.to, this.flight.done), this.shown, this.limits);
      this.wanted = { ...this.shown };
      if (this.flight.done >= 1) this.flight = null;
      return true;
    }
    this.followKeys(seconds);
    const share = 1 - Math.exp(-seconds / EASE_SECONDS);
    const turn = ((this.wanted.headingDeg - this.shown.headingDeg + 540) % 360) - 180;
    const rest =
      Math.hypot(this.wanted.x - this.shown.x, this.wanted.y - this.shown.y) / this.shown.distanceM +
      Math.abs(Math.log(this.wanted.distanceM / this.shown.distanceM)) +
      Math.abs(turn) / 90 +
      Math.abs(this.wanted.pitchDeg - this.shown.pitchDeg) / 90;
    if (rest < 2e-4) {
      this.shown = { ...this.wanted };
      return this.held.size > 0;
    }
    this.shown = hold(
      {
        x: this.shown.x + (this.wanted.x - this.shown.x) * share,
        y: this.shown.y + (this.wanted.y - this.shown.y) * share,
        distanceM: this.shown.distanceM * (this.wanted.distanceM / this.shown.distanceM) ** share,
        headingDeg: this.shown.headingDeg + turn * share,
        pitchDeg: this.shown.pitchDeg + (this.wanted.pitchDeg - this.shown.pitchDeg) * share,
      },
      this.shown,
      this.limits,
    );
    return true;
  }

  private followKeys(seconds: number): void {
    if (this.held.size === 0) return;
    const axis = (plus: readonly string[], minus: readonly string[]) =>
      (plus.some((code) => this.held.has(code)) ? 1 : 0) - (minus.some((code) => this.held.has(code)) ? 1 : 0);
    const ahead = axis(['ArrowUp', 'KeyW'], ['ArrowDown', 'KeyS']);
    const right = axis(['ArrowRight', 'KeyD'], ['ArrowLeft', 'KeyA']);
    const turn = axis(['KeyQ'], ['KeyE']);
    const tilt = axis(['KeyF'], ['KeyR']);
    const zoom = axis(['Minus', 'NumpadSubtract'], ['Equal', 'NumpadAdd']);
    if (ahead !== 0 || right !== 0) this.onPan?.();
    const heading = this.wanted.headingDeg * RAD;
    const reach = this.wanted.distanceM * KEY_PAN_PER_SECOND * seconds;
    this.ask({
      x: this.wanted.x + (right * Math.cos(heading) + ahead * Math.sin(heading)) * reach,
      y: this.wanted.y + (-right * Math.sin(heading) + ahead * Math.cos(heading)) * reach,
      distanceM: this.wanted.distanceM * Math.exp(zoom * KEY_ZOOM_PER_SECOND * seconds),
      headingDeg: this.wanted.headingDeg + turn * KEY_TURN_DEG_PER_SECOND * seconds,
      pitchDeg: this.wanted.pitchDeg - tilt * KEY_TURN_DEG_PER_SECOND * 0.6 * seconds,
    });
  }

  private ask(orbit: Orbit): void {
    this.land();
    this.wanted = hold(orbit, this.wanted, this.limits);
  }

  /** A hand on the controls ends a flight where it is. */
  private land(): void {
    if (!this.flight) return;
    this.flight = null;
    this.wanted = { ...this.shown };
  }
}
