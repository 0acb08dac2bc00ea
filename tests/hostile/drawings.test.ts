/**
 * Drawings that hide a program from a hasty look: each runs where a browser opens it, as it does behind a link, and each is
 * refused before it gets there.
 */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scanSvg } from '../../src/compiler/3-validate/check-svg.ts';
import { startBrowser } from '../lms/browser.ts';
import { startServer, type TestServer } from '../lms/serve.ts';

const SVG = 'xmlns="http://www.w3.org/2000/svg"';
const RUN = 'window.__pwned=1';
const TEXTS: Readonly<Record<string, string>> = {
  'a script': `<svg ${SVG}><script>${RUN}</script></svg>`,
  'a comment that begins in a CDATA section': `<svg ${SVG}><style><![CDATA[<!--]]></style><script>${RUN}</script><!-- --></svg>`,
  'a comment that begins in an instruction': `<svg ${SVG}><?x <!-- ?><script>${RUN}</script><!-- --></svg>`,
  'a comment without text': `<svg ${SVG}><!----><script>${RUN}</script><!-- --></svg>`,
  'quotation marks written as references': `<svg ${SVG} id="&#34;>" class='"' onload="${RUN}"/>`,
  'the end of a tag in a value': `<svg ${SVG} id=">" onload="${RUN}"/>`,
  'a prefix of other letters': `<\u00e9:svg xmlns:\u00e9="http://www.w3.org/2000/svg"><\u00e9:script>${RUN}</\u00e9:script></\u00e9:svg>`,
  'a tag that begins with a line': `<_:svg xmlns:_="http://www.w3.org/2000/svg" onload="${RUN}"/>`,
  'an attribute that the DOCTYPE gives': `<!DOCTYPE svg [<!-- --><!ATTLIST svg onload CDATA "${RUN}">]><svg ${SVG}/>`,
  'a picture of HTML': `<svg ${SVG}><x xmlns="http://www.w3.org/1999/xhtml"><img src="data:," onerror="${RUN}"/></x></svg>`,
  'an animated link': `<svg ${SVG}><a><animate attributeName="href" values="#;javascript:${RUN}" dur="0.01s" fill="freeze"/><rect width="500" height="500"/></a></svg>`,
  'a style sheet that makes a page': `<?xml-stylesheet type="text/xsl" href="data:text/xml,${encodeURIComponent(
    `<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"><xsl:template match="/"><html xmlns="http://www.w3.org/1999/xhtml"><body><script>${RUN}</script></body></html></xsl:template></xsl:stylesheet>`,
  )}"?><svg ${SVG}/>`,
};
const DRAWINGS: ReadonlyMap<string, Uint8Array> = new Map<string, Uint8Array>([
  ...Object.entries(TEXTS).map(([name, text]) => [name, new TextEncoder().encode(text)] as const),
  ['UTF-16', new Uint8Array(Buffer.from(`\ufeff<svg ${SVG}><script>${RUN}</script></svg>`, 'utf16le'))],
]);

let server: TestServer;
let browser: Browser;

beforeAll(async () => {
  server = await startServer();
  server.put('drawings', new Map([...DRAWINGS.values()].map((bytes, index) => [`${index}.svg`, bytes])));
  browser = await startBrowser();
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

describe('a drawing with', () => {
  it.each([...DRAWINGS].map(([name, bytes], index) => ({ name, bytes, index })))(
    '$name runs in a browser, and is refused',
    async ({ bytes, index }) => {
      expect(scanSvg(bytes).map(({ kind }) => kind)).toContain('active');
      const page = await browser.newPage();
      await page.goto(`${server.origin}/drawings/${index}.svg`);
      // An animation may begin after the first click.
      const isHit = async (): Promise<boolean> => {
        await page.mouse.click(100, 100);
        return page.evaluate(() => '__pwned' in globalThis);
      };
      await expect.poll(isHit, { timeout: 30_000 }).toBe(true);
      await page.close();
    },
  );
});
