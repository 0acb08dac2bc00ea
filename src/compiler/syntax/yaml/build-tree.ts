/** Builds the tree from the YAML library's events: closes blocks, resolves references, reports keys that stand twice. */
import { COLLECTION_STYLE, EVENT_ID, type Event, getScalarValue, SCALAR_STYLE } from 'js-yaml';
import {
  commaSplitsText,
  duplicateKey,
  keyNotText,
  tooMuchRepetition,
  unknownAlias,
} from '../../../diagnostics/catalog/files.ts';
import { findNearestName } from '../../../diagnostics/nearest-name.ts';
import type { Reporter } from '../../../diagnostics/report.ts';
import { mapFrom } from '../text-map.ts';
import { mapScalar } from './map-scalar.ts';
import type { YamlMap, YamlNode, YamlScalar } from './yaml-tree.ts';

/** Limits on what `*name` may add to a document. */
const MAX_REPEATED_NODES = 50_000;
const MAX_DEPTH = 100;
const MAX_COMPARED = 200;

const SPACE = 0x20;

export interface TreeSource {
  readonly file: string;
  /** The parsed text. */
  readonly source: string;
  /** Offset of the parsed text in the file. */
  readonly base: number;
  readonly report: Reporter;
}

/** A document's root and where the document starts in the parsed text. */
export interface BuiltDocument {
  readonly root: YamlNode | undefined;
  readonly start: number;
}

/** A node with what the limits need to know. */
interface Built {
  readonly node: YamlNode;
  readonly nodes: number;
  readonly depth: number;
}

interface Frame {
  readonly kind: 'list' | 'map' | 'document';
  readonly start: number;
  readonly anchor: string | undefined;
  readonly flow: boolean;
  readonly children: Built[];
}

export function buildTrees(events: readonly Event[], source: TreeSource): readonly BuiltDocument[] {
  return new TreeBuilder(source).build(events);
}

/** Lives for one file. */
class TreeBuilder {
  readonly #source: TreeSource;
  readonly #documents: BuiltDocument[] = [];
  readonly #frames: Frame[] = [];
  #anchors = new Map<string, Built>();
  #repeated = 0;
  /** End of what has been read so far, in the parsed text. */
  #cursor = 0;

  constructor(source: TreeSource) {
    this.#source = source;
  }

  build(events: readonly Event[]): readonly BuiltDocument[] {
    for (const event of events) this.#take(event);
    return this.#documents;
  }

