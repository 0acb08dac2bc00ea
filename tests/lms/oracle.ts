/** A course before scorm-again's LMS API, which somebody else wrote after the standard; it tells what it refused and what it holds. */
import type { Browser } from 'playwright-core';
import type { OpenCourse } from './exam-driver.ts';
import type { TestServer } from './serve.ts';

export interface Oracle extends OpenCourse {
  /** Opens a package; what the LMS held before is there again. */
  launch(packageName: string, hash?: string): Promise<void>;
  /** The frame goes away. */
  close(): Promise<void>;
  /** The data model as nested objects, without `cmi`. */
  held(): Promise<Readonly<Record<string, unknown>>>;
  /** Calls that were not answered with "true", with their error codes. */
  refused(): Promise<readonly string[]>;
  dispose(): Promise<void>;
}

type Api = Record<string, (...values: unknown[]) => unknown>;

interface OracleWindow {
  readonly Scorm12API: new (settings: object) => Api;
  API?: Api & { renderCMIToJSONObject(): { readonly cmi: Record<string, unknown> } };
  refused?: string[];
}

export async function openOracle(browser: Browser, server: TestServer): Promise<Oracle> {
  const context = await browser.newContext({ locale: 'en-US' });
  const page = await context.newPage();
  await page.goto(`${server.origin}/oracle`);
  const frame = page.frameLocator('iframe');
  return {
    page,
    frame,
    hook: (name) => frame.locator(`[data-cw="${name}"]`).first(),
    launch: (packageName, hash = '') =>
      page.evaluate((url) => {
        const oracle = window as unknown as OracleWindow;
        const before = oracle.API?.renderCMIToJSONObject().cmi;
        const api = new oracle.Scorm12API({ autocommit: false, logLevel: 5 });
        if (before !== undefined) api.loadFromJSON?.(before);
        const refused = oracle.refused ?? [];
        oracle.refused = refused;
        for (const name of ['LMSInitialize', 'LMSSetValue', 'LMSCommit', 'LMSFinish']) {
          const original = api[name]?.bind(api);
          api[name] = (...values) => {
            const answer = original?.(...values);
            if (String(answer) !== 'true') refused.push(`${name}(${values.join()}) ${String(api.LMSGetLastError?.())}`);
            return answer;
          };
        }
        Object.assign(oracle, { API: api });
        const frame = document.createElement('iframe');
        frame.name = 'course';
        frame.style.cssText = 'width:100%;height:500px';
        frame.src = url;
        document.body.append(frame);
      }, `${server.origin}/${packageName}/index.html${hash}`),
    close: () => page.locator('iframe').evaluate((element) => element.remove()),
    held: () => page.evaluate(() => (window as unknown as OracleWindow).API?.renderCMIToJSONObject().cmi ?? {}),
    refused: () => page.evaluate(() => (window as unknown as OracleWindow).refused ?? []),
    dispose: () => context.close(),
  };
}
