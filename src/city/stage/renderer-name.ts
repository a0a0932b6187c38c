/** What draws: the name of the graphics card, or of the program that stands in for one. */
export function rendererName(context: WebGLRenderingContext | WebGL2RenderingContext): string {
  const details = context.getExtension('WEBGL_debug_renderer_info');
  return String(context.getParameter(details ? details.UNMASKED_RENDERER_WEBGL : context.RENDERER));
}

/** Asked before the picture's own context is made, since some of its settings cannot be changed afterwards. */
export function rendererNameHere(): string {
  const context = document.createElement('canvas').getContext('webgl2');
  if (!context) return 'none';
  const name = rendererName(context);
  context.getExtension('WEBGL_lose_context')?.loseContext();
  return name;
}
