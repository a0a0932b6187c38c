/** Faults of the browser's database, brought about in a real one, each with what a planner must then see. */
import type { BrowserContext, Page } from 'playwright-core';
import first from '../app-scenarios/kept/database-1.json';
import second from '../app-scenarios/kept/database-2.json';
import { closeStreet } from './close-street';

const PATIENCE = { timeout: 60_000 };
const PATH = '/plan?scene=tiny/crossroads';
/** A page of the product's own address that opens no city and no database. */
const EMPTY_PATH = '/plan?scene=!';

export interface Room {
  readonly context: BrowserContext;
  readonly origin: string;
}

export interface ShelfFault {
  readonly name: string;
  /** Ends in an exception where something else is seen. */
  probe(room: Room): Promise<void>;
}

export const shelfFaults: readonly ShelfFault[] = [
  {
    name: 'the disk is full',
    async probe({ context, origin }) {
      // Chromium remembers for half a minute how much room it found: the disk has to be full from the start.
      const page = await context.newPage();
      await page.goto(new URL(EMPTY_PATH, origin).href);
      const tools = await context.newCDPSession(page);
      const quota = (quotaSize?: number) => tools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize });
      await quota(1);
      await opened(context, origin, page);
      await closeStreet(page, 0, 'unkept');
      await closeStreet(page, 1, 'unkept');
      await trouble(page, 'full');
      const file = page.waitForEvent('download', PATIENCE);
      await page.locator('[data-trouble]').getByRole('button', { name: 'Keep as a file' }).click(PATIENCE);
      const changes = await changesIn(await file);
      if (changes !== 2) throw new Error(`met a file with ${changes} changes, expected 2`);
      await quota();
      await page.locator('[data-trouble]').getByRole('button', { name: 'Try again' }).click(PATIENCE);
      await noTrouble(page);
      await comesBackWith(page, 2);
    },
  },
  {
    name: 'the database is denied',
    async probe({ context, origin }) {
      await context.addInitScript(() => {
        IDBFactory.prototype.open = () => {
          throw new DOMException('denied', 'SecurityError');
        };
      });
      const page = await opened(context, origin);
      await closeStreet(page, 0, 'unkept');
      await trouble(page, 'no-database');
      await asksBeforeLeaving(page);
    },
  },
  {
    name: 'an old tab holds the database',
    async probe({ context, origin }) {
      const old = await context.newPage();
      await old.goto(new URL(EMPTY_PATH, origin).href);
      await old.evaluate(fillDatabase, first);
      const page = await opened(context, origin);
      await closeStreet(page, 0, 'unkept');
      await trouble(page, 'held');
      await old.close();
      await noTrouble(page);
      await comesBackWith(page, 1);
      await listed(page, 3);
    },
  },
  ...[first, second].map(
    (before): ShelfFault => ({
      name: `a database of version ${before.version}`,
      async probe({ context, origin }) {
        await filled(context, origin, before);
        const page = await opened(context, origin);
        await noTrouble(page);
        await listed(page, 2);
        await closeStreet(page, 0);
      },
    }),
  ),
  {
    name: 'a newer database',
    async probe({ context, origin }) {
      await filled(context, origin, { ...first, version: 99 });
      const page = await opened(context, origin);
      await trouble(page, 'newer');
      await listed(page, 2);
      await closeStreet(page, 0, 'unkept');
      await asksBeforeLeaving(page);
      const rows = await page.evaluate(copiesKept);
      if (rows !== first.stores.copies.length) throw new Error(`met ${rows} copies in the newer database`);
    },
  },
  {
    name: 'a newer page wants the database',
    async probe({ context, origin }) {
      const page = await opened(context, origin);
      await closeStreet(page, 0);
      const newer = await context.newPage();
      await newer.goto(new URL(EMPTY_PATH, origin).href);
      await newer.evaluate(fillDatabase, { version: 99, stores: {} });
      await trouble(page, 'outdated');
      const rows = await newer.evaluate(copiesKept);
      if (rows !== 1) throw new Error(`met ${rows} copies after the newer page came, expected 1`);
      await closeStreet(page, 1, 'unkept');
      await asksBeforeLeaving(page);
    },
  },
  {
    name: 'the browser’s data are cleared',
    async probe({ context, origin }) {
      const page = await opened(context, origin);
      await closeStreet(page, 0);
      const tools = await context.newCDPSession(page);
      await tools.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb' });
      await closeStreet(page, 1);
      await noTrouble(page);
      await comesBackWith(page, 2);
    },
  },
  {
    name: 'two tabs',
    async probe({ context, origin }) {
      const page = await opened(context, origin);
      await closeStreet(page, 0);
      const other = await opened(context, origin);
      await other.getByText('open in another tab').waitFor(PATIENCE);
      await closeStreet(other, 1);
      await closeStreet(page, 1);
      await comesBackWith(page, 2);
      await listed(page, 2);
    },
  },
  {
    name: 'a damaged record',
    async probe({ context, origin }) {
      const page = await opened(context, origin);
      await closeStreet(page, 0);
      await closeStreet(page, 1);
      await page.evaluate(damageNewest);
      await comesBackWith(page, 1);
      await page.locator('[data-kept]').first().click(PATIENCE);
      await page.getByText('Its newest copy is damaged').waitFor(PATIENCE);
    },
  },
  {
    name: 'a file that was cut on its way',
    async probe({ context, origin }) {
      const page = await opened(context, origin);
      await page.evaluate(dropCutFiles);
      await page.locator('.scenario-refused').nth(9).waitFor(PATIENCE);
      await listed(page, 0);
    },
  },
];

