// The journeys whose screens `npm run screens` draws: how one comes by every panel of the planner's page, by its own keys,
// buttons and words.

/** The city is there and its time stands still, so that every size shows the same. */
async function standStill(page, words) {
  await page.waitForSelector('canvas[data-ready="true"]');
  await page.getByRole('button', { name: words.clock.pause, exact: true }).waitFor();
  await key(page, 'Space');
  await page.getByRole('button', { name: words.clock.play, exact: true }).waitFor();
}

async function key(page, ...keys) {
  await page.locator('canvas').first().focus();
  for (const each of keys) await page.keyboard.press(each);
}

/** Five minutes further, or as many times that. */
async function goOn(page, times = 1) {
  for (let i = 0; i < times; i++) {
    const before = await page.locator('.clock-hours').textContent();
    await key(page, 'n');
    await page.waitForFunction(
      (shown) =>
        document.querySelector('.clock-hours')?.textContent !== shown && !document.querySelector('.notices progress'),
      before,
      { polling: 200 },
    );
  }
}

/** Chooses a kind of change and what it is made to: the first place whose name has one of these. */
async function choose(page, words, kind, ...targets) {
  await page.locator('.kind', { has: page.getByText(words.kinds[kind].name, { exact: true }) }).click();
  for (const target of targets) {
    await page.getByRole('searchbox').fill(target);
    await page.waitForTimeout(500);
    if ((await page.locator('.match:enabled').count()) > 0) break;
  }
  if (targets.length > 0) await page.locator('.match:enabled').first().click();
}

async function apply(page, words) {
  await page.getByRole('button', { name: words.change.apply, exact: true }).click();
  await page.locator('.active-change').first().waitFor();
}

async function inDialog(page, opens, show, screen, meanwhile = async () => {}) {
  await opens();
  await page.locator('.dialog').waitFor();
  await meanwhile();
  await show(screen);
  await page.keyboard.press('Escape');
  await page.locator('.dialog').waitFor({ state: 'detached' });
}

const button = (page, name) => page.getByRole('button', { name, exact: true }).first();
const buttonOf = (page, name) => page.getByRole('button', { name }).first();

/** Points of the page are pressed until somebody's home is shown. */
async function pickHome(page) {
  const { width, height } = page.viewportSize();
  for (let row = 0; row < 8; row++) {
    for (let column = 0; column < 10; column++) {
      await page.mouse.click(width * (0.32 + 0.04 * column), height * (0.3 + 0.05 * row));
      await page.waitForTimeout(250);
      if ((await page.locator('.household').count()) > 0) return;
    }
  }
  throw new Error('met no home under the pointer');
}

/** The newest happening of a kind that somebody could act on. */
const withPlaybook = (page, words) => page.locator('.happening', { has: button(page, words.playbooks.open) }).first();

