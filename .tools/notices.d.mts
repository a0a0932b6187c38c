import type { Plugin } from 'vite';

export const NOTICES: string;
export function thirdPartyNotices(publicFolder: string): { ofPages: Plugin; ofWorkers(): Plugin };
