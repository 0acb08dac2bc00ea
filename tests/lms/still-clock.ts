/** A clock for courses that stands still: how slow a computer is changes nothing in what a test sees. */
import type { Clock } from 'playwright-core';

/** From now on time passes in these pages only by `clock.runFor`. @param at milliseconds since the epoch, a minute or more from now on for open pages */
export async function stopClock({ clock }: { readonly clock: Clock }, at: number): Promise<void> {
  await clock.install({ time: at - 60_000 });
  await clock.pauseAt(at);
}