export const journeys = {
  /** What somebody sees who comes for the first time, and every page in front of the page. */
  first: {
    open: '?hour=7.6&weather=october-clear',
    async steps(page, show, words) {
      await page.waitForSelector('canvas[data-ready="true"]');
      await button(page, words.tour.offer).click();
      await page.locator('.tour-card [data-tone="main"]').click();
      await show('tour');
      await page.keyboard.press('Escape');
      await standStill(page, words);
      await goOn(page);
      await show('opening');
      await key(page, 'g');
      await show('traffic');
      await key(page, 'g', 'b');
      await show('energy');
      await key(page, 'b');
      const pages = { keys: '?', flows: 'v', views: 'j', export: 'y', compare: 'c', ahead: 'p' };
      for (const [screen, opens] of Object.entries(pages)) await inDialog(page, () => key(page, opens), show, screen);
      await inDialog(page, () => button(page, words.economics.title).click(), show, 'economics');
      await inDialog(page, () => page.locator('.scenario-chip-name').last().click(), show, 'scenarios');
      await inDialog(page, () => page.locator('.header .badge').click(), show, 'facts');
      await inDialog(
        page,
        async () => {
          await page.locator('.header .badge').click();
          await button(page, words.published.open).click();
        },
        show,
        'published',
      );
    },
  },
  /** A crash on a street: the form, what it does, how a figure is reckoned, the road, who does what, what is coming. */
  street: {
    open: '?hour=7.6&weather=october-clear',
    async steps(page, show, words) {
      await standStill(page, words);
      await choose(page, words, 'crash', 'Tuanjie', '团结路');
      await show('form');
      await apply(page, words);
      await goOn(page, 2);
      await show('changed');
      await page.locator('.figure-face').first().click();
      await show('working');
      await page.locator('.figure-face').first().click();
      await withPlaybook(page, words).getByRole('button').first().click();
      await page.locator('.inspector').waitFor();
      await show('road');
      const corridor = () => button(page.locator('.inspector'), words.corridor.open).click();
      // It is watched from when it is first looked at.
      await inDialog(page, corridor, async () => {}, 'corridor');
      await goOn(page);
      await inDialog(page, corridor, show, 'corridor');
      await inDialog(page, () => button(page, words.playbooks.open).click(), show, 'playbook');
      await key(page, 'x');
      await page.locator('.city-beside[data-shown="true"]').waitFor();
      await show('beside');
      await key(page, 'x');
      await inDialog(
        page,
        () => key(page, 'p'),
        show,
        'foreseen',
        async () => {
          await button(page, words.ahead.open).click();
          await page.locator('.ahead-figures').waitFor();
        },
      );
    },
  },
  /** A cable is cut: the chain of causes, a home. */
  feeder: {
    open: '?hour=18.5&weather=january-clear',
    async steps(page, show, words) {
      await standStill(page, words);
      await key(page, 'b');
      await choose(page, words, 'cut-cable', 'West feeder 01', '西变01线');
      await show('form');
      await apply(page, words);
      await goOn(page);
      await button(page.locator('.happenings'), words.causes.open).click();
      await page.locator('.causes').waitFor();
      await show('causes');
      await button(page.locator('.causes'), words.close).click();
      await page.locator('select.views-menu').selectOption('housing', { force: true });
      await pickHome(page);
      await show('home');
    },
  },
  /** Gas in a gallery: the board, every section, inside. */
  gallery: {
    open: '?hour=12.5&weather=october-clear',
    async steps(page, show, words) {
      await standStill(page, words);
      await choose(page, words, 'gas-leak', 'Tuanjie gas 05', '团结路 燃气 05');
      await show('form');
      await apply(page, words);
      await goOn(page, 2);
      await page.locator('.alarm-board .alarm-row').first().waitFor();
      await show('board');
      await inDialog(page, () => button(page, words.monitor.open).click(), show, 'monitor');
      await buttonOf(page.locator('.alarm-board'), words.tunnel.walk.enter).click();
      await page.locator('.walk-panel').waitFor();
      await show('inside');
    },
  },
  /** Two scenarios lived with several seeds. */
  compared: {
    open: '?scene=tiny/one-feeder',
    async steps(page, show, words) {
      await standStill(page, words);
      await choose(page, words, 'substation-outage', '');
      await apply(page, words);
      await inDialog(
        page,
        () => key(page, 'c'),
        show,
        'found',
        async () => {
          await button(page, words.compare.start).click();
          await page.locator('.compare-about').waitFor();
          await page.locator('.compare-progress').waitFor({ state: 'detached' });
        },
      );
    },
  },
  /** What there is instead of a city. */
  missing: {
    open: '?scene=nowhere',
    async steps(page, show) {
      await page.locator('.problem-list').waitFor();
      await show('city');
    },
  },
  /** The form of every kind of change. */
  forms: {
    open: '?hour=12.5&weather=october-clear',
    async steps(page, show, words) {
      await standStill(page, words);
      for (const [kind, { name }] of Object.entries(words.kinds)) {
        const offered = page.locator('.kind', { has: page.getByText(name, { exact: true }) });
        if ((await offered.count()) === 0) continue;
        await offered.click();
        await show(kind);
        await button(page.locator('.change'), words.cancel).click();
      }
    },
  },
};
