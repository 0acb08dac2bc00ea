import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { verifyPackage } from '../../src/compiler/8-verify/verify-package.ts';
import { packageContentRules } from '../../src/diagnostics/catalog/packages-content.ts';
import { packageManifestRules } from '../../src/diagnostics/catalog/packages-manifest.ts';
import { packageZipRules } from '../../src/diagnostics/catalog/packages-zip.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { Report } from '../../src/diagnostics/report.ts';
import { scorm12 } from '../../src/targets/scorm12/scorm12.ts';
import { brokenPackages, goodPackage } from './broken-packages.ts';
import { buildRawZip } from './build-raw-zip.ts';
import { samplePackage, textFile } from './sample-package.ts';

async function verify(zip: Uint8Array): Promise<readonly Diagnostic[]> {
  const report = new Report();
  await verifyPackage('course.zip', zip, scorm12, report);
  return report.sorted();
}

const rules = [...packageZipRules, ...packageManifestRules, ...packageContentRules];

test('a package of ours passes without a word', async () => {
  expect(await verify((await samplePackage()).bytes)).toEqual([]);
  expect(await verify((await samplePackage({ title: 'R & D <0>' })).bytes)).toEqual([]);
});

test('the good package that the broken ones are made from passes too', async () => {
  expect(await verify(goodPackage())).toEqual([]);
});

test('says which rules were looked at', async () => {
  const report = new Report();
  const { files, rules: looked } = await scorm12.verify('course.zip', goodPackage(), report);
  expect(files).toBe(4);
  expect([...looked].sort()).toEqual(
    [
      ...['C1', 'C2', 'C3', 'C4', 'C7', 'M1', 'M10', 'M11', 'M12', 'M13', 'M14', 'M2', 'M3', 'M4', 'M5', 'M6', 'M7'],
      ...['M8', 'M9', 'P1', 'Z1', 'Z2', 'Z3', 'Z4', 'Z5', 'Z6', 'Z7', 'Z8', 'Z9'],
    ].sort(),
  );
  expect((await scorm12.verify('course.zip', new Uint8Array(), report)).rules).not.toContain('M1');
});

test('every rule about packages has a broken package', () => {
  expect(Object.keys(brokenPackages).sort()).toEqual(rules.map((rule) => rule.code).sort());
});

describe.each(rules.map((rule) => [rule.code, rule] as const))('%s', (code, rule) => {
  test.each(Object.entries(brokenPackages[code] ?? {}))('%s', async (_name, make) => {
    const found = (await verify(make())).filter((diagnostic) => diagnostic.code === code);
    expect(found.map((diagnostic) => [diagnostic.severity, diagnostic.file])).toContainEqual([
      rule.severity,
      'course.zip',
    ]);
    for (const { message } of found) expect(message).toMatch(/\(rule ([ZMC]\d+|P1)(;.*)?\)$/);
  });
});

test('a breach of the standard is an error, a portability rule a warning that names an LMS', async () => {
  const names =
    /Moodle|Canvas|Open edX|Frappe|Chamilo|Forma|ILIAS|Sakai|SCORM Cloud|EscolaLMS|TalentLMS|Brightspace|Blackboard|no LMS/;
  for (const rule of rules.filter((candidate) => candidate.severity === 'warning')) {
    const [make] = Object.values(brokenPackages[rule.code] ?? {});
    const found = make === undefined ? [] : await verify(make());
    const messages = found.filter((d) => d.code === rule.code).map((d) => d.message);
    const hasName = messages.every((message) => names.test(message)) || names.test(rule.why);
    expect([rule.code, messages.length > 0, hasName]).toEqual([rule.code, true, true]);
  }
});

test('what is harmless is not reported', async () => {
  const { bytes } = await samplePackage({}, [
    textFile(
      'index.html',
      `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>T</title></head><body>
      <!-- <script src="https://cdn.example/a.js"></script> onclick="x" -->
      <a href="https://example.org">out</a> <a href="mailto:a@example.org">mail</a> <a href="#top">top</a>
      <img src="data:image/png;base64,AA" alt="on=1 onclick=2"> <p>medieval (old) retrieval() 1 < 2 onclick="no"</p>
      <script src="player.js"></script></body></html>`,
    ),
    textFile(
      'player.js',
      'addEventListener("beforeunload", f); addEventListener("pagehide", f); reimport("x"); data.evaluate(1)',
    ),
  ]);
  expect(await verify(bytes)).toEqual([]);
});

test('a finding that holds for many files is told once, with a count', async () => {
  const pages = [1, 2, 3].map((n) =>
    textFile(`page${n}.html`, '<meta charset="utf-8"><p onclick="a()"></p><b onclick="b()"></b>'),
  );
  const found = await verify(
    (await samplePackage({}, [textFile('index.html', '<meta charset="utf-8">'), ...pages])).bytes,
  );
  expect(found.map((diagnostic) => diagnostic.message)).toEqual([
    '"page1.html" runs script from the attribute onclick; LMSs that scan uploads such as Forma and Chamilo refuse or strip it (rule C1; the same in 2 more files)',
  ]);
});

test('many findings of one rule are cut short, and the count is told', async () => {
  const entries = Array.from({ length: 30 }, (_, i) => ({ name: `../${i}.txt`, data: Buffer.from('x') }));
  const found = (await verify(buildRawZip(entries))).filter((diagnostic) => diagnostic.code === 'CW6004');
  expect(found).toHaveLength(10);
  expect(found.map((diagnostic) => diagnostic.hint).filter((hint) => hint !== undefined)).toEqual([
    '20 more findings of this kind',
  ]);
});

describe('hostile bytes give findings, never a throw', () => {
  test('any bytes at all', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        expect((await verify(bytes)).length).toBeGreaterThan(0);
      }),
      { numRuns: 200 },
    );
  });

  test('a good package with bytes changed', async () => {
    const good = goodPackage();
    const change = fc.record({ at: fc.nat(good.length - 1), to: fc.integer({ min: 0, max: 255 }) });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 8 }), async (changes) => {
        const zip = Uint8Array.from(good);
        for (const { at, to } of changes) zip[at] = to;
        await verify(zip);
      }),
      { numRuns: 1500 },
    );
  });

  test('a good package cut, doubled or spliced', async () => {
    const good = goodPackage();
    await fc.assert(
      fc.asyncProperty(fc.nat(good.length), fc.nat(good.length), async (from, to) => {
        await verify(Buffer.concat([good.subarray(0, from), good.subarray(to)]));
      }),
      { numRuns: 500 },
    );
  });

  test('any text as manifest, page, script and style sheet', async () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '<',
        '>',
        '/',
        '"',
        "'",
        '=',
        '&',
        ';',
        ' ',
        '<!--',
        '-->',
        '<![CDATA[',
        ']]>',
        '<manifest ',
        '<item>',
      ),
      fc.constantFrom(
        'xmlns="x"',
        '<script',
        '</script>',
        'href=',
        'on',
        '__proto__',
        'constructor',
        '<?xml ',
        '?>',
        '<!DOCTYPE',
        '#',
      ),
      fc.string({ maxLength: 5, unit: 'binary' }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 60 }), async (pieces) => {
        const data = Buffer.from(pieces.join(''));
        const names = ['imsmanifest.xml', 'index.html', 'player.js', 'theme.css', 'figure.svg'];
        await verify(buildRawZip(names.map((name) => ({ name, data }))));
      }),
      { numRuns: 500 },
    );
  });
});
