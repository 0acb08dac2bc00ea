/** Reads what a learner sees at a place of a page. */
import type { Locator } from 'playwright-core';

/** With line ends where the page has them. A question that is scrolled away is not drawn and has no text, so it is brought into view. */
export async function readText(place: Locator): Promise<string> {
  await place.scrollIntoViewIfNeeded();
  return place.innerText();
}
