import { expect, test } from 'vitest';
import { readManifest, type XmlElement } from '../../src/targets/scorm12/manifest/read-manifest.ts';
import { toManifestTitle, writeManifest } from '../../src/targets/scorm12/manifest/write-manifest.ts';
import { scorm12 } from '../../src/targets/scorm12/scorm12.ts';
import { validateManifestXsd } from '../lms/validate-manifest-xsd.ts';
import { sampleFiles, sampleRendered } from './sample-package.ts';

const facts = { name: 'sample-course', title: 'A sample course', launch: 'index.html', files: ['index.html', 'a.js'] };

function describe(rendered = sampleRendered()): string {
  const [manifest] = scorm12.describe(rendered);
  return new TextDecoder().decode(manifest?.bytes);
}

function titleOf(manifest: string): XmlElement | undefined {
  const find = (element: XmlElement): XmlElement | undefined =>
    element.name === 'title' ? element : element.children.map(find).find((found) => found !== undefined);
  const { root } = readManifest(new TextEncoder().encode(manifest));
  return root === undefined ? undefined : find(root);
}

test('reads as an LMS expects it', () => {
  expect(writeManifest(facts)).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="manifest-sample-course" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
  <metadata>
    <schema>ADL SCORM</schema>
    <schemaversion>1.2</schemaversion>
  </metadata>
  <organizations default="org">
    <organization identifier="org">
      <title>A sample course</title>
      <item identifier="item-sample-course" identifierref="resource-sample-course" isvisible="true">
        <title>A sample course</title>
      </item>
    </organization>
  </organizations>
  <resources>
    <resource identifier="resource-sample-course" type="webcontent" adlcp:scormtype="sco" href="index.html">
      <file href="a.js"/>
      <file href="index.html"/>
    </resource>
  </resources>
</manifest>
`);
});

test('is valid against the schema of the standard', () => {
  expect(validateManifestXsd(describe())).toEqual([]);
  expect(validateManifestXsd(writeManifest({ ...facts, title: `R & D <"'> ${'x'.repeat(180)}` }))).toEqual([]);
});

test('the schema check can fail', () => {
  const swapped = describe().replace(/(<metadata>.*<\/metadata>)(.*)(<\/manifest>)/s, '$2$1$3');
  expect(validateManifestXsd(swapped).join()).toContain('metadata');
  expect(validateManifestXsd(describe().replace('"sco"', '"SCO"')).join()).toContain('scormtype');
  expect(validateManifestXsd(describe().replaceAll('A sample course', 'x'.repeat(201)))).not.toEqual([]);
});

test('does not change when only content, version, title page or edition changes', () => {
  const others = sampleFiles.map((file) => ({ name: file.name, bytes: new TextEncoder().encode(`new ${file.name}`) }));
  expect(
    describe(sampleRendered({ version: '2.3.4', editions: ['icd-10-cm@2027'], description: 'New.' }, others)),
  ).toBe(describe());
});

test('lists every file once, whatever order they come in', () => {
  const reversed = [...sampleFiles].reverse();
  expect(describe(sampleRendered({}, reversed))).toBe(describe());
  for (const file of sampleFiles) expect(describe().split(`<file href="${file.name}"/>`)).toHaveLength(2);
});

test('a part has identifiers of its own', () => {
  const part = writeManifest({ ...facts, name: 'sample-course-mock' });
  expect(part).toContain('identifier="item-sample-course-mock"');
  expect(part).not.toContain('"item-sample-course"');
});

test.each([
  ['R & D', 'R\u00a0&\u00a0D'],
  ['AT&T', 'AT&T'],
  ['CPC <or> CCS', 'CPC ‹or› CCS'],
  ['Two\n lines\tand\u0007 bells', 'Two lines and bells'],
  ['"It\'s" fine', '"It\'s" fine'],
  ['half \ud800 pair', 'half pair'],
])('title %j becomes %j and comes back unharmed', (title, shown) => {
  expect(toManifestTitle(title)).toBe(shown);
  const element = titleOf(writeManifest({ ...facts, title }));
  expect(element?.text).toBe(shown);
  // Moodle drops pieces that PHP's trim leaves empty or "0".
  const kept = element?.pieces.filter(
    (piece) => !['', '0'].includes(piece.replace(/^[ \t\n\r\0\v]+|[ \t\n\r\0\v]+$/g, '')),
  );
  expect(kept?.join('')).toBe(shown);
});

test('quotes in a title are not written as entities', () => {
  expect(writeManifest({ ...facts, title: `"It's"` })).toContain(`<title>"It's"</title>`);
});
