/** Rules about `imsmanifest.xml`: what the SCORM 1.2 standard asks and what importers of the LMSs read. */
import { defineRule } from '../rule.ts';

export const manifestMissing = defineRule<{ reason: string }>({
  code: 'CW6020',
  name: 'manifest-missing',
  severity: 'error',
  message: ({ reason }) => `${reason}; a package has exactly one imsmanifest.xml, at the top of the zip (rule P1)`,
  hint: () => 'zip the files inside the course folder, not the folder itself',
  why: 'An LMS looks for imsmanifest.xml at the top of the zip. EscolaLMS, Forma, TalentLMS and Moodle reject a package that wraps it in a folder.',
  fix: 'Put the manifest at the top of the zip, spelt imsmanifest.xml.',
  before: 'my-course/imsmanifest.xml',
  after: 'imsmanifest.xml',
});

export const manifestNotXml = defineRule<{ reason: string }>({
  code: 'CW6021',
  name: 'manifest-not-xml',
  severity: 'error',
  message: ({ reason }) => `imsmanifest.xml cannot be read as XML: ${reason} (rule M1)`,
  why: 'An importer cannot read it.',
  fix: 'Mend the XML; most editors show where it breaks.',
  before: '<title>R & D</title>',
  after: '<title>R &amp; D</title>',
});

export const manifestEncoding = defineRule<{ reason: string }>({
  code: 'CW6022',
  name: 'manifest-encoding',
  severity: 'warning',
  message: ({ reason }) => `imsmanifest.xml ${reason}, which crashes the import in Frappe (rule M1)`,
  why: 'Importers read the manifest as UTF-8 without asking, and a byte order mark or another encoding spoils it.',
  fix: 'Save it as UTF-8 without a byte order mark, with <?xml version="1.0" encoding="UTF-8"?> as its first line.',
  before: '<?xml version="1.0" encoding="ISO-8859-1"?>',
  after: '<?xml version="1.0" encoding="UTF-8"?>',
});

export const manifestDoctype = defineRule<{ what: string }>({
  code: 'CW6023',
  name: 'manifest-doctype',
  severity: 'warning',
  message: ({ what }) =>
    `imsmanifest.xml has ${what}; Moodle, Open edX and other LMSs with a safe XML reader refuse or garble it (rule M1)`,
  why: 'Document types and entities are a known way to attack a server, so importers refuse them. Moodle 4.5 also garbles numeric references.',
  fix: 'Leave out the document type, entities and style sheets; write letters as they are.',
  before: '<!DOCTYPE manifest [<!ENTITY c "Course">]>',
  after: 'no document type',
});

export const manifestNamespace = defineRule<{ reason: string }>({
  code: 'CW6024',
  name: 'manifest-namespace',
  severity: 'error',
  message: ({ reason }) => `imsmanifest.xml ${reason} (rule M2)`,
  why: 'The namespaces say that this is a SCORM 1.2 package. With others it is a package of another standard, or none.',
  fix: 'Declare the two namespaces of SCORM 1.2 on the root element.',
  before: '<manifest xmlns="http://www.imsglobal.org/xsd/imscp_v1p1">',
  after:
    '<manifest xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">',
});

export const manifestPrefix = defineRule<{ reason: string }>({
  code: 'CW6025',
  name: 'manifest-prefix',
  severity: 'warning',
  message: ({ reason }) =>
    `${reason}; Frappe, EscolaLMS, Forma, Chamilo and ILIAS look for the usual names only (rule M2)`,
  why: 'These importers compare raw names. The content packaging namespace must be the default one, and the other prefix must be adlcp, bound on the root.',
  fix: 'Use no prefix for content packaging and "adlcp" for the other namespace.',
  before: '<imscp:manifest xmlns:imscp="…">',
  after: '<manifest xmlns="…" xmlns:adlcp="…">',
});

export const manifestStructure = defineRule<{ reason: string }>({
  code: 'CW6026',
  name: 'manifest-structure',
  severity: 'error',
  message: ({ reason }) => `imsmanifest.xml ${reason} (rule M3)`,
  why: 'The schema of the standard fixes the elements of a manifest and their order.',
  fix: 'Inside manifest: metadata, organizations, resources. Inside item: title, item, metadata, then adlcp elements. Inside resource: metadata, file, dependency.',
  before: '<manifest> <resources/> <organizations/> </manifest>',
  after: '<manifest> <metadata/> <organizations/> <resources/> </manifest>',
});

