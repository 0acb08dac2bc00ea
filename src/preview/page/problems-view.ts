/** Shows problems as text over the course, which plays on behind them. */
import type { PreviewProblem, PreviewState } from '../preview-state.ts';
import { button, element } from './elements.ts';
import { PAGE_WORDS } from './page-words.ts';

export interface ProblemsView {
  /** Shows how many there are, and opens the list. */
  readonly toggle: HTMLButtonElement;
  readonly field: HTMLElement;
  show(state: PreviewState): void;
}

const rankOf = ({ severity }: PreviewProblem): number => (severity === 'error' ? 0 : 1);

function drawProblem(problem: PreviewProblem): HTMLElement {
  const words = PAGE_WORDS.problems;
  const { severity, code, message, place, frame, hint } = problem;
  return element(
    'li',
    { 'data-severity': severity },
    element('p', { class: 'message' }, element('strong', {}, `${words.severity[severity]} ${code}:`), ` ${message}`),
    ...(place === '' ? [] : [element('p', { class: 'place' }, element('code', {}, place))]),
    ...(frame.length === 0 ? [] : [element('pre', { tabindex: 0, 'aria-label': place }, frame.join('\n'))]),
    ...(hint === '' ? [] : [element('p', {}, element('strong', {}, words.hint), ` ${hint}`)]),
    element('p', { class: 'help' }, element('code', {}, words.explain(code))),
  );
}

export function createProblemsView(): ProblemsView {
  const words = PAGE_WORDS.problems;
  let shown = '';
  let hadErrors = false;
  const kept = element('p', { class: 'kept' }, words.kept);
  const list = element('ul', {});
  const toggle = element('button', { type: 'button', class: 'toggle', 'aria-controls': 'problems' });
  const field = element(
    'section',
    { class: 'problems', id: 'problems', 'aria-label': words.title, hidden: true },
    element(
      'div',
      { class: 'head' },
      element('h2', {}, words.title),
      button(words.hide, () => {
        open(false);
        toggle.focus();
      }),
    ),
    kept,
    list,
  );
  const open = (isOpen: boolean): void => {
    field.hidden = !isOpen;
    toggle.setAttribute('aria-expanded', String(isOpen));
  };
  toggle.addEventListener('click', () => open(field.hidden !== false));
  field.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape') return;
    open(false);
    toggle.focus();
  });
  open(false);
  return {
    toggle,
    field,
    show({ problems, packages }) {
      const errors = problems.filter(({ severity }) => severity === 'error').length;
      toggle.textContent = problems.length === 0 ? words.none : words.counted(errors, problems.length - errors);
      toggle.disabled = problems.length === 0;
      toggle.dataset.severity = errors > 0 ? 'error' : problems.length > 0 ? 'warning' : 'none';
      kept.hidden = !packages.some(({ stale }) => stale);
      const now = JSON.stringify(problems);
      // What stops the build comes first; otherwise the order of the course stays.
      const first = [...problems].sort((a, b) => rankOf(a) - rankOf(b));
      if (now !== shown) list.replaceChildren(...first.map(drawProblem));
      shown = now;
      // Errors come forward by themselves, once; warnings wait to be asked for.
      if (errors > 0 && !hadErrors) open(true);
      if (problems.length === 0 || (errors === 0 && hadErrors)) open(false);
      hadErrors = errors > 0;
    },
  };
}
