/** The part of the player for decision guides. */
import type { GuidePart } from '../part.ts';
import { openGuide } from '../views/guide-view.ts';

export const part: GuidePart = { open: openGuide };
