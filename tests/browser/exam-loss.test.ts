/**
 * An exam that is cut at random moments: the frame is taken away, with or without a word to the course, the tab is closed, its process
 * dies; commits fail now and then. What was shown as saved is there at the next visit, and of what was only sent no more is missing
 * than the interval between two commits allows. `COURSEWRIGHT_LOSSES=500` cuts more often, `COURSEWRIGHT_LOSS_SEED` elsewhere.
 */
import type { BrowserContext, Frame, Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { decodeState } from '../../src/shared/state-codec.ts';
import { tagOf } from '../../src/shared/tags.ts';
import { type SeededRandom, seededRandom } from '../bench/seeded-random.ts';
import { writeExamWorkspace } from '../lms/exam-workspace.ts';
import { stopClock } from '../lms/still-clock.ts';
import { useLms } from '../lms/use-lms.ts';

const RUNS = Number(process.env.COURSEWRIGHT_LOSSES ?? '25');
const SEED = Number(process.env.COURSEWRIGHT_LOSS_SEED ?? '20261126');
/** At most one commit in this time, so that no answer waits longer (`player/session/pacing.ts`). */
const INTERVAL_MS = 10_000;

const START = Date.UTC(2026, 10, 26, 9);

const CUTS = ['frame taken away', 'frame dead', 'tab closed', 'process killed'] as const;
type Cut = (typeof CUTS)[number];

const lms = useLms();
beforeAll(() => lms.serve((folder) => writeExamWorkspace(folder)));

interface Answer {
  readonly id: string;
  readonly options: string;
  /** By the course's clock. */
  readonly at: number;
}

/** A browser of its own, whose clock stands and goes on only where a test lets it. */
async function openBrowser(): Promise<BrowserContext> {
  const context = await lms.browser().newContext({ viewport: { width: 1000, height: 560 }, locale: 'en-US' });
  await stopClock(context, START);
  return context;
}

async function openTab(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${lms.server().origin}/lms`);
  return page;
}

function frameOf(page: Page): Frame {
  const frame = page.frames().find((candidate) => candidate.name() === 'course');
  if (frame === undefined) throw new Error('the course is not open');
  return frame;
}

interface Visit {
  readonly frame: Frame;
  /** The state that the LMS held at its beginning. */
  readonly held: string;
}

/** Opens the exam before an LMS that holds what its store holds. */
async function launch(page: Page, store: string): Promise<Visit> {
  const held = await page.evaluate(
    ([name, url]) => {
      window.lms.create('strict', name);
      window.lms.lms().put('cmi.core.student_id', name);
      const state = window.lms.lms().dump()['cmi.suspend_data'] ?? '';
      window.lms.launch(url);
      return state;
    },
    [store, `${lms.server().origin}/mock/index.html#final`] as const,
  );
  await page.frameLocator('iframe').locator('[data-cw-phase]').waitFor();
  return { frame: frameOf(page), held };
}

/** Answers the shown question with some of its options, and goes on to the next, at times back to the one before. */
function answerShown(frame: Frame, numbers: readonly [first: number, goes: number]): Promise<Omit<Answer, 'at'>> {
  return frame.evaluate(([first, goes]) => {
    const form = document.querySelector<HTMLFormElement>('form[data-cw-question]');
    const boxes = [...(form?.querySelectorAll<HTMLInputElement>('input:is([type="radio"], [type="checkbox"])') ?? [])];
    const most = form?.dataset.cwType === 'multiple-choice' ? 2 : 1;
    const wanted = boxes.map((_, at, all) => all[(at + first) % all.length]).slice(0, most);
    for (const box of boxes) if (box.type === 'checkbox' && box.checked && !wanted.includes(box)) box.click();
    for (const box of wanted) if (box?.checked === false) box.click();
    const chosen = boxes.filter((box) => box.checked).map((box) => box.value);
    document.querySelector<HTMLElement>(`[data-cw="${goes === 0 ? 'previous-question' : 'next-question'}"]`)?.click();
    return { id: form?.dataset.cwQuestion ?? '', options: chosen.sort().join('') };
  }, numbers);
}

function signOf(frame: Frame): Promise<string> {
  return frame.evaluate(() => document.querySelector('[data-cw="save-sign"]')?.getAttribute('data-cw-sign') ?? '');
}

/** @returns the tab to go on in; another one where this one is gone */
async function cut(page: Page, store: string, how: Cut): Promise<Page> {
  switch (how) {
    case 'frame taken away': {
      await page.evaluate(() => window.lms.close());
      // The last words are on their way as a beacon.
      const sent = await page.evaluate(() => window.lms.lms().dump()['cmi.suspend_data']);
      await expect.poll(() => lms.server().stored(store)['cmi.suspend_data'], { timeout: 10_000 }).toEqual(sent);
      return page;
    }
    case 'frame dead':
      await frameOf(page).evaluate(() => {
        for (const name of ['pagehide', 'beforeunload', 'unload']) {
          window.addEventListener(name, (event) => event.stopImmediatePropagation(), true);
        }
        document.addEventListener('visibilitychange', (event) => event.stopImmediatePropagation(), true);
      });
      await page.evaluate(() => window.lms.close());
      return page;
    case 'tab closed':
      await page.close();
      return openTab(page.context());
    case 'process killed': {
      const crashed = page.waitForEvent('crash');
      const session = await page.context().newCDPSession(page);
      session.send('Page.crash').catch(() => undefined);
      await crashed;
      await page.close();
      return openTab(page.context());
    }
  }
}

