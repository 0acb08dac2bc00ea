/** Random numbers -> plain sentences of a course about coding that mean nothing, with few words in common between two of them. */
import type { SeededRandom } from './seeded-random.ts';

const NOUNS =
  'admission agency amendment anesthesia appendix artery assessment attachment audit auditor bandage benefit billing biopsy bladder bone bronchus bypass carrier catheter chapter chart claim clinic clinician coder column comment committee complaint condition consultation contract convention coverage cyst deductible denial department device diagnosis dialysis digit discharge disease dressing drug edit employer encounter endoscopy enrollment episode estimate evidence examination excision excludes facility fee fibula finding form fracture gland graft guideline hospital imaging implant incision index infection infusion injection injury instruction insurer intake interview journal kidney laboratory laser lesion letter ligament liver lung manual margin measure membrane modifier muscle nerve network note notice nurse observation office operation order organ outcome outpatient pancreas paragraph patient payer payment pelvis physician policy practice premium prescription privacy procedure program provider query question radiology reason record referral register remittance repair report request resident residue resource response result review rib rule scan schedule screening section sequence service session shoulder sign signature site skin specimen spine spleen stage standard statement status stay stent stomach subterm summary supply surgeon surgery suture symptom system table tabular tendon test therapy tissue title transfer transplant treatment trial tumor ulcer unit update urine valve vein vessel visit volume ward worksheet wound'.split(
    ' ',
  );
const VERBS =
  'adjusts amends answers appeals assigns attaches audits bills changes checks cites clarifies codes collects combines compares confirms copies corrects counts covers defines delays denies describes disputes divides documents edits enters estimates excludes explains extends files finds flags follows groups holds identifies includes indexes informs keeps labels lists locates mails marks measures names notes notifies omits orders outlines pays posts prints queries questions quotes ranks reads receives records refers refuses removes repeats replaces reports requests reviews samples scans selects sends sequences settles shows sorts states submits summarizes supports tests traces updates verifies weighs'.split(
    ' ',
  );
const ADJECTIVES =
  'acute annual benign bilateral chronic clear clinical closed common complete complex current daily deep dental distal early electronic exact external federal final first formal frequent full general initial internal joint late lateral legal local long malignant manual medial medical mild minor monthly narrow national new normal open operative oral partial pediatric pending plain postponed primary principal prior private proximal public quarterly rare recent regional remote routine secondary separate severe short simple single special specific surgical temporary total unilateral unpaid upper urgent usual valid verbal vital weekly written'.split(
    ' ',
  );
const LINKS = ['before', 'after', 'because of', 'without', 'within', 'instead of', 'along with', 'under', 'beside'];

/** `count` different words joined, such as `primary remittance`. */
export function makePhrase(random: SeededRandom): string {
  return `${random.pick(ADJECTIVES)} ${random.pick(NOUNS)}`;
}

/** Without a final mark, of about `length` characters and never less than a subject and a verb. */
export function makeClause(random: SeededRandom, length: number): string {
  let clause = `the ${makePhrase(random)} ${random.pick(VERBS)} the ${random.pick(NOUNS)}`;
  while (clause.length < length) clause += ` ${random.pick(LINKS)} the ${makePhrase(random)}`;
  return clause;
}

/** One sentence of about `length` characters. */
export function makeSentence(random: SeededRandom, length: number): string {
  return `${capitalize(makeClause(random, length - 1))}.`;
}

export function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