export const manifestSubManifest = defineRule({
  code: 'CW6027',
  name: 'manifest-sub-manifest',
  severity: 'warning',
  message: () =>
    'imsmanifest.xml holds another manifest, which Open edX, Frappe and Moodle ignore or misread (rule M3)',
  why: 'Hardly any importer reads manifests inside a manifest; their lessons would be missing.',
  fix: 'Put all items and resources into the one manifest.',
  before: '<manifest> … <manifest> … </manifest> </manifest>',
  after: '<manifest> … </manifest>',
});

export const manifestVersion = defineRule<{ element: string; value: string }>({
  code: 'CW6028',
  name: 'manifest-version',
  severity: 'error',
  message: ({ element, value }) => `imsmanifest.xml says ${element} "${value}", not the value of SCORM 1.2 (rule M4)`,
  hint: ({ value }) =>
    /1\.3|2004/.test(value) ? 'this is a SCORM 2004 package; only SCORM 1.2 is verified' : undefined,
  why: 'LMSs choose their player by these two values.',
  fix: 'Write schema "ADL SCORM" and schemaversion "1.2".',
  before: '<schemaversion>CAM 1.3</schemaversion>',
  after: '<schemaversion>1.2</schemaversion>',
});

export const manifestVersionNotPlain = defineRule<{ reason: string }>({
  code: 'CW6029',
  name: 'manifest-version-not-plain',
  severity: 'warning',
  message: ({ reason }) =>
    `${reason}; Open edX then takes the package for SCORM 2004 and EscolaLMS refuses it (rule M4)`,
  why: 'These importers compare the text exactly.',
  fix: 'Write <schema>ADL SCORM</schema><schemaversion>1.2</schemaversion> without blanks around the values.',
  before: '<schemaversion> 1.2 </schemaversion>',
  after: '<schemaversion>1.2</schemaversion>',
});

export const manifestBase = defineRule<{ element: string }>({
  code: 'CW6030',
  name: 'manifest-base',
  severity: 'warning',
  message: ({ element }) =>
    `${element} has an xml:base, which Frappe and EscolaLMS drop, so its files are not found (rule M5)`,
  why: 'Not all importers put the base in front of the paths.',
  fix: 'Write the whole path in each href.',
  before: '<resource xml:base="content/" href="index.html">',
  after: '<resource href="content/index.html">',
});

export const manifestIdentifier = defineRule<{ id: string; reason: string }>({
  code: 'CW6031',
  name: 'manifest-identifier',
  severity: 'error',
  message: ({ id, reason }) => `the identifier "${id}" ${reason} (rule M6)`,
  why: 'Identifiers are XML ids: unique in the file, starting with a letter or an underscore, without blanks.',
  fix: 'Give each element an identifier of its own, such as item-1.',
  before: 'identifier="1 intro"',
  after: 'identifier="item-intro"',
});

export const manifestIdentifierNotPortable = defineRule<{ id: string; reason: string }>({
  code: 'CW6032',
  name: 'manifest-identifier-not-portable',
  severity: 'warning',
  message: ({ id, reason }) =>
    `the identifier "${id}" ${reason}; Moodle and others keep learners' records under it and may mix or lose them (rule M6)`,
  why: 'Records of learners hang on the identifiers, in databases that often ignore case and cut long names.',
  fix: 'Use A-Z, a-z, 0-9, hyphen and underscore, at most 100 characters, unique also when case is ignored. Never change it once learners have used the course.',
  before: 'identifier="Übung.1"',
  after: 'identifier="item-exercise-1"',
});

export const manifestDefaultOrganization = defineRule<{ reason: string }>({
  code: 'CW6033',
  name: 'manifest-default-organization',
  severity: 'error',
  message: ({ reason }) => `${reason} (rule M7)`,
  why: 'The default organization is what an LMS shows. Without it there is nothing to show.',
  fix: 'Let the default attribute of organizations name the identifier of its one organization.',
  before: '<organizations default="a"><organization identifier="b">',
  after: '<organizations default="b"><organization identifier="b">',
});

export const manifestSeveralOrganizations = defineRule<{ count: number }>({
  code: 'CW6034',
  name: 'manifest-several-organizations',
  severity: 'warning',
  message: ({ count }) =>
    `the manifest has ${count} organizations; Open edX, Frappe and Moodle show one of them, not always the same (rule M7)`,
  why: 'Most importers read one organization only.',
  fix: 'Keep one organization.',
  before: 'two organization elements',
  after: 'one organization element',
});

