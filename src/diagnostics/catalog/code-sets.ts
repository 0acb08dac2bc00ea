/** CW5200-5249: official files of code sets and the editions made from them. */
import { defineRule } from '../rule.ts';

export const officialFileRefused = defineRule<{ problem: string; line: number; text: string }>({
  code: 'CW5200',
  name: 'official-file-refused',
  severity: 'error',
  message: ({ problem, line, text }) =>
    `this file is not what it claims to be${line === 0 ? '' : `, as line ${line} shows`}: ${problem}${text === '' ? '' : ` ("${text}")`}`,
  hint: () => 'download the file again from cdc.gov/nchs or cms.gov and add it unchanged',
  why: 'Courses are checked against these files. One that was cut off, edited or renamed would call right codes wrong, or wrong ones right.',
  fix: 'Download the file again and add it as published; plain, gzip and zip are all read.',
  before: 'coursewright codes add icd10cm-order-2026.txt   (a half of the file)',
  after: 'coursewright codes add icd10cm-order-2026.txt   (all of it)',
});

export const editionUnknown = defineRule<{ system: string }>({
  code: 'CW5201',
  name: 'edition-unknown',
  severity: 'error',
  message: () => 'neither the name of this file nor its content says of which edition it is',
  hint: ({ system }) => `name the edition: --edition ${system}@2026`,
  why: 'A code is valid in one edition and gone in the next; without the year nothing can be said of it.',
  fix: 'Give the file its published name, or name the edition with --edition.',
  before: 'coursewright codes add order.txt',
  after: 'coursewright codes add order.txt --edition icd-10-cm@2026',
});

export const officialFileContradicts = defineRule<{ said: string; inside: string }>({
  code: 'CW5202',
  name: 'edition-contradicted',
  severity: 'error',
  message: ({ said, inside }) => `this file would be added to ${said}, and says of itself that it belongs to ${inside}`,
  hint: () => 'give the file its published name again, or name the edition that it belongs to',
  why: 'Rows of one year among the codes of another would make wrong codes look right.',
  fix: 'Name the edition that the file says of itself.',
  before: 'coursewright codes add icd10pcs_tables_2025.xml --edition icd-10-pcs@2026',
  after: 'coursewright codes add icd10pcs_tables_2025.xml',
});

export const editionWithoutDays = defineRule<{ edition: string }>({
  code: 'CW5203',
  name: 'edition-without-days',
  severity: 'error',
  message: ({ edition }) => `it is not known from when to when ${edition} is in force`,
  hint: () => 'say so: --from 2026-04-01 --until 2026-09-30',
  why: 'A build warns when it teaches codes that are no longer, or not yet, in force.',
  fix: 'Give the first and the last day with --from and --until.',
  before: 'coursewright codes add list.txt --edition icd-10-cm@2026.special',
  after: 'coursewright codes add list.txt --edition icd-10-cm@2026.special --from 2026-04-01 --until 2026-09-30',
});

export const officialFileUnused = defineRule({
  code: 'CW5204',
  name: 'official-file-unused',
  severity: 'warning',
  message: () => 'nothing is read from this file',
  hint: () => 'coursewright codes add --help lists the files that are read',
  why: 'Layouts, indexes and lists of what another list gained or lost say nothing that the other files do not say.',
  fix: 'Leave the file out.',
  before: 'coursewright codes add POAexemptAddCodesFY26.txt',
  after: 'coursewright codes add POAexemptCodesFY26.txt',
});

export const editionDamaged = defineRule<{ edition: string; reason: string }>({
  code: 'CW5205',
  name: 'edition-damaged',
  severity: 'error',
  message: ({ edition, reason }) => `the stored file of ${edition} is damaged: ${reason}`,
  hint: () => 'delete it and add the official files again',
  why: 'A damaged list of codes must not decide what is right.',
  fix: 'Delete the file and run codes add again with the official files.',
  before: '.code-sets/icd-10-cm@2026.0123456789abcdef.codes   (cut off)',
  after: 'coursewright codes add icd10cm-order-2026.txt',
});

export const officialFileUnreadable = defineRule<{ reason: string }>({
  code: 'CW5206',
  name: 'official-file-unreadable',
  severity: 'error',
  message: ({ reason }) => `this file cannot be read: ${reason}`,
  hint: () => 'check the name and the folder',
  why: 'Editions are made from files on your computer; nothing is downloaded.',
  fix: 'Name a file that is there and that you may read.',
  before: 'coursewright codes add icd10cm-order-2062.txt',
  after: 'coursewright codes add icd10cm-order-2026.txt',
});

export const storeUnwritable = defineRule<{ reason: string }>({
  code: 'CW5207',
  name: 'store-unwritable',
  severity: 'error',
  message: ({ reason }) => `the edition cannot be stored: ${reason}`,
  hint: () => 'make room, or name another folder with "code-sets:" in coursewright.yaml',
  why: 'The imported edition is kept in a file, so that later commands need not read the official files again.',
  fix: 'See to it that the folder can be written, or name another one.',
  before: 'code-sets: /read-only/folder',
  after: 'code-sets: ../code-sets',
});

export const lockUnwritable = defineRule<{ reason: string }>({
  code: 'CW5208',
  name: 'lock-unwritable',
  severity: 'error',
  message: ({ reason }) => `this lock cannot be written: ${reason}`,
  hint: () => 'see to it that the file can be written',
  why: 'The lock is kept beside the course, so that everybody checks against the same codes.',
  fix: 'Make the file writable.',
  before: 'a codes.lock that only another user may write',
  after: 'coursewright codes lock',
});

export const reportUnwritable = defineRule<{ reason: string }>({
  code: 'CW5209',
  name: 'report-unwritable',
  severity: 'error',
  message: ({ reason }) => `the report cannot be written: ${reason}`,
  hint: () => 'name another file with --out',
  why: 'The report was asked for as a file.',
  fix: 'Name a file that can be written.',
  before: '--out /read-only/update.html',
  after: '--out update.html',
});

export const codeSetsRules = [
  reportUnwritable,
  lockUnwritable,
  officialFileUnreadable,
  storeUnwritable,
  officialFileRefused,
  editionUnknown,
  officialFileContradicts,
  editionWithoutDays,
  officialFileUnused,
  editionDamaged,
] as const;
