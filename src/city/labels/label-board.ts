import { type Camera, Vector3 } from 'three';
import type { LabelPlace } from '../build/places';
import type { Language } from '../language';

const MOST_SHOWN = 26;
/** Who is shown is settled this often; where they stand, in every frame. */
const SETTLE_MS = 160;
const GAP_PIXELS = 10;
/** Where a page has its bars; a name half under one of them reads worse than none. */
const TOP_PIXELS = 58;
const BOTTOM_PIXELS = 88;
/** Farthest at which each kind is read. */
const REACH_M: Record<LabelPlace['kind'], number> = {
  district: 9_000,
  landmark: 3_800,
  water: 3_500,
  street: 2_300,
  hill: 6_000,
};

interface Entry {
  readonly place: LabelPlace;
  readonly element: HTMLElement;
  width: number;
  shown: boolean;
}

/** Names over the city as plain text, moved by transforms; what collides with something weightier stays away. */
export class LabelBoard {
  private readonly entries: Entry[];
  private settledAt = -Infinity;
  private isSettled = false;
  /** Where the camera was, its lens, and the picture's size. */
  private readonly before = new Float64Array(34);
  /** Letters grow with the page's root size, as on a wall. */
  private scale = 1;
  private readonly spot = new Vector3();
  private readonly holder: HTMLElement;
  private readonly hidden: (place: readonly number[]) => boolean;

  constructor(
    holder: HTMLElement,
    labels: readonly LabelPlace[],
    language: Language,
    hidden: (place: readonly number[]) => boolean,
  ) {
    this.holder = holder;
    this.hidden = hidden;
    this.entries = labels.map((place) => {
      const element = document.createElement('span');
      element.className = `city-label city-label-${place.kind}`;
      element.hidden = true;
      return { place, element, width: 0, shown: false };
    });
    holder.replaceChildren(...this.entries.map((entry) => entry.element));
    this.speak(language);
  }

  speak(language: Language): void {
    for (const entry of this.entries) {
      const { name } = entry.place;
      const text = name[language] ?? name.en;
      entry.element.textContent = text;
      // Wide glyphs are as wide as the letters are high, others about half as wide; near enough to keep names apart.
      entry.width = [...text].reduce((sum, letter) => sum + ((letter.codePointAt(0) ?? 0) > 0x2e80 ? 14 : 7.4), 14);
    }
    this.settledAt = -Infinity;
    this.isSettled = false;
  }

  /** Places every name that is shown; true when who is shown changed. */
  place(camera: Camera, width: number, height: number, nowMs: number): void {
    const settle = nowMs - this.settledAt > SETTLE_MS;
    const isSame = this.isAsBefore(camera, width, height);
    if (isSame && (this.isSettled || !settle)) return;
    // Whoever stands still is looked at once more, and then no longer.
    this.isSettled = isSame;
    if (settle) this.settledAt = nowMs;
    if (settle) this.scale = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
    const taken: { x: number; y: number; w: number; h: number }[] = [];
    let count = 0;
    for (const entry of this.entries) {
      if (!settle && !entry.shown) continue;
      const { place, element } = entry;
      const away = this.spot.set(...place.at).distanceTo(camera.position);
      this.spot.project(camera);
      const x = (this.spot.x * 0.5 + 0.5) * width;
      const y = (0.5 - this.spot.y * 0.5) * height;
      let shown = entry.shown;
      if (settle) {
        const reach = REACH_M[place.kind];
        const box = { x, y, w: (entry.width / 2 + GAP_PIXELS) * this.scale, h: 13 * this.scale };
        shown =
          count < MOST_SHOWN &&
          this.spot.z < 1 &&
          away < reach &&
          (place.kind !== 'district' || away > 700) &&
          x > box.w &&
          x < width - box.w &&
          y > TOP_PIXELS * this.scale &&
          y < height - BOTTOM_PIXELS * this.scale &&
          !taken.some((other) => Math.abs(other.x - x) < other.w + box.w && Math.abs(other.y - y) < other.h + box.h) &&
          (place.kind === 'district' || !this.hidden(place.at));
        if (shown) {
          taken.push(box);
          count++;
        }
        if (shown !== entry.shown) element.hidden = !shown;
        entry.shown = shown;
      }
      if (shown) element.style.transform = `translate(-50%, -50%) translate(${x.toFixed(1)}px, ${y.toFixed(1)}px)`;
    }
  }

  /** Whether everything would be drawn where it was the last time. */
  private isAsBefore(camera: Camera, width: number, height: number): boolean {
    const { before } = this;
    let isSame = before[32] === width && before[33] === height;
    for (let i = 0; i < 16 && isSame; i++) {
      isSame = before[i] === camera.matrixWorldInverse.elements[i];
      isSame &&= before[16 + i] === camera.projectionMatrix.elements[i];
    }
    if (isSame) return true;
    before.set(camera.matrixWorldInverse.elements);
    before.set(camera.projectionMatrix.elements, 16);
    before[32] = width;
    before[33] = height;
    return false;
  }

  clear(): void {
    this.holder.replaceChildren();
  }
}
