/**
 * The marks that templates set and the player looks for. A workspace's own templates must keep them; the build checks that.
 * Imports nothing.
 *
 * Launch page (`index.html`), the only page with scripts (`words.js`, `course-data.js`, then `player.js`, which loads others as they are needed):
 *   <body data-cw-page="index">
 *     <div data-cw="banner" hidden></div>                      one honest sentence: not tracked, review only, not saved …
 *     <header data-cw="bar">
 *       … course title … <button data-cw="outline-toggle" aria-expanded="false" aria-controls="cw-outline">
 *       <p data-cw="save-sign"></p>                            sent / saved / not saved since hh:mm
 *       <div data-cw="progress"></div>
 *       <button data-cw="exit">
 *     </header>
 *     <nav data-cw="outline" id="cw-outline">                  <a href="settings.html" data-cw-activity="settings">; the player adds data-cw-state="done|started"
 *     <main data-cw="main" id="cw-main" tabindex="-1">         the title page at first; the player replaces its content with page bodies
 *     <nav data-cw="pager">                                    <a data-cw="previous"> <a data-cw="next">; filled by the player
 *     <div data-cw="live" aria-live="polite">                  the one live region
 * Page body (the same in `<id>.html` and in `<id>.page.js`):
 *   <article data-cw-activity-body="settings">
 *     <h1> … </h1> …
 *     lesson: <section data-cw-check="cvc-101"> one question </section>
 *     quiz:   <section data-cw-quiz="credentials-quiz"> <div data-cw="quiz-head"></div> <ol data-cw="questions"> <li> one question </li> … </ol> <div data-cw="quiz-foot"></div> </section>
 *     exam:   <div data-cw="exam-about"> … </div> <section data-cw-exam="mock-exam"> <div data-cw="exam-head"></div> <div data-cw="exam-tools"></div> <ol data-cw="questions"> … </ol> <div data-cw="exam-foot"></div> </section>
 *             The complete page of an exam shows no question and has none of these marks.
 *     guide:  <form data-cw="guide-questions"> <fieldset data-cw-ask="experience"> <legend> … radios … </fieldset> <div data-cw="guide-actions"></div> </form>
 *             <section data-cw="guide-outcomes"> <h2 data-cw="guide-heading"> <section data-cw-outcome="cpc-first"> … <div data-cw="guide-reasons"> <li data-cw-rule="0"> … </section> </section>
 * Question (one partial per type):
 *   <form data-cw-question="cvc-101" data-cw-type="single-choice">
 *     <fieldset>
 *       <legend><span data-cw="number"></span><div data-cw="stem"> … </div></legend>
 *       <div data-cw="instruction">Choose 2.</div>             multiple choice only
 *       <ul data-cw="options">
 *         <li data-cw-option="a"><label><input type="radio" name="cvc-101" value="a"><span data-cw="option-text"> … </span></label><div data-cw="why" hidden></div></li>
 *       </ul>
 *     </fieldset>
 *     <div data-cw="actions"><button type="submit" data-cw="check-answer">Check answer</button></div>
 *     <div data-cw="feedback" hidden></div>
 *   </form>
 *     fill-in and numeric, in place of instruction and options:
 *       <div data-cw="typed"><label> … <input data-cw="field"></label><div data-cw="why" hidden></div></div>
 *     matching, in place of options: <ol data-cw="prompts"> <li data-cw-prompt="1"><div data-cw="part-label"><div data-cw="prompt-text"> … </div><span data-cw="match"></span></div><div data-cw="why" hidden></div></li> … </ol>
 *       <ol data-cw="pool"> <li data-cw-option="a"><div data-cw="option-text"> … </div></li> … </ol>
 *     ordering, in place of options: <ol data-cw="order"> <li data-cw-option="a"><div data-cw="part-label"><div data-cw="option-text"> … </div></div><div data-cw="why" hidden></div></li> … </ol>
 * State shows as attributes the style sheet reads: data-cw-result="right|wrong|partly" on the form, data-cw-mark="key|chosen-wrong|chosen-key|missed-key" on an option, a prompt or the field.
 * What the player adds, for the style sheet:
 *   banner: <div data-cw="notice"> sentence, buttons; save-sign: data-cw-sign="pending|sent|saved|failed"; outline links: <span data-cw="state-text">
 *   question: <span data-cw="mark-text"> in a label, verdict, rationale, guideline, gap and changed in the feedback, <button data-cw="try-again">
 *     where each answer is checked at once: <button data-cw="show-hint"> and, above the buttons, <div data-cw="hints"> with a given-hint for each, which holds a hint-text; with-hint in the verdict
 *   typed answers: <p data-cw="right-answers"> and <p data-cw="typed-note">; matching: a list in each match; ordering: data-cw-live on the list, <div data-cw="moves"> with move-up and move-down
 *   lesson: <p data-cw="lesson-end"> at the end of main; quiz: attempt, note, answered, unanswered, result, score, domains, wrong-questions, sheet, labels
 *   after Exit: <div data-cw="farewell"> in main; outline, pager, progress and banner are hidden
 * Print style shows options and hides buttons. Every complete page but the launch page carries a static notice "not tracked" and links to the launch page.
 */

/** Values of `data-cw` that the launch page must contain exactly once. */
export const LAUNCH_HOOKS = [
  'banner',
  'bar',
  'outline-toggle',
  'save-sign',
  'progress',
  'exit',
  'outline',
  'main',
  'pager',
  'previous',
  'next',
  'live',
] as const;

/** Values of `data-cw` inside each question of whatever type, exactly once. */
export const QUESTION_HOOKS = ['stem', 'actions', 'check-answer', 'feedback'] as const;
