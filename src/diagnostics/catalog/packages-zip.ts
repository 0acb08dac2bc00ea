/** Rules about a package as a zip file: what importers of the LMSs can open, unpack and keep. */
import { defineRule } from '../rule.ts';
import { ruleNote } from './rule-note.ts';

export const zipUnreadable = defineRule<{ reason: string }>({
  code: 'CW6000',
  name: 'zip-unreadable',
  severity: 'error',
  message: ({ reason }) => `this is not a zip file that can be opened: ${reason} (rule Z1)`,
  hint: () => 'download or build the package again; a transfer that broke off leaves such a file',
  why: 'An LMS unpacks the package on upload. What cannot be unpacked cannot be imported.',
  fix: 'Build the package again, or fetch it again from where it came.',
  before: 'a file that ends in the middle, or a web page saved under the name course.zip',
  after: 'the zip as the build wrote it',
});

export const zipTooLarge = defineRule<{ reason: string }>({
  code: 'CW6001',
  name: 'zip-too-large-to-unpack',
  severity: 'error',
  message: ({ reason }) => `this zip is not safe to unpack: ${reason} (rule Z1)`,
  why: 'A zip of a few kilobytes can unpack to many gigabytes and fill the disk of the machine that opens it. Verification stops before that.',
  fix: 'Leave out what is not part of the course. A course needs fewer than 20,000 files and less than 1 GB unpacked.',
  before: 'a 1 MB zip whose one entry unpacks to 5 GB',
  after: 'a zip of the files of one course',
});

export const zipExtraBytes = defineRule<{ where: string }>({
  code: 'CW6002',
  name: 'zip-extra-bytes',
  severity: 'warning',
  message: ({ where }) => `the zip has ${where}, which importers that read it as a stream stumble over (rule Z1)`,
  why: 'Java importers such as those of Sakai and SCORM Cloud read a zip from its first byte on. Bytes in front of, between or behind the entries, or a comment, stop them.',
  fix: 'Write the zip again with a plain zip program, without a comment and not self-extracting.',
  before: 'a self-extracting archive renamed to .zip',
  after: 'a plain zip that starts with its first entry',
});

export const zipEntryDamaged = defineRule<{ file: string; reason: string }>({
  code: 'CW6003',
  name: 'zip-entry-damaged',
  severity: 'error',
  message: ({ file, reason }) => `"${file}" in the zip is damaged: ${reason} (rule Z1)`,
  why: 'Importers check each file against its checksum and size, and refuse the whole package when one is wrong.',
  fix: 'Build the package again, or fetch it again from where it came.',
  before: 'a zip whose bytes were changed after it was written',
  after: 'the zip as the build wrote it',
});

export const zipPathUnsafe = defineRule<{ file: string; reason: string }>({
  code: 'CW6004',
  name: 'zip-path-unsafe',
  severity: 'error',
  message: ({ file, reason }) => `the path "${file}" ${reason} (rule Z2)`,
  why: 'Paths in a package are relative and use forward slashes. Others write outside the course folder or, with backslashes, become odd file names on Linux hosts; Frappe refuses the package.',
  fix: 'Name the file by a relative path with forward slashes, without "..".',
  before: '..\\shared\\style.css',
  after: 'shared/style.css',
});

export const zipNameNotPortable = defineRule<{ file: string; more: number; reason: string }>({
  code: 'CW6005',
  name: 'zip-name-not-portable',
  severity: 'warning',
  message: ({ file, more, reason }) =>
    `"${file}" ${reason}; Chamilo and Frappe rename such files, so links to them break${ruleNote('Z3', more)}`,
  why: 'Chamilo renames files on import, Frappe appends ".html" to names without an extension, and several hosted LMSs demand plain lower-case names.',
  fix: 'Use a-z, 0-9, dot, hyphen and underscore, an extension, at most 64 characters for the name and 100 for the path.',
  before: 'Café Übersicht.HTML',
  after: 'cafe-overview.html',
});

export const zipStoredWithDescriptor = defineRule<{ file: string }>({
  code: 'CW6006',
  name: 'zip-stored-with-descriptor',
  severity: 'warning',
  message: ({ file }) =>
    `"${file}" is stored with its size behind the data, which Sakai and SCORM Cloud cannot read (rule Z4)`,
  why: "Java's stream reader, which Sakai and SCORM Cloud use, cannot tell where a stored entry ends unless its size stands in front of it.",
  fix: 'Write the zip from files on disk or from memory instead of from a stream, or deflate the entry.',
  before: 'an entry with method "stored" and general purpose bit 3 set',
  after: 'the same entry with its size in the local header and bit 3 clear',
});

