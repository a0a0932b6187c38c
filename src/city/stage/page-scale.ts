/** What sizes in pixels were chosen for: the text of a screen of 1080 lines. */
const DESK_FONT_PIXELS = 16;

/** The page's words over those of a desk; read anew where the picture has another size. */
export function pageScale(): (width: number, height: number) => number {
  let [wide, high, scale] = [0, 0, 1];
  return (width, height) => {
    if (width === wide && height === high) return scale;
    [wide, high] = [width, height];
    scale = Math.max(1, Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / DESK_FONT_PIXELS);
    return scale;
  };
}
