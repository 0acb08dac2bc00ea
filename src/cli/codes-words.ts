/** What `coursewright codes` says to authors, in one table. Diagnostics have their own catalog. */
export const CODES_WORDS = {
  group: 'work with code-set editions: add official files, look codes up, see what a new edition breaks',
  commands: {
    add: 'import official files as published (plain, gzip or zip) into the editions of this workspace',
    find: 'find codes by words of their titles',
    show: 'show what an edition says of a code, and what became of it in others',
    lock: 'write the codes that courses use, with title and status, into their codes.lock',
    impact: 'say which questions and lessons a new edition breaks or makes doubtful',
  },
  options: {
    edition: 'the edition, such as icd-10-cm@2026 (default: what the file says, or the one in force)',
    from: "its first day, where the publisher's calendar does not hold",
    until: 'its last day',
    check: 'write nothing; end with 1 where a lock would change',
    limit: 'how many codes to list at most',
    format: 'what is printed: text or json',
    impactFrom:
      'the edition that the courses were written for, such as icd-10-cm@2025; may be given once for each system',
    impactTo: 'the edition to come, such as icd-10-cm@2026',
    impactFormat: 'text, json, csv, html, github or sarif',
    out: 'write the report to this file instead of printing it',
  },
  addFiles: `
Files that are read, by either naming (icd10cm-order-2026.txt, icd10cm_order_2026.txt):
  ICD-10-CM    order file, codes file, addenda, conversion table (xlsx, tsv), POA exempt list, guidelines as text
  ICD-10-PCS   order file, addenda, tables and definitions (xml)
  HCPCS        the fixed-width file (HCPC2026_JAN_ANWEB.txt)
  MS-DRG       a table of your own with the columns MS-DRG, MS-DRG Title, Weights (csv, tsv, xlsx)

Examples:
  coursewright codes add icd10cm-order-2026.txt POAexemptCodesFY26.txt ICD-10-CM-CONVERSION-TABLE-FY2026.xlsx
  coursewright codes add "icd10cm-Code Descriptions-2026.zip"
  coursewright codes add drg.csv --edition ms-drg@2026
`,
  impactHelp: `
Examples:
  coursewright codes impact --from icd-10-cm@2025 --to icd-10-cm@2026
  coursewright codes impact --from icd-10-cm@2025 --to icd-10-cm@2026 --format html --out update.html
Ends with 1 when something is broken.
`,
  added: (edition: string, codes: number, size: string) =>
    `${edition}: ${codes.toLocaleString('en-US')} codes, ${size}`,
  source: (kind: string, file: string, lines: number) =>
    `  ${kind.padEnd(16)} ${lines.toLocaleString('en-US').padStart(8)} lines   ${file}`,
  inForce: (from: string, until: string) => `in force ${from} to ${until}`,
  storedIn: (folder: string) => `stored in ${folder}`,
  noEditions: (folder: string) =>
    `There is no edition in ${folder}. Import the official files first: coursewright codes add FILE...`,
  unknownEdition: (edition: string) => `The edition ${edition} is not in this workspace.`,
  knownEditions: (names: readonly string[]) => `There are ${names.join(', ')}.`,
  badEdition: (text: string) => `"${text}" is not an edition. Write it like icd-10-cm@2026.`,
  badLimit: (text: string) => `"${text}" is not a number of codes. Choose 1 to 10000.`,
  badFormat: (text: string, formats: readonly string[]) =>
    `There is no format "${text}". Choose ${formats.join(', ')}.`,
  nothingFound: (words: string) => `No title holds "${words}".`,
  more: (shown: number, total: number) =>
    `${shown} of ${total.toLocaleString('en-US')} codes; add a word, or raise --limit.`,
  impact: {
    usage:
      'Name two editions of one system: --from icd-10-cm@2025 --to icd-10-cm@2026. Both options may be given once for each system.',
    written: (path: string, broken: number, review: number, safe: number) =>
      `${path}: ${broken} broken, ${review} to review, ${safe} safe`,
  },
  lock: {
    same: (file: string, codes: number) => `${file}: ${codes} codes, as it was`,
    written: (file: string, codes: number) => `${file}: ${codes} codes, written`,
    stale: (file: string) => `${file}: would change`,
    unknown: (file: string, names: readonly string[]) =>
      `${file}: not locked, for their edition is not at hand: ${names.slice(0, 5).join(', ')}${names.length > 5 ? `, and ${names.length - 5} more` : ''}`,
  },
  show: {
    state: {
      valid: 'valid',
      header: (codes: number) =>
        `header, needs more characters: ${codes} ${codes === 1 ? 'code stands' : 'codes stand'} below it`,
      'seventh-missing': (stem: string, characters: string) =>
        `needs a 7th character: ${stem} and one of ${[...characters].join(', ')}`,
      'placeholder-missing': (right: string) => `a placeholder is missing: ${right}`,
      deleted: (last: string) => `deleted${last === '' ? '' : `, last valid in ${last}`}`,
      'not-yet': (first: string) => `not yet valid; valid from ${first} on`,
      'wrong-system': (system: string) => `a code of ${system}`,
      ended: (day: string) => `discontinued, last valid on ${day}`,
      unknown: 'in no edition here',
      mixesRows: 'no code: its characters stand in different rows of the table',
    },
    parents: 'above',
    children: 'below',
    moreChildren: (count: number) => `and ${count} more`,
    poaExempt: 'exempt from POA reporting',
    poaReported: 'POA must be reported',
    successors: 'replaced by',
    origin: 'made from',
    carved: 'carved out of it',
    row: 'table row',
    rowFrom: (edition: string) => `(as in the tables of ${edition})`,
    noRows: 'the rows of this table are not known; add the tables file of the edition',
    history: 'history',
    absent: 'not in it',
    notes:
      'Official titles, unchanged. ICD-10-CM: NCHS (CDC), under authorization from WHO. ICD-10-PCS and HCPCS Level II: CMS.',
  },
} as const;
