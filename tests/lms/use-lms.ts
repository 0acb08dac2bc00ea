/** What a file of browser tests stands on: a server, a browser, and for each test an LMS whose course must not complain. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import type { Profile } from '../../src/targets/scorm12/fake-lms/fake-lms.ts';
import { startBrowser } from './browser.ts';
import { buildFixture, buildFolder } from './build-fixture.ts';
import { type CourseDriver, openLms } from './course-driver.ts';
import { startServer, type TestServer } from './serve.ts';

export interface LmsForTests {
  server(): TestServer;
  browser(): Browser;
  /** A new learner before an LMS; put away after the test. */
  open(profile?: Profile): Promise<CourseDriver>;
  /** Builds a workspace of this project, named from its root, and serves its packages under their names. */
  serveFixture(workspace: string): Promise<ReadonlyMap<string, ReadonlyMap<string, Uint8Array>>>;
  /** Builds the workspace that `write` puts into a folder, and serves its packages under their names. */
  serve(write: (folder: string) => void): Promise<void>;
}

/** Called once at the top of a file, before its own hooks. */
export function useLms(): LmsForTests {
  let server: TestServer | undefined;
  let browser: Browser | undefined;
  let drivers: CourseDriver[] = [];
  const there = <T>(thing: T | undefined): T => {
    if (thing === undefined) throw new Error('only within a test or a hook');
    return thing;
  };

  beforeAll(async () => {
    server = await startServer();
    browser = await startBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });
  afterEach(async () => {
    server?.setDown(false);
    const open = drivers;
    drivers = [];
    for (const driver of open) await driver.dispose();
    expect(open.flatMap(({ complaints }) => complaints)).toEqual([]);
  });

  return {
    server: () => there(server),
    browser: () => there(browser),
    async open(profile = 'strict') {
      const driver = await openLms(there(browser), there(server), profile);
      drivers.push(driver);
      return driver;
    },
    async serveFixture(workspace) {
      const packages = await buildFixture(workspace);
      for (const [name, files] of packages) there(server).put(name, files);
      return packages;
    },
    async serve(write) {
      const folder = mkdtempSync(join(tmpdir(), 'coursewright-workspace-'));
      try {
        write(folder);
        for (const [name, files] of await buildFolder(folder)) there(server).put(name, files);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  };
}