export const manifestTitleTooLong = defineRule<{ element: string; length: number }>({
  code: 'CW6035',
  name: 'manifest-title-too-long',
  severity: 'error',
  message: ({ element, length }) =>
    `the title of ${element} has ${length} characters; the standard allows 200 (rule M8)`,
  why: 'The schema of the standard limits titles to 200 characters, and databases of LMSs cut them there.',
  fix: 'Shorten the title.',
  before: 'a title of 300 characters',
  after: 'a title of 60 characters',
});

export const manifestTitle = defineRule<{ element: string; reason: string }>({
  code: 'CW6036',
  name: 'manifest-title',
  severity: 'warning',
  message: ({ element, reason }) => `the title of ${element} ${reason} (rule M8)`,
  why: 'A missing title crashes the import in Open edX and Forma. Open edX prints titles as HTML. Moodle drops pieces of a title that are "0" or a blank beside an entity.',
  fix: 'Give organization and item a plain title as their first child: words only, no markup, no line break.',
  before: '<title>Part <![CDATA[<b>1</b>]]></title>',
  after: '<title>Part 1</title>',
});

export const manifestItemTarget = defineRule<{ id: string; reason: string }>({
  code: 'CW6037',
  name: 'manifest-item-target',
  severity: 'error',
  message: ({ id, reason }) => `the item "${id}" ${reason} (rule M9)`,
  why: 'An item that opens nothing is a dead entry in the list of contents.',
  fix: 'Let identifierref name the identifier of a resource.',
  before: '<item identifier="a" identifierref="gone">',
  after: '<item identifier="a" identifierref="resource-1">',
});

export const manifestItemAttributes = defineRule<{ id: string; reason: string }>({
  code: 'CW6038',
  name: 'manifest-item-attributes',
  severity: 'warning',
  message: ({ id, reason }) =>
    `the item "${id}" ${reason}; Forma, Chamilo and Open edX do not all read that alike (rule M9)`,
  why: 'Not every importer knows the default of isvisible or appends parameters to the address.',
  fix: 'Write isvisible="true" and leave parameters out.',
  before: '<item identifier="a" identifierref="r" parameters="?page=2">',
  after: '<item identifier="a" identifierref="r" isvisible="true">',
});

export const manifestItemControl = defineRule<{ id: string; element: string }>({
  code: 'CW6039',
  name: 'manifest-item-control',
  severity: 'warning',
  message: ({ id, element }) =>
    `the item "${id}" has ${element}, which Moodle, Forma and Frappe treat each in its own way (rule M10)`,
  why: 'Prerequisites lock learners out where they are read and do nothing elsewhere; Frappe answers a request for datafromlms with the saved state.',
  fix: 'Leave prerequisites, maxtimeallowed, timelimitaction and datafromlms out.',
  before: '<adlcp:prerequisites type="aicc_script">intro</adlcp:prerequisites>',
  after: 'nothing',
});

export const manifestMasteryScore = defineRule<{ id: string; value: string }>({
  code: 'CW6040',
  name: 'manifest-mastery-score',
  severity: 'warning',
  message: ({ id, value }) =>
    `the item "${id}" has a masteryscore ("${value}"); Moodle and Forma then overwrite the status that the course reports (rule M10)`,
  why: 'With a masteryscore, Moodle turns even an unfinished try into "failed" when the window is closed.',
  fix: 'Leave it out and let the course report passed or failed; where it must stay, use a whole number from 1 to 100.',
  before: '<adlcp:masteryscore>80</adlcp:masteryscore>',
  after: 'nothing',
});

export const manifestSeveralItems = defineRule<{ count: number }>({
  code: 'CW6041',
  name: 'manifest-several-items',
  severity: 'warning',
  message: ({ count }) =>
    `the package has ${count} items to launch; Open edX and Frappe open the first only, and TalentLMS refuses several (rule M11)`,
  why: 'Packages with several launchable items do not work everywhere.',
  fix: 'Split the course into one package per part.',
  before: 'ten items with an identifierref each',
  after: 'one item',
});

export const manifestNoItem = defineRule({
  code: 'CW6042',
  name: 'manifest-no-item',
  severity: 'error',
  message: () => 'the manifest has no item to launch (rule M11)',
  why: 'Without an item with an identifierref an LMS has nothing to open.',
  fix: 'Add an item that points at the resource of the start page.',
  before: '<organization identifier="org"><title>Course</title></organization>',
  after: '<organization identifier="org"><title>Course</title><item identifier="item-1" identifierref="resource-1">…',
});

