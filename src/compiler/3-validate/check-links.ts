/** Reports links, images and media that lead nowhere, lead out of the course, or are of a kind that pages cannot use. */
import {
  brokenLink,
  emptyLink,
  forbiddenScheme,
  imageMissing,
  insecureLink,
  linkLeavesCourse,
  linkToUnlistedLesson,
  mediaMissing,
  mediaTypeNotAllowed,
  remoteFile,
  unknownActivityLink,
  unknownAnchor,
} from '../../diagnostics/catalog/references.ts';
import { longAlt } from '../../diagnostics/catalog/prose.ts';
import type { Span } from '../../diagnostics/diagnostic.ts';
import { findNearestName } from '../../diagnostics/nearest-name.ts';
import type { AuthoredBlockNode, AuthoredInlineNode, Spanned } from '../content.ts';
import { folderOf, readTarget } from '../source-format/course-paths.ts';
import { findNearestPath, type OutlineActivity } from './check-outline.ts';
import type { TextPlace } from './text-scope.ts';

/** File types that every LMS serves without being told. */
export const IMAGE_TYPES = ['svg', 'png', 'jpg', 'jpeg', 'gif'];
const VIDEO_TYPES = ['mp4', 'webm'];
const AUDIO_TYPES = ['mp3'];
const CAPTION_TYPES = ['vtt'];
export const LINKED_TYPES = [...IMAGE_TYPES, ...VIDEO_TYPES, ...AUDIO_TYPES, ...CAPTION_TYPES, 'pdf'];

type ImageNode = Extract<AuthoredBlockNode | AuthoredInlineNode, { readonly kind: 'image' | 'figure' }>;

export type MediaRole = 'video' | 'audio' | 'captions';

const ROLES: Readonly<Record<MediaRole, { readonly types: readonly string[]; readonly words: string }>> = {
  video: { types: VIDEO_TYPES, words: 'a video' },
  audio: { types: AUDIO_TYPES, words: 'an audio file' },
  captions: { types: CAPTION_TYPES, words: 'captions' },
};

export function checkLink(target: Spanned, place: TextPlace): void {
  const { scope, file } = place;
  const { course, report } = scope;
  const name = target.value.trim();
  if (name === '') {
    report.add(emptyLink, target.span, { what: 'link' });
    return;
  }
  const found = readTarget(course.folder, file, name);
  switch (found.kind) {
    case 'web':
      if (/^http:/i.test(found.url)) report.add(insecureLink, target.span, { url: found.url });
      return;
    case 'anchor':
      if (place.kind === 'lesson') checkAnchor(found.anchor, file, 'this lesson', target.span, place);
      else
        report.add(unknownAnchor, target.span, {
          anchor: found.anchor,
          page: place.kind === 'guide' ? 'a guide' : 'a question',
          nearest: undefined,
        });
      return;
    case 'activity-id':
      checkActivityLink(found.id, found.anchor, target.span, place);
      return;
    case 'outside':
      reportOutside(name, target.span, place);
      return;
    case 'file':
      checkFileLink(name, found, target.span, place);
      return;
  }
}

function checkActivityLink(id: string, anchor: string, span: Span, place: TextPlace): void {
  const { course, outline, report } = place.scope;
  const activity = outline.activities.find((candidate) => candidate.id === id);
  if (activity !== undefined) {
    checkPageAnchor(anchor, activity, span, place);
    return;
  }
  if (!outline.known) return;
  const unlisted = course.lessons.find((lesson) => lesson.name.id === id);
  if (unlisted !== undefined) {
    report.add(linkToUnlistedLesson, span, { path: unlisted.file.slice(course.folder.length + 1) });
    return;
  }
  const ids = outline.activities.map((candidate) => candidate.id);
  report.add(unknownActivityLink, span, { id, nearest: findNearestName(id, ids) });
}

/** Quizzes, exams and guides have no headings of their own. */
function checkPageAnchor(anchor: string, { kind, id, file }: OutlineActivity, span: Span, place: TextPlace): void {
  if (anchor === '') return;
  if (kind !== 'lesson' || file === undefined) {
    place.scope.report.add(unknownAnchor, span, { anchor, page: `the ${kind} "${id}"`, nearest: undefined });
  } else {
    checkAnchor(anchor, file, `the lesson "${id}"`, span, place);
  }
}

