/** The schemas that editors read are in step with the compiler's, and the YAML language server agrees with valid courses. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { editorSchemas } from '../src/compiler/source-format/editor-schemas.ts';
import { startYamlServer, type YamlServer } from './yaml-server.ts';

const ROOT = join(import.meta.dirname, '..');
const SCHEMAS = join(ROOT, 'course-source/.schemas');

interface SchemaNode {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly items?: SchemaNode;
  readonly anyOf?: readonly SchemaNode[];
}

function listUndescribed(node: SchemaNode, path: string): readonly string[] {
  const properties = Object.entries(node.properties ?? {});
  return [
    ...properties.flatMap(([name, child]) => [
      ...(child.description ? [] : [`${path}/${name}`]),
      ...listUndescribed(child, `${path}/${name}`),
    ]),
    ...(node.items === undefined ? [] : listUndescribed(node.items, `${path}[]`)),
    ...(node.anyOf ?? []).flatMap((child, index) => listUndescribed(child, `${path}|${index}`)),
  ];
}

function listYaml(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => join(folder, path))
    .filter((path) => path.endsWith('.yaml'))
    .sort();
}

describe('the schemas for editors', () => {
  for (const [name, text] of editorSchemas()) {
    test(`${name} in the workspace is the one that npm run schemas writes`, () => {
      expect(readFileSync(join(SCHEMAS, name), 'utf8')).toBe(text);
    });

    test(`${name} describes every field`, () => {
      expect(listUndescribed(JSON.parse(text) as SchemaNode, '')).toEqual([]);
    });
  }

  test('there are no others in the workspace', () => {
    expect(readdirSync(SCHEMAS).sort()).toEqual([...editorSchemas().keys()].sort());
  });
});

describe('the YAML language server', () => {
  let server: YamlServer;
  beforeAll(async () => {
    server = await startYamlServer(ROOT);
  });
  afterAll(() => server.stop());

  const files = [...listYaml(join(ROOT, 'course-source')), ...listYaml(join(ROOT, 'tests/fixtures/valid'))];
  for (const file of files) {
    test(`has nothing to say about ${relative(ROOT, file)}`, async () => {
      expect(await server.diagnose(file, readFileSync(file, 'utf8'))).toEqual([]);
    });
  }

  test('shows a misspelled field in a question', async () => {
    const file = join(ROOT, 'tests/fixtures/valid/minimal/first-course/banks/basics.yaml');
    const text = readFileSync(file, 'utf8').replace('correct: true', 'corect: true');
    const diagnostics = await server.diagnose(file, text);
    expect(diagnostics).toEqual([expect.stringContaining('corect')]);
  });

  test('completes the fields of a course', async () => {
    const file = join(ROOT, 'tests/fixtures/valid/minimal/first-course/course.yaml');
    const text = `${readFileSync(file, 'utf8')}rep`;
    expect(await server.complete(file, text)).toContain('report');
  });

  test('says what a field is for', async () => {
    const file = join(ROOT, 'tests/fixtures/valid/minimal/first-course/course.yaml');
    expect(await server.hover(file, readFileSync(file, 'utf8'), 'completion')).toContain('What must be done');
  });
});