export const manifestResource = defineRule<{ id: string; reason: string }>({
  code: 'CW6043',
  name: 'manifest-resource',
  severity: 'error',
  message: ({ id, reason }) => `the resource "${id}" ${reason} (rule M12)`,
  why: 'The standard asks of a launched resource: type "webcontent", adlcp:scormtype "sco" or "asset", and an href to a file of the package.',
  fix: 'Write type="webcontent" adlcp:scormtype="sco" href="index.html".',
  before: '<resource identifier="r" type="webcontent">',
  after: '<resource identifier="r" type="webcontent" adlcp:scormtype="sco" href="index.html">',
});

export const manifestResourceNotPortable = defineRule<{ id: string; reason: string }>({
  code: 'CW6044',
  name: 'manifest-resource-not-portable',
  severity: 'warning',
  message: ({ id, reason }) =>
    `the resource "${id}" ${reason}; Open edX launches the first resource and hosts look for a page at the top (rule M12)`,
  why: 'Open edX opens the first resource with an href, whatever the items say.',
  fix: 'Put the launched resource first, with a page at the top of the zip whose name ends in .html.',
  before: '<resource href="content/start.htm">',
  after: '<resource href="index.html">',
});

export const manifestFileMissing = defineRule<{ file: string; reason: string }>({
  code: 'CW6045',
  name: 'manifest-file-missing',
  severity: 'error',
  message: ({ file, reason }) => `the manifest lists "${file}", ${reason} (rule M13)`,
  why: 'Everything a package lists must be inside it, named by a plain relative path.',
  fix: 'Add the file, or take it off the list.',
  before: '<file href="picture.png?v=2"/>',
  after: '<file href="picture.png"/>',
});

export const manifestFileUnlisted = defineRule<{ file: string; count: number }>({
  code: 'CW6046',
  name: 'manifest-file-unlisted',
  severity: 'warning',
  message: ({ file, count }) =>
    `"${file}"${count > 1 ? ` and ${count - 1} more` : ''} in the zip ${count > 1 ? 'are' : 'is'} not listed in the manifest; SCORM Cloud and content checkers complain, and LMSs that copy listed files lose it (rule M13)`,
  why: 'The manifest is the packing list. Some hosts copy only what it lists.',
  fix: 'List each file once as <file href="…"/> in its resource.',
  before: 'logo.png in the zip, not in the manifest',
  after: '<file href="logo.png"/>',
});

export const manifestFileTwice = defineRule<{ file: string }>({
  code: 'CW6047',
  name: 'manifest-file-twice',
  severity: 'warning',
  message: ({ file }) =>
    `the manifest lists "${file}" more than once in a resource, which SCORM Cloud and content checkers report (rule M13)`,
  why: 'The packing list names each file of a resource once.',
  fix: 'Remove the second entry.',
  before: '<file href="a.css"/> twice',
  after: '<file href="a.css"/> once',
});

export const manifestSchemaFiles = defineRule<{ reason: string }>({
  code: 'CW6048',
  name: 'manifest-schema-files',
  severity: 'warning',
  message: ({ reason }) => `${reason}; ADL's test suite asks for all of them, no LMS for any (rule M14)`,
  why: 'The four schema files are "control files" of the standard. Either all are at the top of the zip or none is.',
  fix: 'Ship all four, or none and no schemaLocation.',
  before: 'adlcp_rootv1p2.xsd alone',
  after: 'adlcp_rootv1p2.xsd, ims_xml.xsd, imscp_rootv1p1p2.xsd and imsmd_rootv1p2p1.xsd',
});

export const packageManifestRules = [
  manifestMissing,
  manifestNotXml,
  manifestEncoding,
  manifestDoctype,
  manifestNamespace,
  manifestPrefix,
  manifestStructure,
  manifestSubManifest,
  manifestVersion,
  manifestVersionNotPlain,
  manifestBase,
  manifestIdentifier,
  manifestIdentifierNotPortable,
  manifestDefaultOrganization,
  manifestSeveralOrganizations,
  manifestTitleTooLong,
  manifestTitle,
  manifestItemTarget,
  manifestItemAttributes,
  manifestItemControl,
  manifestMasteryScore,
  manifestSeveralItems,
  manifestNoItem,
  manifestResource,
  manifestResourceNotPortable,
  manifestFileMissing,
  manifestFileUnlisted,
  manifestFileTwice,
  manifestSchemaFiles,
] as const;
