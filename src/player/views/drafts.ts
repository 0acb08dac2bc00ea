/**
 * What a learner has begun and not given yet, and where the focus stands: it survives when a page is built anew, because the LMS
 * answered late or because this browser's copy was taken up. It must not know what a question asks.
 */

/** Half an answer. */
export interface Draft {
  /** As far as the question's type can read it. */
  readonly given: readonly string[];
  /** The typed fields of the form as they stand, in order: half a number is no answer yet. */
  readonly texts: readonly string[];
}

/** By id of the question. */
export type Drafts = ReadonlyMap<string, Draft>;

export const NO_DRAFTS: Drafts = new Map();

type TextField = HTMLInputElement | HTMLTextAreaElement;

function textFieldsOf(form: HTMLFormElement): readonly TextField[] {
  return [...form.querySelectorAll<TextField>('textarea, input:not([type="radio"], [type="checkbox"])')];
}

/** Undefined where nothing was begun. */
export function readDraft(form: HTMLFormElement, given: readonly string[]): Draft | undefined {
  const texts = textFieldsOf(form).map(({ value }) => value);
  return given.length === 0 && texts.every((text) => text === '') ? undefined : { given, texts };
}

/** The typed texts come back as if they were typed, so that what is said about them is said again. */
export function writeDraft(
  form: HTMLFormElement,
  { given, texts }: Draft,
  give: (given: readonly string[]) => void,
): void {
  give(given);
  for (const [index, field] of textFieldsOf(form).entries()) {
    const text = texts[index] ?? '';
    if (field.value === text) continue;
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }
}

export function collectDrafts(views: Iterable<readonly [id: string, view: { draft(): Draft | undefined }]>): Drafts {
  const drafts = new Map<string, Draft>();
  for (const [id, view] of views) {
    const draft = view.draft();
    if (draft !== undefined) drafts.set(id, draft);
  }
  return drafts;
}

const FIELDS = 'input, select, textarea, button';

/** Notes which field of which question has the focus; the answer puts it there again and says whether it could. */
export function holdFocus(main: HTMLElement): () => boolean {
  const active = document.activeElement;
  const form = active?.closest<HTMLFormElement>('form[data-cw-question]') ?? null;
  if (active === null || form === null || !main.contains(form)) return () => false;
  const id = form.dataset.cwQuestion;
  const index = [...form.querySelectorAll(FIELDS)].indexOf(active);
  return () => {
    const forms = [...main.querySelectorAll<HTMLFormElement>('form[data-cw-question]')];
    const field = forms.find((other) => other.dataset.cwQuestion === id)?.querySelectorAll<HTMLElement>(FIELDS)[index];
    field?.focus({ preventScroll: true });
    return field !== undefined && document.activeElement === field;
  };
}
