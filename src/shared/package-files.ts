/** Names of the files that every package holds. The compiler writes them and keeps them free; comparisons look for them. Imports nothing. */

export const LAUNCH_PAGE = 'index.html';
export const STYLE_SHEET = 'theme.css';
export const PLAYER_SCRIPT = 'player.js';
export const DATA_SCRIPT = 'course-data.js';
/** The player's words, in the language of the course. */
export const WORDS_SCRIPT = 'words.js';
