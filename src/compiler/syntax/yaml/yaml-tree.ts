/** YAML as a tree that keeps the text of every scalar and its place. Knows nothing of what the keys mean. */
import type { TextMap } from '../text-map.ts';

export type YamlNode = YamlScalar | YamlList | YamlMap;

/** Offsets into the decoded file, end exclusive. */
interface Placed {
  readonly start: number;
  readonly end: number;
}

export interface YamlScalar extends Placed {
  readonly kind: 'scalar';
  /** The value as text: `0450` stays `0450`. An absent value is the empty string with `style: 'empty'`. */
  readonly text: string;
  readonly style: 'plain' | 'quoted' | 'block' | 'empty';
  /** From offsets in `text` to offsets in the file. */
  readonly map: TextMap;
}

export interface YamlList extends Placed {
  readonly kind: 'list';
  readonly items: readonly YamlNode[];
}

export interface YamlMap extends Placed {
  readonly kind: 'map';
  /** In the order of the file; a key that stands twice has been reported and is here once. */
  readonly entries: readonly { readonly key: YamlScalar; readonly value: YamlNode }[];
}

export interface YamlDocument {
  readonly file: string;
  /** Decoded text of the whole file. */
  readonly text: string;
  /** Undefined when the file is empty or its syntax is broken (reported). */
  readonly root: YamlNode | undefined;
}
