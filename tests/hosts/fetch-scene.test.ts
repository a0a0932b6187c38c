import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fetchScene } from '../../sim/hosts/fetch-scene';
import { asText, goodScene } from '../scene/good-scene';

const files = asText(goodScene());
const asked: string[] = [];
let server: Server;
let origin: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    const url = request.url ?? '';
    asked.push(url);
    if (url.startsWith('/scenes/moved/'))
      return response.writeHead(302, { location: '/scenes/crossroads/scene.json' }).end();
    const [, , id, name] = url.split('/');
    if (id === 'odd' && name === 'scene.json') {
      return response.end(
        JSON.stringify({ files: ['../../secret.json', 'roads.json', 'http://example.org/x', 7, '__proto__'] }),
      );
    }
    const text = id === 'crossroads' || id === 'odd' ? files.get(name) : undefined;
    if (text === undefined) response.writeHead(404);
    response.end(text);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => void server.close());

const get = (address: string, mostBytes?: number) => fetchScene(address, { fetch, origin, mostBytes });

describe('fetching a scene', () => {
  it('brings every file that the manifest names', async () => {
    const shares: number[] = [];
    const fetched = await fetchScene('/scenes/crossroads/', { fetch, origin, progress: (share) => shares.push(share) });
    if (!fetched.ok) throw new Error(JSON.stringify(fetched.problems));
    expect(new Map([...fetched.value].sort())).toEqual(new Map([...files].sort()));
    expect(shares.at(-1)).toBe(1);
  });

  it('asks for nothing but the files that a scene can have, from our own origin', async () => {
    asked.length = 0;
    const fetched = await get('/scenes/odd');
    expect(asked).toEqual(['/scenes/odd/scene.json', '/scenes/odd/roads.json']);
    expect(fetched.ok).toBe(true);
  });

  it('refuses every other address without asking', async () => {
    asked.length = 0;
    for (const address of [
      'https://example.org/scenes/crossroads/',
      '//example.org/scenes/crossroads/',
      'data:application/json,{}',
      '/scenes/../secret/',
      '/scenes/a%2f..%2fb/',
      '/scenes/crossroads/?x',
      '/elsewhere/',
      'http://[',
    ]) {
      expect(await get(address), address).toMatchObject({ ok: false, problems: [{ code: 'scene.address' }] });
    }
    expect(asked).toEqual([]);
  });

  it('names what is not served, what is moved, and what is more than its budget', async () => {
    const problem = (code: string) => ({ ok: false, problems: [{ code, path: ['scene.json'] }] });
    expect(await get('/scenes/none/')).toMatchObject(problem('scene.not-served'));
    expect(await get('/scenes/moved/')).toMatchObject(problem('scene.not-served'));
    expect(await get('/scenes/crossroads/', 100)).toMatchObject(problem('scene.too-large'));
  });
});
