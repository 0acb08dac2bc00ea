/** Names of an activity's files: flat, lower case, each base name once. Ids are `[a-z0-9-]` already. */
import { isReservedName } from '../../shared/reserved-names.ts';

/** Windows has no file `con.html`, and an activity called `index` would take the launch page's name. No id ends with a dot or `_`. */
function baseName(activity: string): string {
  return activity === 'index' || isReservedName(activity) ? `${activity}_` : activity;
}

export function pageName(activity: string): string {
  return `${baseName(activity)}.html`;
}

export function pageScriptName(activity: string): string {
  return `${baseName(activity)}.page.js`;
}
