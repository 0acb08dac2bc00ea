/** Changes one node of a YAML file or a lesson's front matter: deletes, repeats, swaps, retypes or swells it. */
import { dump, load } from 'js-yaml';
import { FRAGMENTS, type Mutation } from './mutate-text.ts';
import type { SeededSource } from './seeded-source.ts';

type Container = unknown[] | Record<string, unknown>;

/** A node by the container it lies in. */
interface Slot {
  readonly container: Container;
  readonly key: string;
}

/** Undefined when the file holds no YAML that can be read. */
export function mutateYaml(path: string, bytes: Uint8Array, source: SeededSource): Mutation | undefined {
  const text = new TextDecoder().decode(bytes);
  const head = path.endsWith('.md') ? /^---\n([\s\S]*?)\n---\n/.exec(text) : null;
  if (path.endsWith('.md') && head === null) return undefined;
  const yaml = head?.[1] ?? text;
  const root = read(yaml);
  if (root === undefined) return undefined;
  const slots = listSlots(root);
  if (slots.length === 0) return undefined;
  const what = mutateSlot(source.pick(slots), slots, source);
  const changed = write(root);
  if (changed === undefined) return undefined;
  const whole = head === null ? changed : `---\n${changed}---\n${text.slice(head[0].length)}`;
  return { what, bytes: new TextEncoder().encode(whole) };
}

function read(yaml: string): Container | undefined {
  try {
    const value: unknown = load(yaml);
    return isContainer(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function write(root: Container): string | undefined {
  try {
    return dump(root, { lineWidth: 100 });
  } catch {
    return undefined;
  }
}

function isContainer(value: unknown): value is Container {
  return typeof value === 'object' && value !== null && !(value instanceof Date);
}

function listSlots(container: Container): readonly Slot[] {
  return Object.entries(container).flatMap(([key, value]) => [
    { container, key },
    ...(isContainer(value) ? listSlots(value) : []),
  ]);
}

function get({ container, key }: Slot): unknown {
  return Array.isArray(container) ? container[Number(key)] : container[key];
}

function set({ container, key }: Slot, value: unknown): void {
  if (Array.isArray(container)) container[Number(key)] = value;
  else container[key] = value;
}

function remove({ container, key }: Slot): void {
  if (Array.isArray(container)) container.splice(Number(key), 1);
  else delete container[key];
}

const NAMES = ['id', 'title', 'text', 'type', 'answer', 'select', '__proto__', 'constructor', 'x y', '', '0', 'ünï'];

function mutateSlot(slot: Slot, slots: readonly Slot[], source: SeededSource): string {
  const { key } = slot;
  switch (source.below(9)) {
    case 0:
      remove(slot);
      return `delete node ${key}`;
    case 1: {
      const copy: unknown = structuredClone(get(slot));
      if (Array.isArray(slot.container)) slot.container.splice(Number(key), 0, copy);
      else slot.container[source.pick(NAMES)] = copy;
      return `repeat node ${key}`;
    }
    case 2: {
      const other = source.pick(slots);
      const value: unknown = structuredClone(get(other));
      set(other, structuredClone(get(slot)));
      set(slot, value);
      return `swap nodes ${key} and ${other.key}`;
    }
    case 3: {
      const other = source.pick(slots);
      set(slot, structuredClone(get(other)));
      return `copy node ${other.key} to ${key}`;
    }
    case 4: {
      const value = retype(get(slot), source);
      set(slot, value);
      return `retype node ${key} to ${JSON.stringify(value)?.slice(0, 60)}`;
    }
    case 5: {
      const value = swell(get(slot), source);
      set(slot, value);
      return `swell node ${key}`;
    }
    case 6: {
      if (Array.isArray(slot.container)) {
        slot.container.reverse();
        return `reverse the list around ${key}`;
      }
      const name = source.pick(NAMES);
      Object.defineProperty(slot.container, name, {
        value: get(slot),
        enumerable: true,
        configurable: true,
        writable: true,
      });
      if (name !== key) remove(slot);
      return `rename node ${key} to ${name}`;
    }
    case 7: {
      set(slot, source.pick(FRAGMENTS));
      return `put a fragment at node ${key}`;
    }
    default: {
      const value = get(slot);
      const fragment = source.pick(FRAGMENTS);
      set(slot, typeof value === 'string' ? `${value}\n\n${fragment}\n\n${value}` : fragment);
      return `add ${JSON.stringify(fragment)} to node ${key}`;
    }
  }
}

function retype(value: unknown, source: SeededSource): unknown {
  return source.pick<unknown>([
    [value],
    { value },
    null,
    '',
    0,
    -1,
    1e21,
    true,
    false,
    [],
    {},
    'con',
    'A B',
    '2026-02-30',
    [[[[value]]]],
    String(value),
  ]);
}

function swell(value: unknown, source: SeededSource): unknown {
  if (Array.isArray(value)) {
    const item: unknown = value[0];
    return Array.from({ length: 300 }, () => structuredClone(item));
  }
  if (isContainer(value)) {
    return { ...value, ...Object.fromEntries(Array.from({ length: 300 }, (_, n) => [`key-${n}`, n])) };
  }
  return String(value)
    .repeat(1 + source.below(5000))
    .slice(0, 100_000);
}
