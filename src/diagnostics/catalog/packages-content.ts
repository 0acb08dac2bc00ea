/** Rules about the pages, scripts and media inside a package: what hosts scan for and what breaks inside an LMS frame. */
import { defineRule } from '../rule.ts';
import { ruleNote } from './rule-note.ts';

export const contentExternalScript = defineRule<{ file: string; more: number; address: string }>({
  code: 'CW6050',
  name: 'content-external-script',
  severity: 'warning',
  message: ({ file, more, address }) =>
    `"${file}" loads a script from ${address}; LMSs with a content policy such as Canvas and Brightspace block it${ruleNote('C1', more)}`,
  why: 'A script from elsewhere fails without a network, is blocked by the policies of hosts, and can change after the course was tested.',
  fix: 'Put the script into the package and load it by a relative path.',
  before: '<script src="https://cdn.example/quiz.js"></script>',
  after: '<script src="quiz.js"></script>',
});

export const contentInlineHandler = defineRule<{ file: string; more: number; attribute: string }>({
  code: 'CW6051',
  name: 'content-inline-handler',
  severity: 'warning',
  message: ({ file, more, attribute }) =>
    `"${file}" runs script from the attribute ${attribute}; LMSs that scan uploads such as Forma and Chamilo refuse or strip it${ruleNote('C1', more)}`,
  why: 'Handlers in attributes look like injected script to scanners, and a content policy of the host forbids them.',
  fix: 'Listen for the event in a script file.',
  before: '<button onclick="next()">Next</button>',
  after: '<button data-next>Next</button>, with a listener in a script file',
});

export const contentCodeFromText = defineRule<{ file: string; more: number; call: string }>({
  code: 'CW6052',
  name: 'content-code-from-text',
  severity: 'warning',
  message: ({ file, more, call }) =>
    `"${file}" uses ${call}, which upload scanners of hosted LMSs such as Chamilo report as an attack${ruleNote('C1', more)}`,
  why: 'Scanners take eval, new Function, atob and btoa for hidden program code, and content policies forbid the first two.',
  fix: 'Parse data with JSON.parse, and call functions by name.',
  before: 'eval(text)',
  after: 'JSON.parse(text)',
});

export const contentNoCharset = defineRule<{ file: string; more: number }>({
  code: 'CW6053',
  name: 'content-no-charset',
  severity: 'warning',
  message: ({ file, more }) =>
    `"${file}" does not declare its character set near its start; Frappe and Open edX may show wrong letters${ruleNote('C2', more)}`,
  why: 'Hosts serve files with the character set of their own settings, or none. The page must say its own within the first 1,024 bytes.',
  fix: 'Put <meta charset="utf-8"> first in the head.',
  before: '<head><title>Résumé</title>',
  after: '<head><meta charset="utf-8"><title>Résumé</title>',
});

export const contentNetworkResource = defineRule<{ file: string; more: number; address: string }>({
  code: 'CW6054',
  name: 'content-network-resource',
  severity: 'warning',
  message: ({ file, more, address }) =>
    `"${file}" refers to ${address}; it will not work in Moodle, Canvas or any LMS that serves the package from a folder or without a network${ruleNote('C2', more)}`,
  why: 'Packages are served from a folder that nobody can foresee, often without access to the network and always over https.',
  fix: 'Put the file into the package and refer to it by a relative path. Links for people to follow may start with https://.',
  before: '<img src="http://example.org/a.png"> or <link href="/style.css">',
  after: '<img src="a.png">',
});

export const contentModernLoading = defineRule<{ file: string; more: number; feature: string }>({
  code: 'CW6055',
  name: 'content-modern-loading',
  severity: 'warning',
  message: ({ file, more, feature }) =>
    `"${file}" uses ${feature}, which fails where an LMS serves files with other types or scopes, as Open edX and Frappe do${ruleNote('C3', more)}`,
  why: 'Module scripts need the right content type and origin, and service workers need a scope; hosts grant neither reliably.',
  fix: 'Load classic scripts with <script src>.',
  before: '<script type="module" src="app.js"></script>',
  after: '<script src="app.js"></script>',
});

export const contentUnloadHandler = defineRule<{ file: string; more: number }>({
  code: 'CW6056',
  name: 'content-unload-handler',
  severity: 'warning',
  message: ({ file, more }) =>
    `"${file}" listens for "unload"; Moodle in Chrome forbids such handlers, so data saved there are lost${ruleNote('C3', more)}`,
  why: 'Browsers no longer promise to run unload handlers, and Moodle forbids them by a permissions policy.',
  fix: 'Use "pagehide" and "visibilitychange".',
  before: "addEventListener('unload', save)",
  after: "addEventListener('pagehide', save)",
});

export const contentMediaType = defineRule<{ file: string; more: number; extension: string }>({
  code: 'CW6057',
  name: 'content-media-type',
  severity: 'warning',
  message: ({ file, more, extension }) =>
    `"${file}" is of a type (${extension}) that Blackboard, Sakai and other LMSs may serve wrongly${ruleNote('C4', more)}`,
  why: 'Hosts serve files by a table of known extensions. What is not in it is sent as a download, or not at all.',
  fix: 'Convert it to png, jpg, svg, gif, mp3, mp4, webm, vtt or pdf.',
  before: 'walkthrough.mkv',
  after: 'walkthrough.mp4',
});

export const contentPackageLarge = defineRule<{ megabytes: number; limit: number }>({
  code: 'CW6058',
  name: 'content-package-large',
  severity: 'warning',
  message: ({ megabytes, limit }) =>
    `the package has ${megabytes} MB; Moodle and hosted LMSs often refuse uploads over ${limit} MB (rule C7)`,
  why: 'Upload limits of hosts are commonly between 50 and 200 MB.',
  fix: 'Compress videos, or split the course into parts.',
  before: 'one package of 160 MB',
  after: 'two parts of 60 MB each',
});

export const contentPackageTooLarge = defineRule<{ megabytes: number; limit: number }>({
  code: 'CW6059',
  name: 'content-package-too-large',
  severity: 'error',
  message: ({ megabytes, limit }) =>
    `the package has ${megabytes} MB, more than the ${limit} MB that any common LMS takes (rule C7)`,
  why: 'No common LMS takes such an upload.',
  fix: 'Compress videos, or split the course into parts.',
  before: 'one package of 700 MB',
  after: 'parts of less than 100 MB each',
});

export const packageContentRules = [
  contentExternalScript,
  contentInlineHandler,
  contentCodeFromText,
  contentNoCharset,
  contentNetworkResource,
  contentModernLoading,
  contentUnloadHandler,
  contentMediaType,
  contentPackageLarge,
  contentPackageTooLarge,
] as const;
