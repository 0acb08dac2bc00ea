/** Floor of describing: a manifest with every file of a package, as one text. */
import type { Floor } from './floor.ts';
import { readPackages } from './read-packages.ts';

export const manifestFloor: Floor = {
  name: 'a manifest per package',
  prepare: async ({ packages }) => {
    const names = (await readPackages(packages)).map((files) => files.map(({ name }) => name));
    return () =>
      names.reduce((sum, files) => {
        const resources = files.map((name) => `      <file href="${name.replaceAll('&', '&amp;')}"/>`);
        return sum + Buffer.from(`<manifest><resources>\n${resources.join('\n')}\n</resources></manifest>\n`).length;
      }, 0);
  },
};
