/** CW2250-2279: the files in a course's media folder: used at all, small enough, of a kind and name that hosts take, without programs. */
import { defineRule } from '../rule.ts';

export const mediaNotUsed = defineRule<{ readonly path: string }>({
  code: 'CW2250',
  name: 'media-not-used',
  severity: 'warning',
  message: ({ path }) => `nothing in the course shows or links "${path}", so it is in no package`,
  hint: () => 'use it in a lesson, or delete it',
  why: 'A file that nothing names is often one whose name was changed in the lesson and not here, or a leftover.',
  fix: 'Name the file in a lesson or a question, or take it out of media/.',
  before: 'media/old-flow.svg, and no lesson that names it',
  after: '![From the record to the claim](flow.svg)',
});

export const blockedFile = defineRule<{ readonly path: string; readonly reason: string }>({
  code: 'CW2251',
  name: 'blocked-file',
  severity: 'warning',
  message: ({ path, reason }) => `learning systems may refuse "${path}": it ${reason}`,
  hint: () => 'rename the file, or save it as pdf, png, svg, jpg, mp3 or mp4',
  why: 'Hosts guard themselves against programs. Some delete a file that looks like one, some refuse the whole package.',
  fix: 'Give the file another name, or export what it shows in one of the formats that pages can use.',
  before: 'media/graphphp.png',
  after: 'media/graph.png',
});

export const largeMedia = defineRule<{ readonly path: string; readonly size: string; readonly limit: string }>({
  code: 'CW2252',
  name: 'large-media',
  severity: 'warning',
  message: ({ path, size, limit }) => `"${path}" has ${size}, more than ${limit}`,
  hint: () => 'make it smaller, or raise "image-kilobytes" or "media-megabytes" under "checks:"',
  why: 'Every learner loads it, some over a telephone, and many hosts take packages of 100 MB at most.',
  fix: 'Save the picture with fewer pixels or as svg, the film with a lower rate.',
  before: 'media/claim-form.png, 4,000 by 3,000 pixels',
  after: 'media/claim-form.png, 1,200 by 900 pixels',
});

export const activeSvg = defineRule<{ readonly path: string; readonly what: string }>({
  code: 'CW2253',
  name: 'active-svg',
  severity: 'error',
  message: ({ path, what }) => `the picture "${path}" holds ${what}`,
  hint: () => 'export it again as a plain drawing ("Plain SVG" in Inkscape), or take that part out in an editor',
  why: 'A drawing that can run a program could read or change what the learning system shows beside the course.',
  fix: 'Export the drawing without scripts and without actions, or save it as png.',
  before: '<svg …><script>start()</script></svg>',
  after: '<svg …><path d="…"/></svg>',
});

export const svgLoadsOutside = defineRule<{ readonly path: string; readonly what: string }>({
  code: 'CW2254',
  name: 'svg-loads-outside',
  severity: 'error',
  message: ({ path, what }) => `the picture "${path}" needs ${what}, which is not in the file`,
  hint: () => 'embed the picture or font in the drawing, or turn the text into paths',
  why: 'Browsers do not load other files for a picture in a page, so a part of it would be missing. Addresses outside the course would also tell a stranger who is learning.',
  fix: 'In the drawing program choose "embed images", and turn text in special fonts into paths.',
  before: '<image href="https://example.org/logo.png"/>',
  after: '<image href="data:image/png;base64,…"/>',
});

export const mediaRules = [mediaNotUsed, blockedFile, largeMedia, activeSvg, svgLoadsOutside] as const;
