/** Floor of reading: list the folders, stat and read every file. */
import { lstatSync, readFileSync } from 'node:fs';
import type { Floor } from './floor.ts';
import { listFiles } from './list-files.ts';

export const readFloor: Floor = {
  name: 'list, stat and read every file',
  prepare:
    ({ workspace }) =>
    () => {
      let bytes = 0;
      for (const file of listFiles(workspace)) bytes += lstatSync(file).size - readFileSync(file).length;
      return bytes;
    },
};
