interface Size {
  readonly width: number;
  readonly height: number;
}

interface Box extends Size {
  readonly left: number;
  readonly top: number;
}

const GAP = 14;

/** Beside what it is about where there is room: right, left, below, above; else in the middle. Always whole on the page. */
export function placeCard(about: Box, card: Size, page: Size): { readonly left: number; readonly top: number } {
  const right = about.left + about.width;
  const bottom = about.top + about.height;
  const along = {
    left: about.left + (about.width - card.width) / 2,
    top: about.top + (about.height - card.height) / 2,
  };
  const sides = [
    { left: right + GAP, top: along.top, fits: right + GAP + card.width <= page.width },
    { left: about.left - GAP - card.width, top: along.top, fits: about.left - GAP - card.width >= 0 },
    { left: along.left, top: bottom + GAP, fits: bottom + GAP + card.height <= page.height },
    { left: along.left, top: about.top - GAP - card.height, fits: about.top - GAP - card.height >= 0 },
  ];
  const best = sides.find(({ fits }) => fits) ?? {
    left: (page.width - card.width) / 2,
    top: (page.height - card.height) / 2,
  };
  const within = (value: number, room: number) => Math.max(GAP, Math.min(room - GAP, value));
  return { left: within(best.left, page.width - card.width), top: within(best.top, page.height - card.height) };
}
