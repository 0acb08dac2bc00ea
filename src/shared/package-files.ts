/** Names of the files that every package holds. The compiler writes them and keeps them free; comparisons look for them. Imports nothing. */

export const LAUNCH_PAGE = 'index.html';
export const STYLE_SHEET = 'theme.css';
export const PLAYER_SCRIPT = 'player.js';
export const DATA_SCRIPT = 'course-data.js';
/** The player's words, in the language of the course. */
export const WORDS_SCRIPT = 'words.js';
/** The codes around those that questions have typed; only in packages that have some. */
export const CODES_SCRIPT = 'codes.js';

/** The codes that may be looked up in an exam; loaded when its panel is first opened. */
export function lookUpScriptName(exam: string): string {
  return `${exam}.look-up.js`;
}

/** What the player can do beside lessons and quizzes of choices: each part is a script of its own, loaded by the pages that need it. */
export const PLAYER_PARTS = ['exam', 'guide', 'typed', 'coded', 'arranged'] as const;
export type PlayerPart = (typeof PLAYER_PARTS)[number];

export function partScriptName(part: PlayerPart): string {
  return `player-${part}.js`;
}
