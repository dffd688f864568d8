import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Colours in the middle of a transition are not the ones people read. */
function settle(page: Page): Promise<void> {
  return page.evaluate(async () => {
    await Promise.allSettled(document.getAnimations().map((animation) => animation.finished));
  });
}

/**
 * What axe finds on the page as it stands, or in the `part` of it that the selector names, one line for each fault with
 * its place. Legacy mode: the other one gathers what frames of other origins say on a blank page of its own, which
 * takes twice as long as the whole check, and there are no such frames.
 */
export async function faultsOf(page: Page, part?: string): Promise<readonly string[]> {
  await settle(page);
  const axe = new AxeBuilder({ page })
    .options({ resultTypes: ['violations'], preload: false })
    .withTags(RULES)
    .setLegacyMode(true);
  const { violations } = await (part === undefined ? axe : axe.include(part)).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary = '' }) => `${id}: ${target.join(' ')}: ${failureSummary.replaceAll('\n', ' ')}`,
    ),
  );
}
