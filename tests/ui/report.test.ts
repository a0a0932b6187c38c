import { describe, expect, it } from 'vitest';
import { asElementId } from '../../sim';
import { catalogues, type Language } from '../../src/i18n';
import { type ReportInput, writeReport } from '../../src/panels/export/report';
import type { DrawLetter } from '../../src/pdf/letters';
import { made } from '../app-scenarios/a-comparison';
import { readPdf } from '../pdf/read-pdf';

/** Letters without a shape: what is said can be read, and that is what is looked at. */
const unseen: DrawLetter = () => ({
  width: 0,
  height: 0,
  alpha: new Uint8Array(),
  originX: 0,
  baselineY: 0,
  advanceEm: 0.5,
  emPixels: 1,
});

const input = (language: Language, more: Partial<ReportInput> = {}): ReportInput => ({
  text: catalogues[language],
  language,
  city: '中德生态园',
  facts: {
    name: { zh: '中德生态园', en: 'Eco-Park' },
    illustrative: true,
    facts: [],
    sources: [{ id: 's', title: 'Yearbook of Qingdao', licence: 'CC-BY-4.0', confidence: 'published' }],
    files: [],
  },
  // Beyond what chance alone would do.
  found: made([100, 103]),
  isPartial: false,
  isStale: false,
  startClockSeconds: 25_200,
  a: { name: '基线', changes: [], describe: () => '' },
  b: {
    name: '龘路施工',
    changes: [
      {
        id: 'c',
        kind: 'close-road',
        targets: [asElementId('e')],
        settings: {},
        fromSeconds: 3_600,
        untilSeconds: 7_200,
      },
    ],
    describe: () => 'Close a road: 龘路',
  },
  picture: null,
  ...more,
});

async function said(of: ReportInput): Promise<string> {
  const shares: number[] = [];
  const file = await writeReport(of, unseen, async (share) => void shares.push(share));
  expect(shares).toEqual([...shares].sort((a, b) => a - b));
  expect(shares.at(-1)).toBe(1);
  return readPdf(Buffer.from(await file.arrayBuffer())).lines.join(' ');
}

describe('the report of a comparison', () => {
  it.each(['zh', 'en'] as const)(
    'has what differs, by how much, how it was found and from what, in %s',
    async (language) => {
      const words = catalogues[language];
      const read = await said(input(language));
      for (const each of [words.export.reportTitle, '龘路施工', 'Close a road: 龘路', '08:00', '09:00']) {
        expect(read).toContain(each);
      }
      const delay = words.kpis['traffic.delay'];
      expect(read).toContain(delay.name);
      expect(read).toContain(words.figures.worse);
      expect(read).toContain(words.export.named({ name: delay.name, what: delay.formula }).slice(0, 30));
      expect(read).toContain(words.kpis['traffic.mean-speed'].name);
      expect(read).toContain(words.export.seeds({ seeds: '1, 2' }));
      expect(read).toContain('0123456789abcdef');
      expect(read).toContain('Yearbook of Qingdao');
      expect(read).toContain(words.facts.illustrative.slice(0, 20));
      expect(read).not.toContain(words.compare.stale.slice(0, 8));
    },
  );

  it('says when it is out of date, of too few seeds, or of a scenario that is no more', async () => {
    const words = catalogues.en;
    const a = { name: 'Gone', changes: null, describe: () => '' };
    const read = await said(input('en', { isStale: true, isPartial: true, a }));
    for (const each of [words.compare.stale, words.compare.partial({ count: 2 }), words.export.unknownChanges]) {
      expect(read).toContain(each.slice(0, 20));
    }
    expect(read).not.toContain(words.export.noChanges);
  });
});
