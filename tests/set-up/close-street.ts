import type { Page } from 'playwright-core';

const PATIENCE = { timeout: 60_000 };

/** Closes one street of a small scene in the panel, as a person does, and waits until that is kept, or not. */
export async function closeStreet(page: Page, index: number, expected: 'kept' | 'unkept' = 'kept'): Promise<void> {
  await page.getByRole('button', { name: /^Close a road/ }).click(PATIENCE);
  await page.getByRole('searchbox').fill('e');
  await page.locator('.match').nth(index).click(PATIENCE);
  await page.getByRole('button', { name: 'Apply', exact: true }).click(PATIENCE);
  await page.locator('.active-change').nth(index).waitFor(PATIENCE);
  await page.locator(`[data-kept="${expected}"]`).first().waitFor(PATIENCE);
}
