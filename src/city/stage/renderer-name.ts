/** What draws: the name of the graphics card, or of the program that stands in for one. */
export function rendererName(context: WebGLRenderingContext | WebGL2RenderingContext): string {
  const details = context.getExtension('WEBGL_debug_renderer_info');
  return String(context.getParameter(details ? details.UNMASKED_RENDERER_WEBGL : context.RENDERER));
}

let known: string | undefined;

/** Asked before the picture's own context is made, since some of its settings cannot be changed afterwards. */
export function rendererNameHere(): string {
  if (known !== undefined) return known;
  const context = document.createElement('canvas').getContext('webgl2');
  // Left to be collected: giving it up by hand holds the next context up for two seconds where a processor draws.
  known = context ? rendererName(context) : 'none';
  return known;
}
