/**
 * Puts the preview together: a builder, a loop that builds again, a server. Must not print, read a clock or end the process.
 */
import { resolve } from 'node:path';
import { drawCodeFrame } from '../diagnostics/code-frame.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { SourcePlaces } from '../diagnostics/source-places.ts';
import { targetNames } from '../targets/targets.ts';
import { readPreviewFile, templatesFolder } from '../tool-files.ts';
import { createPreviewBuilder, type PreviewBuildOptions } from './preview-build.ts';
import { startPreviewServer } from './preview-server.ts';
import { COURSES_PATH, type PreviewProblem, type PreviewState } from './preview-state.ts';
import { type RebuildLoop, type RebuildStep, startRebuildLoop } from './rebuild-loop.ts';

export interface PreviewOptions extends PreviewBuildOptions {
  /** 0 for a free one. */
  readonly port: number;
  /** Told of each step with what is known then. */
  readonly onStep?: (step: RebuildStep, diagnostics: readonly Diagnostic[], places: SourcePlaces) => void;
}

export interface Preview {
  readonly origin: string;
  close(): Promise<void>;
}

function toProblem(diagnostic: Diagnostic, places: SourcePlaces): PreviewProblem {
  const { severity, code, message, hint = '', span } = diagnostic;
  const location = span === undefined ? undefined : places.locate(span);
  const lines = location === undefined ? undefined : places.linesOf(location.file);
  const frame = location === undefined || lines === undefined ? [] : drawCodeFrame(lines, location);
  return { severity, code, message, hint, place: places.describe(diagnostic), frame };
}

/** The page speaks for the first LMS format of the table; its script is that format's. */
function readPage(): ReadonlyMap<string, { readonly name: string; readonly bytes: Uint8Array }> {
  const file = (name: string, from = name) => ({ name, bytes: readPreviewFile(from) });
  return new Map([
    ['/', file('preview.html')],
    ['/preview.css', file('preview.css')],
    ['/preview.js', file('preview.js', `${targetNames[0]}.js`)],
  ]);
}

/** Rejects with the system's error when the port cannot be used; nothing of the courses makes it fail. */
export async function startPreview(options: PreviewOptions): Promise<Preview> {
  const builder = createPreviewBuilder(options);
  let builds = 0;
  let building = true;
  let loop: RebuildLoop | undefined;
  const allDiagnostics = (): readonly Diagnostic[] => [...builder.diagnostics(), ...(loop?.diagnostics() ?? [])];
  const state = (): PreviewState => ({
    builds,
    building,
    packages: builder.packages().map(({ name, title, version, launch, build, stale }) => {
      const address = `${COURSES_PATH.slice(1)}${encodeURIComponent(name)}/${launch}`;
      return { name, title, version, address, build, stale };
    }),
    problems: allDiagnostics().map((diagnostic) => toProblem(diagnostic, builder.places())),
  });
  const server = await startPreviewServer(
    {
      page: readPage(),
      courseFile: (name, file) =>
        builder
          .packages()
          .find((played) => played.name === name)
          ?.files.get(file),
      state,
    },
    options.port,
  );
  loop = await startRebuildLoop(builder, [resolve(options.workspace), templatesFolder()], (step) => {
    building = step === 'building';
    if (step === 'built') builds++;
    server.announce();
    options.onStep?.(step, allDiagnostics(), builder.places());
  });
  return {
    origin: server.origin,
    async close() {
      await loop?.close();
      await server.close();
    },
  };
}
