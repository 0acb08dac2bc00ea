/**
 * The bytes of any SCORM 1.2 package, ours or not -> findings by every rule that one zip can show.
 * Breaches of the standard are errors, portability rules are warnings that name the LMS. Must not trust a single byte.
 */
import { contentPackageLarge, contentPackageTooLarge } from '../../../diagnostics/catalog/packages-content.ts';
import {
  manifestDoctype,
  manifestEncoding,
  manifestMissing,
  manifestNotXml,
} from '../../../diagnostics/catalog/packages-manifest.ts';
import type { Reporter } from '../../../diagnostics/report.ts';
import type { VerifiedZip } from '../../target.ts';
import { checkZip, type ZipFileContent } from '../../zip/check-zip.ts';
import { SCORM12_LIMITS } from '../manifest/limits.ts';
import { MANIFEST_FILE } from '../manifest/manifest-names.ts';
import { readManifest, type XmlElement } from '../manifest/read-manifest.ts';
import { checkContent } from './check-content.ts';
import { checkManifest } from './check-manifest.ts';
import { checkResources } from './check-resources.ts';
import { limitFindings } from './limit-findings.ts';

const ZIP_RULES = ['Z1', 'Z2', 'Z3', 'Z4', 'Z5', 'Z6', 'Z7', 'Z8', 'Z9'];
const CONTENT_RULES = ['C1', 'C2', 'C3', 'C4'];
const MANIFEST_RULES = ['M2', 'M3', 'M4', 'M5', 'M6', 'M7', 'M8', 'M9', 'M10', 'M11', 'M12', 'M13', 'M14'];

/** Reports every rule that the package breaks; `rules` lists those that could be looked at. */
export async function verifyScorm12(name: string, zip: Uint8Array, report: Reporter): Promise<VerifiedZip> {
  const limited = limitFindings(report);
  const verified = await checkEverything(name, zip, limited);
  limited.flush();
  return verified;
}

async function checkEverything(name: string, zip: Uint8Array, report: Reporter): Promise<VerifiedZip> {
  checkSize(name, zip.length, report);
  const files = await checkZip(name, zip, report);
  if (files === undefined) return { files: 0, rules: ['C7', 'Z1'] };
  checkContent(name, files, report);
  const looked = ['C7', ...ZIP_RULES, ...CONTENT_RULES, 'P1'];
  const manifest = findManifest(name, files, report);
  if (manifest?.bytes === undefined) return { files: files.length, rules: looked };
  const root = checkManifestFile(name, manifest.bytes, report);
  if (root === undefined) return { files: files.length, rules: [...looked, 'M1'] };
  checkManifest(name, root, report);
  const names = files.map((file) => file.name);
  checkResources(name, root, names, report);
  return { files: files.length, rules: [...looked, 'M1', ...MANIFEST_RULES] };
}

/** C7. */
function checkSize(name: string, bytes: number, report: Reporter): void {
  const megabytes = Math.ceil(bytes / 1_000_000);
  const { packageBytesError, packageBytesWarning } = SCORM12_LIMITS;
  if (bytes > packageBytesError)
    report.add(contentPackageTooLarge, { file: name }, { megabytes, limit: packageBytesError / 1_000_000 });
  else if (bytes > packageBytesWarning)
    report.add(contentPackageLarge, { file: name }, { megabytes, limit: packageBytesWarning / 1_000_000 });
}

/** P1. */
function findManifest(name: string, files: readonly ZipFileContent[], report: Reporter): ZipFileContent | undefined {
  const similar = files.filter((file) => /(^|\/)imsmanifest\.xml$/i.test(file.name));
  const exact = similar.filter((file) => file.name === MANIFEST_FILE);
  const fail = (reason: string) => report.add(manifestMissing, { file: name }, { reason });
  const other = similar.find((file) => file.name !== MANIFEST_FILE);
  if (exact.length === 0 && other === undefined) fail('there is no imsmanifest.xml in the zip');
  else if (exact.length === 0 && other !== undefined) fail(`the manifest is "${other.name}"`);
  else if (exact.length > 1) fail('there are several files imsmanifest.xml');
  else if (other !== undefined) fail(`there is a second manifest, "${other.name}"`);
  return exact[0];
}

/** M1. */
function checkManifestFile(name: string, bytes: Uint8Array, report: Reporter): XmlElement | undefined {
  const read = readManifest(bytes);
  for (const oddity of read.oddities) {
    if (oddity.kind === 'doctype') report.add(manifestDoctype, { file: name }, { what: oddity.what });
    else report.add(manifestEncoding, { file: name }, { reason: oddity.what });
  }
  if (read.root === undefined) report.add(manifestNotXml, { file: name }, { reason: read.failure });
  return read.root;
}