/** Answers by id as the text of a state holds them. */
function answersIn(text: string, ids: Iterable<string>): ReadonlyMap<string, string> {
  const decoded = decodeState(text, tagOf('mock'));
  if (decoded.kind !== 'read') return new Map();
  const items = decoded.state.attempts.find(({ activity }) => activity === tagOf('final'))?.items ?? [];
  const byTag = new Map(items.map((item) => [item.tag, item.answer]));
  return new Map(
    [...ids].flatMap((id) => {
      const answer = byTag.get(tagOf(id));
      return answer === undefined ? [] : [[id, answer.join('')] as const];
    }),
  );
}

interface Seen {
  readonly answers: readonly Answer[];
  /** How many of them were given when the page last said that they are saved. */
  readonly saved: number;
  readonly cutAt: number;
}

/** What must be there, against what is. An answer that was changed later may be there in its later form. */
function lostOf(required: readonly Answer[], { answers }: Seen, held: ReadonlyMap<string, string>): readonly string[] {
  const last = new Map(required.map((answer) => [answer.id, answers.indexOf(answer)]));
  return [...last].flatMap(([id, from]) => {
    const allowed = answers.slice(from).filter((answer) => answer.id === id);
    const found = held.get(id);
    return allowed.some(({ options }) => options === found) ? [] : [`${id}: ${allowed[0]?.options}, held ${found}`];
  });
}

interface Run {
  readonly number: number;
  readonly random: SeededRandom;
  readonly how: Cut;
  /** Whether commits fail now and then. */
  readonly fails: boolean;
}

/** One exam up to its cut. */
async function sit(page: Page, frame: Frame, { random, fails }: Run): Promise<Seen> {
  const answers: Answer[] = [];
  let now = START;
  let saved = 0;
  const look = async (): Promise<void> => {
    if ((await signOf(frame)) === 'saved') saved = answers.length;
  };
  for (let left = 2 + random.below(10); left > 0; left--) {
    if (fails) {
      const broken = random.below(2) === 0 ? ('refuse' as const) : ('no' as const);
      await page.evaluate((kind) => window.lms.lms().breakCommits(kind), broken);
    }
    answers.push({ ...(await answerShown(frame, [random.below(4), random.below(6)])), at: now });
    if (random.below(3) === 0) await look();
    const ms = random.below(7000);
    await page.clock.runFor(ms);
    now += ms;
    // The server's answer is on its way for a while.
    if (random.below(2) === 0) await new Promise((resolve) => setTimeout(resolve, random.below(60)));
    await look();
  }
  return { answers, saved, cutAt: now };
}

interface Outcome {
  readonly answers: number;
  readonly saved: number;
  readonly held: number;
  readonly isOffered: boolean;
}

/** The learner comes back, takes what this browser kept where it is offered, and finds the answers on the page. */
async function comeBack(frame: Frame, held: number, label: string): Promise<boolean> {
  const offer = frame.locator('[data-cw="take-offer"]');
  const isOffered = (await offer.count()) > 0;
  if (isOffered) await offer.click();
  if (held > 0) await frame.locator('[data-cw-phase="running"]').waitFor();
  const summary = frame.locator('[data-cw="all-questions"] summary');
  const text = (await summary.count()) === 0 ? '' : ((await summary.textContent()) ?? '');
  const count = Number(/(\d+) of 100 answered/.exec(text)?.[1] ?? '0');
  if (isOffered) expect(count, `${label}: with this browser's copy`).toBeGreaterThanOrEqual(held);
  else expect(count, `${label}: on the page`).toBe(held);
  return isOffered;
}

async function cutOnce(context: BrowserContext, run: Run): Promise<Outcome> {
  const { how, fails } = run;
  const store = `learner-${run.number}`;
  const label = `run ${run.number}, ${how}${fails ? ', failing commits' : ''}`;
  const page = await openTab(context);
  const { frame } = await launch(page, store);
  await frame.locator('[data-cw="start-exam"]').click();
  await frame.locator('[data-cw="exam-place"]').waitFor();
  const seen = await sit(page, frame, run);
  const next = await launch(await cut(page, store, how), store);

  const ids = new Set(seen.answers.map(({ id }) => id));
  const held = answersIn(next.held, ids);
  const shown = seen.answers.slice(0, seen.saved);
  expect(lostOf(shown, seen, held), `${label}: shown as saved`).toEqual([]);
  if (!fails) {
    const due = seen.answers.filter(({ at }) => how === 'frame taken away' || at + INTERVAL_MS < seen.cutAt);
    expect(lostOf(due, seen, held), `${label}: sent`).toEqual([]);
  }
  const isOffered = await comeBack(next.frame, held.size, label);
  return { answers: ids.size, saved: new Set(shown.map(({ id }) => id)).size, held: held.size, isOffered };
}

it(`${RUNS} exams that are cut (seed ${SEED}) lose nothing that was saved`, {
  timeout: 60_000 + RUNS * 20_000,
}, async () => {
  const outcomes: Outcome[] = [];
  for (let number = 0; number < RUNS; number++) {
    const random = seededRandom(SEED + number);
    const how = CUTS[number % CUTS.length] ?? 'tab closed';
    const context = await openBrowser();
    outcomes.push(await cutOnce(context, { number, random, how, fails: random.below(3) === 0 }));
    await context.close();
  }
  const sum = (of: 'answers' | 'saved' | 'held'): number => outcomes.reduce((total, outcome) => total + outcome[of], 0);
  const offered = outcomes.filter(({ isOffered }) => isOffered).length;
  console.log(
    `${RUNS} exams cut: ${sum('answers')} answers, ${sum('saved')} shown as saved, ${sum('held')} held, this browser's copy offered ${offered} times`,
  );
  // Else nothing was proved.
  expect(sum('saved')).toBeGreaterThan(RUNS);
  expect(sum('held')).toBeLessThan(sum('answers'));
});