export const zipEntryNotPlain = defineRule<{ file: string; reason: string }>({
  code: 'CW6007',
  name: 'zip-entry-not-plain',
  severity: 'error',
  message: ({ file, reason }) => `"${file}" ${reason}; a package must be a plain zip (rule Z4)`,
  why: 'The standard asks for the zip format of PKZip 2.04g: stored or deflated entries, no encryption, no 64-bit extension.',
  fix: 'Write the zip with ordinary compression and without a password.',
  before: 'an entry compressed with LZMA, or protected by a password',
  after: 'the same entry, deflated',
});

export const zipDuplicateEntry = defineRule<{ file: string }>({
  code: 'CW6008',
  name: 'zip-duplicate-entry',
  severity: 'error',
  message: ({ file }) => `the zip holds "${file}" more than once (rule Z5)`,
  why: 'One file overwrites the other, and which of them wins differs from importer to importer.',
  fix: 'Write the zip afresh instead of adding to an old one.',
  before: 'index.html twice',
  after: 'index.html once',
});

export const zipCaseTwins = defineRule<{ first: string; second: string }>({
  code: 'CW6009',
  name: 'zip-case-twins',
  severity: 'warning',
  message: ({ first, second }) =>
    `"${first}" and "${second}" differ only in case; Moodle, Sakai and others on Windows hosts keep one of them (rule Z6)`,
  why: 'Windows and macOS hosts do not tell upper case from lower case in file names.',
  fix: 'Rename one of them.',
  before: 'Figure.png and figure.png',
  after: 'figure-1.png and figure-2.png',
});

export const zipFolderWithData = defineRule<{ file: string }>({
  code: 'CW6010',
  name: 'zip-folder-with-data',
  severity: 'warning',
  message: ({ file }) =>
    `the folder entry "${file}" carries data, which the importers of Sakai and SCORM Cloud may refuse (rule Z7)`,
  why: 'Entries for folders are not needed and harmless while they are empty. One with content is a sign of a broken or forged zip.',
  fix: 'Write the zip without folder entries, or with empty ones.',
  before: 'an entry "images/" of 20 bytes',
  after: 'no entry "images/"',
});

export const zipBlockedName = defineRule<{ file: string; reason: string }>({
  code: 'CW6011',
  name: 'zip-blocked-name',
  severity: 'warning',
  message: ({ file, reason }) => `"${file}" ${reason}; Forma deletes such files and Chamilo flags them (rule Z8)`,
  why: 'Hosts protect themselves against uploaded programs. Some delete the file, others refuse the upload.',
  fix: 'Leave the file out or rename it.',
  before: 'demo.php, .htaccess, setup.exe',
  after: 'demo.html',
});

export const zipSymbolicLink = defineRule<{ file: string }>({
  code: 'CW6012',
  name: 'zip-symbolic-link',
  severity: 'error',
  message: ({ file }) => `"${file}" is a symbolic link; a package holds files only (rule Z8)`,
  why: 'A link may point at any file of the server that unpacks it, so importers refuse it or write an empty file.',
  fix: 'Put the file itself into the package.',
  before: 'logo.png -> /srv/brand/logo.png',
  after: 'logo.png',
});

export const zipSharedBaseName = defineRule<{ first: string; second: string }>({
  code: 'CW6013',
  name: 'zip-shared-base-name',
  severity: 'warning',
  message: ({ first, second }) =>
    `"${first}" and "${second}" have the same name in two folders; Open edX finds files by name alone and serves one for both (rule Z9)`,
  why: 'Open edX looks files of a package up by their last path segment.',
  fix: 'Give every file of the package a name of its own.',
  before: 'one/index.html and two/index.html',
  after: 'one.html and two.html',
});

export const zipRecordsDisagree = defineRule<{ file: string; reason: string }>({
  code: 'CW6014',
  name: 'zip-records-disagree',
  severity: 'error',
  message: ({ file, reason }) => `the zip says two things about "${file}": ${reason} (rule Z1)`,
  why: 'A zip describes each file twice, at the file and in the directory at its end. Importers read one or the other, so they would unpack different things.',
  fix: 'Write the zip again with a plain zip program.',
  before: 'a local header that says a.html where the directory says b.html',
  after: 'both records the same',
});

export const packageZipRules = [
  zipUnreadable,
  zipTooLarge,
  zipExtraBytes,
  zipEntryDamaged,
  zipPathUnsafe,
  zipNameNotPortable,
  zipStoredWithDescriptor,
  zipEntryNotPlain,
  zipDuplicateEntry,
  zipCaseTwins,
  zipFolderWithData,
  zipBlockedName,
  zipSymbolicLink,
  zipSharedBaseName,
  zipRecordsDisagree,
] as const;
