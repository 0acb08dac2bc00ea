/** Floor of compressing: zlib alone, level 6, every file that is not media. Contained in the archiver's. */
import { deflateRawSync } from 'node:zlib';
import type { Floor } from './floor.ts';
import { readPackages } from './read-packages.ts';

export const deflateFloor: Floor = {
  name: 'deflate level 6, every text',
  prepare: async ({ packages }) => {
    const texts = (await readPackages(packages)).flat().filter(({ stored }) => !stored);
    return () => texts.reduce((sum, { bytes }) => sum + deflateRawSync(bytes, { level: 6 }).length, 0);
  },
};
