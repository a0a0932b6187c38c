import type { Plugin } from 'vite';

export function withDrawnShaders(code: string, folder: string): string;
export function drawnShaders(folder: string): Plugin;