function checkAnchor(anchor: string, file: string, page: string, span: Span, { scope }: TextPlace): void {
  const anchors = scope.anchors.get(file) ?? [];
  if (anchors.includes(anchor)) return;
  scope.report.add(unknownAnchor, span, { anchor, page, nearest: findNearestName(anchor, anchors) });
}

function checkFileLink(
  name: string,
  { candidates, anchor }: { readonly candidates: readonly string[]; readonly anchor: string },
  span: Span,
  place: TextPlace,
): void {
  const { course, outline, activityByFile, report } = place.scope;
  for (const path of candidates) {
    const activity = activityByFile.get(path);
    if (activity !== undefined) {
      checkPageAnchor(anchor, activity, span, place);
      return;
    }
    if (course.lessons.some((lesson) => lesson.file === path)) {
      if (outline.known) report.add(linkToUnlistedLesson, span, { path: path.slice(course.folder.length + 1) });
      return;
    }
    if (course.files.files.has(path)) {
      checkType(name, path, 'a file to link to', LINKED_TYPES, span, place);
      return;
    }
  }
  report.add(brokenLink, span, { target: name, nearest: findNearestFile(name, LINKED_TYPES, true, place) });
}

export function checkImage({ source, alt, span }: ImageNode, place: TextPlace): void {
  const { report, altLimit } = place.scope;
  const name = source.value.trim();
  if (alt.length > altLimit) report.add(longAlt, span, { source: name, characters: alt.length, limit: altLimit });
  if (name === '') {
    report.add(emptyLink, source.span, { what: 'image' });
    return;
  }
  const path = findShippedFile(name, 'image', source.span, place);
  if (path === 'reported') return;
  if (path !== undefined) checkType(name, path, 'an image', IMAGE_TYPES, source.span, place);
  else
    report.add(imageMissing, source.span, { target: name, nearest: findNearestFile(name, IMAGE_TYPES, false, place) });
}

/** Checks a file that a `video` or `audio` directive names. */
export function checkMediaFile(role: MediaRole, source: Spanned, place: TextPlace): void {
  const { report } = place.scope;
  const name = source.value.trim();
  const { types, words } = ROLES[role];
  const path = findShippedFile(name, role === 'captions' ? 'captions file' : role, source.span, place);
  if (path === 'reported') return;
  if (path !== undefined) checkType(name, path, words, types, source.span, place);
  else
    report.add(mediaMissing, source.span, {
      what: role,
      target: name,
      nearest: findNearestFile(name, types, false, place),
    });
}

function findShippedFile(name: string, what: string, span: Span, place: TextPlace): string | undefined | 'reported' {
  const { course, report } = place.scope;
  const found = readTarget(course.folder, place.file, name);
  switch (found.kind) {
    case 'web':
      report.add(remoteFile, span, { what });
      return 'reported';
    case 'outside':
      reportOutside(name, span, place);
      return 'reported';
    case 'anchor':
    case 'activity-id':
      return undefined;
    case 'file':
      return found.candidates.find((path) => course.files.files.has(path));
  }
}

function checkType(
  name: string,
  path: string,
  what: string,
  allowed: readonly string[],
  span: Span,
  { scope }: TextPlace,
): void {
  const extension = /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
  if (!allowed.includes(extension)) scope.report.add(mediaTypeNotAllowed, span, { target: name, what, allowed });
}

/** A drive letter is a path of Windows, not a scheme. */
function reportOutside(name: string, span: Span, { scope }: TextPlace): void {
  const scheme = /^([a-zA-Z][a-zA-Z0-9+.-]+:|\/\/)/.exec(name)?.[1];
  if (scheme === undefined) scope.report.add(linkLeavesCourse, span, { target: name });
  else scope.report.add(forbiddenScheme, span, { scheme: scheme.toLowerCase() });
}

/** The name an author could have meant: relative to this file, or to the course's media. */
function findNearestFile(
  name: string,
  types: readonly string[],
  withLessons: boolean,
  { file, scope }: TextPlace,
): string | undefined {
  const { course } = scope;
  const body = name.replace(/[#?].*$/, '');
  const paths = [
    ...[...course.files.files.keys()].filter((path) => types.some((type) => path.toLowerCase().endsWith(`.${type}`))),
    ...(withLessons ? course.lessons.map((lesson) => lesson.file) : []),
  ];
  const beside = `${folderOf(file)}/`;
  const media = `${course.folder}/media/`;
  const names = paths.flatMap((path) =>
    [beside, media].flatMap((folder) => (path.startsWith(folder) ? [path.slice(folder.length)] : [])),
  );
  return findNearestPath(body, names);
}
