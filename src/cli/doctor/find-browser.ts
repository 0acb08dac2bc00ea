/** Finds a browser of the Chromium family where they usually are: `CHROME_PATH` first, then Chrome, Chromium or Edge. */
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const MAC_NAMES = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
const WINDOWS_FOLDERS = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'];
const WINDOWS_PATHS = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
];
const COMMANDS = [
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge-stable',
  'microsoft-edge',
];

export function findBrowser(environment: NodeJS.ProcessEnv): string | undefined {
  const given = environment.CHROME_PATH;
  return [...(given ? [given] : []), ...listPlaces(environment)].find(isProgram);
}

function listPlaces(environment: NodeJS.ProcessEnv): readonly string[] {
  switch (process.platform) {
    case 'darwin':
      return MAC_NAMES.map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
    case 'win32':
      return WINDOWS_FOLDERS.flatMap((variable) => {
        const folder = environment[variable];
        return folder === undefined ? [] : WINDOWS_PATHS.map((path) => join(folder, path));
      });
    default:
      return (environment.PATH ?? '')
        .split(delimiter)
        .filter((folder) => folder !== '')
        .flatMap((folder) => COMMANDS.map((command) => join(folder, command)));
  }
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