  #take(event: Event): void {
    const { source } = this.#source;
    switch (event.type) {
      case EVENT_ID.DOCUMENT: {
        this.#anchors = new Map();
        const marker = this.#documents.length === 0 ? 0 : source.indexOf('---', this.#cursor);
        this.#open({ kind: 'document', start: Math.max(0, marker), anchor: undefined, flow: false, children: [] });
        return;
      }
      case EVENT_ID.SEQUENCE:
      case EVENT_ID.MAPPING:
        this.#cursor = Math.max(this.#cursor, event.start);
        this.#open({
          kind: event.type === EVENT_ID.SEQUENCE ? 'list' : 'map',
          start: event.start,
          anchor: event.anchorStart < 0 ? undefined : source.slice(event.anchorStart, event.anchorEnd),
          flow: event.style === COLLECTION_STYLE.FLOW,
          children: [],
        });
        return;
      case EVENT_ID.SCALAR: {
        const anchor = event.anchorStart < 0 ? undefined : source.slice(event.anchorStart, event.anchorEnd);
        this.#add({ node: this.#buildScalar(event), nodes: 1, depth: 1 }, anchor);
        return;
      }
      case EVENT_ID.ALIAS:
        this.#cursor = event.anchorEnd;
        this.#add(this.#resolveAlias(event.anchorStart, event.anchorEnd), undefined);
        return;
      case EVENT_ID.POP:
        this.#close();
    }
  }

  #open(frame: Frame): void {
    this.#frames.push(frame);
  }

  #add(built: Built, anchor: string | undefined): void {
    if (anchor !== undefined) this.#anchors.set(anchor, built);
    this.#frames.at(-1)?.children.push(built);
  }

  #close(): void {
    const frame = this.#frames.pop();
    if (frame === undefined) return;
    if (frame.kind === 'document') {
      this.#documents.push({ root: frame.children[0]?.node, start: frame.start });
      return;
    }
    const { base, source } = this.#source;
    if (frame.flow) {
      const closing = source.indexOf(frame.kind === 'list' ? ']' : '}', this.#cursor);
      if (closing !== -1) this.#cursor = closing + 1;
    }
    const children = frame.children.map((child) => child.node);
    const last = children.at(-1);
    const end = frame.flow ? base + this.#cursor : Math.max(last?.end ?? 0, base + this.#lastTextBefore(this.#cursor));
    const placed = { start: base + frame.start, end: Math.max(end, base + frame.start) };
    const node: YamlNode =
      frame.kind === 'list'
        ? { kind: 'list', ...placed, items: children }
        : this.#buildMap(children, placed, frame.flow);
    let nodes = 1;
    let depth = 0;
    for (const child of frame.children) {
      nodes += child.nodes;
      depth = Math.max(depth, child.depth);
    }
    this.#add({ node, nodes, depth: depth + 1 }, frame.anchor);
  }

  #lastTextBefore(offset: number): number {
    let end = offset;
    while (end > 0 && this.#source.source.charCodeAt(end - 1) <= SPACE) end--;
    return end;
  }

  #buildScalar(event: Extract<Event, { readonly type: typeof EVENT_ID.SCALAR }>): YamlScalar {
    const { source, base } = this.#source;
    if (event.valueStart < 0) {
      const start = base + this.#placeOfAbsentValue(Math.max(this.#cursor, event.anchorEnd, event.tagEnd));
      return { kind: 'scalar', text: '', style: 'empty', start, end: start, map: mapFrom(start) };
    }
    const text = getScalarValue(source, event);
    const { valueStart, valueEnd, style } = event;
    const quoted = style === SCALAR_STYLE.SINGLE_QUOTED || style === SCALAR_STYLE.DOUBLE_QUOTED;
    const isBlock = style === SCALAR_STYLE.LITERAL_BLOCK || style === SCALAR_STYLE.FOLDED_BLOCK;
    this.#cursor = quoted ? valueEnd + 1 : valueEnd;
    const place = {
      start: base + (quoted ? valueStart - 1 : valueStart),
      end: base + (isBlock ? Math.max(valueStart, this.#lastTextBefore(valueEnd)) : this.#cursor),
    };
    if (style === SCALAR_STYLE.PLAIN && (text === '' || text === '~' || text === 'null')) {
      return { kind: 'scalar', text: '', style: 'empty', ...place, map: mapFrom(place.start) };
    }
    return {
      kind: 'scalar',
      text,
      style: quoted ? 'quoted' : isBlock ? 'block' : 'plain',
      ...place,
      map: event.fast ? mapFrom(base + valueStart) : mapScalar(source, event, base),
    };
  }

  /** After the key's colon or the list's hyphen, where the value would stand. */
  #placeOfAbsentValue(from: number): number {
    const { source } = this.#source;
    const found = /^(?:[ \t]|#[^\n]*|\n)*[:-](?=\s|$)/.exec(source.slice(from, from + 2000));
    return found === null ? from : from + found[0].length;
  }

  #buildMap(
    children: readonly YamlNode[],
    placed: { readonly start: number; readonly end: number },
    flow: boolean,
  ): YamlMap {
    const { file, report } = this.#source;
    const entries: { readonly key: YamlScalar; readonly value: YamlNode }[] = [];
    const seen = new Map<string, YamlScalar>();
    for (let i = 0; i + 1 < children.length; i += 2) {
      const key = children[i];
      const value = children[i + 1];
      if (key === undefined || value === undefined) continue;
      if (key.kind !== 'scalar') {
        report.add(keyNotText, { file, start: key.start, end: key.end }, {});
        continue;
      }
      const keySpan = { file, start: key.start, end: key.end };
      if (flow && value.kind === 'scalar' && value.style === 'empty' && value.start >= key.end && /\s/.test(key.text)) {
        report.add(commaSplitsText, keySpan, { key: key.text });
        continue;
      }
      const first = seen.get(key.text);
      if (first !== undefined) {
        const related = [{ span: { file, start: first.start, end: first.end }, message: 'it stands here first' }];
        report.add(duplicateKey, keySpan, { key: key.text }, { related });
        continue;
      }
      seen.set(key.text, key);
      entries.push({ key, value });
    }
    return { kind: 'map', ...placed, entries };
  }

  #resolveAlias(nameStart: number, nameEnd: number): Built {
    const { file, source, base, report } = this.#source;
    const name = source.slice(nameStart, nameEnd);
    const span = { file, start: base + nameStart - 1, end: base + nameEnd };
    const target = this.#anchors.get(name);
    const nothing: Built = {
      node: { kind: 'scalar', text: '', style: 'empty', start: span.start, end: span.end, map: mapFrom(span.start) },
      nodes: 1,
      depth: 1,
    };
    if (target === undefined) {
      // No author keeps hundreds of names; to compare thousands with thousands takes minutes.
      const isFew = this.#anchors.size <= MAX_COMPARED;
      report.add(unknownAlias, span, {
        name,
        nearest: isFew ? findNearestName(name, this.#anchors.keys()) : undefined,
      });
      return nothing;
    }
    this.#repeated += target.nodes;
    if (this.#repeated > MAX_REPEATED_NODES || target.depth + this.#frames.length > MAX_DEPTH) {
      report.add(tooMuchRepetition, span, {});
      return nothing;
    }
    return target;
  }
}
