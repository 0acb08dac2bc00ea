/** Floor of parsing banks: js-yaml's events, which carry places, and the values made from them. */
import { CORE_SCHEMA, constructFromEvents, parseEvents } from 'js-yaml';
import type { Floor } from './floor.ts';
import { readTexts } from './list-files.ts';

export const yamlFloor: Floor = {
  name: 'js-yaml, events and values of every YAML file',
  prepare: ({ workspace }) => {
    const texts = readTexts(workspace, '.yaml');
    return () => {
      for (const source of texts) constructFromEvents(parseEvents(source, {}), { source, schema: CORE_SCHEMA });
    };
  },
};
