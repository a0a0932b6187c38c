/** Each fault of the browser's database, brought about in a real Chromium with a fresh profile. */
import { chromium } from 'playwright-core';
import { chromiumArguments } from '../../set-up/chromium-arguments';
import { shelfFaults as faults } from '../../set-up/shelf-faults';
import type { AcceptLine } from '../line';
import { serveApp } from '../serve-app';

export const shelfFaults: AcceptLine = {
  name: 'faults of the database',
  goal: 'a full disk, a blocked or private database, two tabs, an old and a newer schema behave as in the table of faults',
  async measure(tools) {
    const { address, end } = await serveApp(tools);
    const { origin } = new URL(address);
    const browser = await chromium.launch({
      executablePath: tools.chromium,
      args: [...chromiumArguments, '--disable-3d-apis'],
    });
    const short: string[] = [];
    try {
      for (const { name, probe } of faults) {
        const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'en-GB' });
        try {
          await probe({ context, origin });
          tools.say(`as in the table: ${name}`);
        } catch (error) {
          short.push(`${name} (${error instanceof Error ? error.message.split('\n')[0] : error})`);
          tools.say(`not as in the table: ${short.at(-1)}`);
        } finally {
          await context.close();
        }
      }
    } finally {
      await browser.close();
      end();
    }
    return {
      held: short.length === 0,
      reached: `${faults.length - short.length} of ${faults.length} as in the table: ${faults.map(({ name }) => name).join(', ')}${short.length > 0 ? `; short: ${short.join('; ')}` : ''}`,
      how: 'Chromium, each in a fresh private profile on tiny/crossroads: what a planner sees, what a page loaded anew has, what a file holds',
    };
  },
};
