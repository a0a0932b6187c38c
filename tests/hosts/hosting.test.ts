import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { servedHeaders } from '../../.tools/headers.mjs';
import { hostingFiles } from '../../.tools/hosting.mjs';

const folder = join(import.meta.dirname, '../../docs/hosting');

describe('what others need to serve the build', () => {
  it.each(Object.entries(hostingFiles))('is as it would be written now: %s', (name, text) => {
    expect(readFileSync(join(folder, name), 'utf8')).toBe(text);
  });

  it.each(['cityloom-headers.conf', 'Caddyfile'])('has every header, whole: %s', (name) => {
    const lines = readFileSync(join(folder, name), 'utf8').split('\n');
    for (const [header, value] of Object.entries(servedHeaders)) {
      expect(lines.filter((line) => line.includes(`${header} "${value}"`))).toHaveLength(1);
    }
  });

  it('has the headers in every part of the server that adds one of its own', () => {
    const nginx = readFileSync(join(folder, 'cityloom.conf'), 'utf8');
    const parts = nginx.split('location ').slice(1);
    expect(parts).toHaveLength(2);
    for (const part of parts) expect(part).toContain('include /etc/nginx/cityloom-headers.conf;');
  });
});