async function opened(context: BrowserContext, origin: string, known?: Page): Promise<Page> {
  const page = known ?? (await context.newPage());
  await page.goto(new URL(PATH, origin).href);
  await page.locator('button.kind:enabled').first().waitFor(PATIENCE);
  return page;
}

async function filled(context: BrowserContext, origin: string, of: typeof first): Promise<void> {
  const page = await context.newPage();
  await page.goto(new URL(EMPTY_PATH, origin).href);
  await page.evaluate(fillDatabase, of);
  await page.close();
}

const trouble = (page: Page, name: string) => page.locator(`[data-trouble="${name}"]`).waitFor(PATIENCE);
const noTrouble = (page: Page) => page.locator('[data-trouble]').waitFor({ ...PATIENCE, state: 'detached' });

async function comesBackWith(page: Page, changes: number): Promise<void> {
  await page.reload();
  await page.locator('button.kind:enabled').first().waitFor(PATIENCE);
  await page
    .locator('.active-change')
    .nth(changes - 1)
    .waitFor(PATIENCE);
  const count = await page.locator('.active-change').count();
  if (count !== changes) throw new Error(`met ${count} changes after loading anew, expected ${changes}`);
}

/** So many scenarios beside the baseline stand in the list. */
async function listed(page: Page, count: number): Promise<void> {
  if ((await page.getByRole('dialog').count()) === 0) await page.locator('[data-kept]').first().click(PATIENCE);
  const rows = page.locator('.scenario-list > .scenario-row');
  await rows.nth(count).waitFor(PATIENCE);
  const found = (await rows.count()) - 1;
  if (found !== count) throw new Error(`met ${found} scenarios, expected ${count}`);
  await page.keyboard.press('Escape');
}

async function asksBeforeLeaving(page: Page): Promise<void> {
  const isAsked = await page.evaluate(() => !window.dispatchEvent(new Event('beforeunload', { cancelable: true })));
  if (!isAsked) throw new Error('met a page that would be left without a question');
}

async function changesIn(download: { createReadStream(): Promise<NodeJS.ReadableStream> }): Promise<number> {
  let text = '';
  for await (const chunk of await download.createReadStream()) text += chunk;
  return (JSON.parse(text) as { interventions: unknown[] }).interventions.length;
}

/** In the page: an older or newer Cityloom's database, and a connection to it that nobody closes. */
function fillDatabase(of: { readonly version: number; readonly stores: object }): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('cityloom', of.version);
    request.onerror = () => reject(request.error);
    request.onupgradeneeded = () => {
      const names = request.result.objectStoreNames;
      if (!names.contains('copies')) {
        request.result.createObjectStore('copies', { keyPath: ['id', 'revision'] }).createIndex('city', 'city');
      }
      if (of.version === 2) request.result.createObjectStore('comparisons', { keyPath: 'id' });
      const stores = Object.entries(of.stores) as [string, { value: unknown }[]][];
      for (const [store, rows] of stores) {
        for (const { value } of rows) request.transaction?.objectStore(store).put(value);
      }
    };
    request.onsuccess = () => resolve();
  });
}

function copiesKept(): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('cityloom');
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const count = request.result.transaction('copies').objectStore('copies').count();
      count.onsuccess = () => {
        request.result.close();
        resolve(count.result);
      };
    };
  });
}

function damageNewest(): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('cityloom');
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const transaction = request.result.transaction('copies', 'readwrite');
      const store = transaction.objectStore('copies');
      const all = store.getAll();
      all.onsuccess = () => {
        const newest = all.result.sort((a, b) => b.revision - a.revision)[0];
        store.put({ ...newest, text: newest.text.replace('crossroads', 'crossrobds') });
      };
      transaction.oncomplete = () => {
        request.result.close();
        resolve();
      };
    };
  });
}

function dropCutFiles(): void {
  const sound = JSON.stringify({ format: 'cityloom-scenario', version: 1, scene: 'crossroads', interventions: [] });
  const files = new DataTransfer();
  for (let i = 0; i < 10; i++) {
    files.items.add(new File([sound.slice(0, Math.floor((i * sound.length) / 10))], `cut-${i}.json`));
  }
  window.dispatchEvent(new DragEvent('drop', { dataTransfer: files, cancelable: true }));
}
