import { describe, expect, it } from 'vitest';
import { renderContent, renderShortContent } from '../../src/compiler/5-render/render-content.ts';
import type { ResolvedBlock, ResolvedContent, ResolvedInline } from '../../src/compiler/content.ts';
import { CALLOUT_TONES } from '../../src/compiler/content.ts';
import { contentOf, HOSTILE, paragraph, text, textPlace } from './render-harness.ts';

const html = (...blocks: (string | ResolvedBlock)[]) => renderContent(contentOf(...blocks), textPlace());
const inline = (node: ResolvedInline) => html(paragraph(node));
const fact = (value: string, disputed?: string) => ({
  id: 'fee',
  label: 'Fee',
  value,
  checked: '2026-11-22',
  sources: [{ title: 'AAPC', url: 'https://www.aapc.com/' }],
  ...(disputed === undefined ? {} : { disputed }),
});

describe('blocks', () => {
  it('gives headings their anchors and keeps level 1 for the title', () => {
    expect(html({ kind: 'heading', level: 1, anchor: 'a', content: [text('A')] })).toBe('<h2 id="a">A</h2>');
    expect(html({ kind: 'heading', level: 4, anchor: 'b', content: [text('B')] })).toBe('<h4 id="b">B</h4>');
  });

  it('says the tone of a callout in words', () => {
    for (const tone of CALLOUT_TONES) {
      const one = html({ kind: 'callout', tone, title: [], blocks: [paragraph('x')] });
      expect(one).toContain(`callout-${tone}`);
      expect(one.toLowerCase()).toContain(`>${tone}</span>`);
    }
  });

  it('puts a table into a labeled region that the keyboard reaches', () => {
    const table: ResolvedBlock = {
      kind: 'table',
      align: [undefined, 'right'],
      rowHeaders: true,
      head: [{ content: [text('Code')] }, { content: [text('Fee')] }],
      rows: [[{ content: [text('E11')] }, { content: [text('7')] }]],
    };
    const place = textPlace();
    const both = renderContent(contentOf(table, table), place);
    expect(both).toContain('role="region" tabindex="0" aria-label="Table 1"');
    expect(both).toContain('aria-label="Table 2"');
    expect(both).toContain('<th scope="col">Code</th><th scope="col" class="align-right">Fee</th>');
    expect(both).toContain('<th scope="row">E11</th><td class="align-right">7</td>');
  });

  it('starts ordered lists where the author did and says which tasks are done', () => {
    expect(html({ kind: 'list', ordered: true, start: 3, items: [{ blocks: [paragraph('x')] }] })).toBe(
      '<ol start="3"><li>x</li></ol>',
    );
    const tasks = html({ kind: 'list', ordered: false, start: 1, items: [{ done: true, blocks: [paragraph('x')] }] });
    expect(tasks).toContain('Done:');
  });

  it('links notes there and back, once for each mention', () => {
    const reference: ResolvedInline = { kind: 'footnote-reference', note: 'a', number: 1 };
    const content: ResolvedContent = {
      blocks: [paragraph('x', reference, reference)],
      footnotes: [{ id: 'a', blocks: [paragraph('The note.')] }],
    };
    const out = renderContent(content, textPlace());
    expect(out).toContain('href="#cw-fn-a" id="cw-fn-a-ref-2" role="doc-noteref"');
    expect(out).toContain('<li id="cw-fn-a"><p>The note. <a href="#cw-fn-a-ref-1"');
    expect(out).toContain('href="#cw-fn-a-ref-2" class="note-back"');
  });

  it('puts what a figure shows below it, and has the picture point there', () => {
    const figure = (summary: readonly ResolvedInline[]): ResolvedBlock => ({
      kind: 'figure',
      file: 'a.svg',
      alt: 'Two claims',
      caption: [text('One stay')],
      description: { summary, blocks: [paragraph('The stay leads to two claims.')] },
    });
    const out = renderContent({ blocks: [figure([]), figure([text('The claims')])], footnotes: [] }, textPlace());
    expect(out).toBe(
      [
        '<figure><img src="a.svg" alt="Two claims" decoding="async" aria-details="cw-figure-1"><figcaption>One stay</figcaption></figure>',
        '<details class="more figure-description" id="cw-figure-1"><summary>What the figure shows</summary><div class="more-text"><p>The stay leads to two claims.</p></div></details>',
        '<figure><img src="a.svg" alt="Two claims" decoding="async" aria-details="cw-figure-2"><figcaption>One stay</figcaption></figure>',
        '<details class="more figure-description" id="cw-figure-2"><summary>The claims</summary><div class="more-text"><p>The stay leads to two claims.</p></div></details>',
      ].join('\n'),
    );
  });

  it('gives media their captions', () => {
    const media = (medium: 'video' | 'audio', file: string) =>
      html({ kind: 'media', medium, file, captions: 'c.vtt', language: 'en', title: 'Intro' });
    expect(media('video', 'i.mp4')).toContain(
      '<track kind="captions" src="c.vtt" srclang="en" label="Captions" default>',
    );
    expect(media('audio', 'i.mp3')).toContain('type="audio/mpeg"');
    expect(media('audio', 'i.mp3')).toContain('<a href="c.vtt"');
  });

  it('shows facts with numbered sources and doubts as doubts', () => {
    const out = html({
      kind: 'credential-table',
      credentials: [
        { id: 'cpc', name: 'Certified Professional Coder', abbreviation: 'CPC' },
        { id: 'ccs', name: 'Certified Coding Specialist', abbreviation: 'CCS' },
      ],
      rows: [
        { id: 'fee', label: 'Fee', cells: [fact('$425', 'Others say $399.'), undefined] },
        { id: 'time', label: 'Time', cells: [fact('4 hours'), fact('4 hours')] },
      ],
    });
    expect(out).toContain('<th scope="col"><abbr title="Certified Professional Coder">CPC</abbr></th>');
    expect(out).toContain('<span class="disputed-word">Disputed</span> Others say $399.');
    expect(out).toContain('No figure');
    expect(out.match(/<li id="cw-source-1-/g)).toHaveLength(1);
    expect(out).toContain('checked November 22, 2026');
  });

  it('shows counts with their sum, ranges without one, and a scaled score as not reproducible', () => {
    const base = {
      id: 'b',
      title: 'Exam',
      minutes: 240,
      'items-scored': 10,
      sources: [{ title: 'AAPC', url: 'https://www.aapc.com/', checked: '2026-11-22' }],
    };
    const counts = html({
      kind: 'blueprint-table',
      blueprint: {
        ...base,
        scenarios: 8,
        pass: { kind: 'percent', value: 70 },
        sections: [
          { id: 'a', title: 'A', count: 7, disputed: 'Not confirmed.' },
          { id: 'b', title: 'B', count: 3 },
        ],
        'open-book': ['ICD-10-CM'],
      },
    });
    expect(counts).toContain('<tfoot><tr><th scope="row">Total</th><td class="align-right">10</td></tr></tfoot>');
    expect(counts).toContain('4 hours');
    expect(counts).toContain('10 items, 8 scenarios<');
    expect(counts).toContain('70 percent of the items');
    expect(counts).toContain('Not confirmed.');
    expect(counts).toContain('<li>ICD-10-CM</li>');
    const ranges = html({
      kind: 'blueprint-table',
      blueprint: {
        ...base,
        scenarios: { inpatient: 3, outpatient: 2, emergency: 3 },
        pass: { kind: 'scaled', value: 300, scale: '100-400' },
        sections: [{ id: 'a', title: 'A', percent: { min: 39, max: 41 } }],
      },
    });
    expect(ranges).not.toContain('<tfoot>');
    expect(ranges).toContain('8 scenarios: 3 inpatient, 2 outpatient, 3 emergency');
    expect(ranges).toContain('39–41%');
    expect(ranges).toContain('300 on a scale of 100 to 400. No practice score can reproduce it.');
  });
});

describe('links', () => {
  const link = (to: Extract<ResolvedInline, { kind: 'link' }>['to']) =>
    inline({ kind: 'link', to, title: '', content: [text('here')] });

  it('mark activities for the player and still work without it', () => {
    expect(link({ kind: 'activity', activity: 'settings', anchor: 'pay' })).toContain(
      '<a href="settings.html#pay" data-cw-activity="settings" data-cw-anchor="pay">here</a>',
    );
  });

  it('open the web in a tab of its own, and only https', () => {
    const web = link({ kind: 'web', url: 'https://www.cms.gov/' });
    expect(web).toContain('target="_blank" rel="noopener noreferrer external"');
    expect(web).toContain('(opens in a new tab)');
    for (const url of ['http://cms.gov/', 'javascript:alert(1)', 'data:text/html,x', ' JavaScript:alert(1)']) {
      expect(link({ kind: 'web', url })).toBe('<p>here</p>');
    }
  });
});

describe('terms and codes', () => {
  it('opens a definition without script and collects the term for the page', () => {
    const place = textPlace();
    const node: ResolvedInline = { kind: 'term', label: 'POA', id: 'poa', definition: 'At admission.' };
    expect(renderContent(contentOf(paragraph(node)), place)).toContain(
      '<button type="button" class="term" popovertarget="cw-term-poa">POA</button>',
    );
    expect(place.scope.terms.get('poa')).toEqual({ id: 'poa', term: 'POA', definition: 'At admission.' });
  });

  it('keeps a second control out of a label', () => {
    const node: ResolvedInline = { kind: 'term', label: 'POA', id: 'poa', definition: 'x' };
    const place = { ...textPlace(), interactive: false };
    expect(renderShortContent(contentOf(paragraph(node)), place)).toBe('POA');
  });

  it('shows official titles and says when a code is not valid', () => {
    const code = (title: string | undefined, invalid: boolean) =>
      inline({ kind: 'medical-code', code: 'E11.9', system: 'icd-10-cm', title, invalid });
    expect(code('Type 2 diabetes', false)).toContain(
      '<code>E11.9</code> <span class="code-title">Type 2 diabetes</span>',
    );
    expect(code(undefined, true)).toContain('not a valid code');
    expect(code(undefined, false)).not.toContain('not a valid code');
  });
});

describe('hostile text', () => {
  const nodes: readonly ResolvedInline[] = [
    text(HOSTILE),
    { kind: 'strong', content: [text(HOSTILE)] },
    { kind: 'code-span', text: HOSTILE },
    { kind: 'link', to: { kind: 'web', url: `https://x/${HOSTILE}` }, title: HOSTILE, content: [text(HOSTILE)] },
    { kind: 'link', to: { kind: 'file', file: HOSTILE }, title: HOSTILE, content: [] },
    { kind: 'link', to: { kind: 'activity', activity: HOSTILE, anchor: HOSTILE }, title: '', content: [] },
    { kind: 'link', to: { kind: 'anchor', anchor: HOSTILE }, title: '', content: [] },
    { kind: 'image', file: HOSTILE, alt: HOSTILE, title: HOSTILE },
    { kind: 'term', label: HOSTILE, id: HOSTILE, definition: HOSTILE },
    { kind: 'medical-code', code: HOSTILE, system: HOSTILE, title: HOSTILE, invalid: false },
    { kind: 'footnote-reference', note: HOSTILE, number: 1 },
  ];
  const blocks: readonly ResolvedBlock[] = [
    ...nodes.map((node) => paragraph(node)),
    { kind: 'heading', level: 2, anchor: HOSTILE, content: [text(HOSTILE)] },
    { kind: 'code-block', language: HOSTILE, text: HOSTILE },
    {
      kind: 'figure',
      file: HOSTILE,
      alt: HOSTILE,
      caption: [text(HOSTILE)],
      description: { summary: [text(HOSTILE)], blocks: [paragraph(HOSTILE)] },
    },
    { kind: 'media', medium: 'audio', file: HOSTILE, captions: HOSTILE, language: HOSTILE, title: HOSTILE },
    { kind: 'details', summary: [text(HOSTILE)], blocks: [paragraph(HOSTILE)] },
    {
      kind: 'credential-table',
      credentials: [{ id: HOSTILE, name: HOSTILE, abbreviation: HOSTILE }],
      rows: [
        {
          id: HOSTILE,
          label: HOSTILE,
          cells: [{ ...fact(HOSTILE, HOSTILE), sources: [{ title: HOSTILE, url: `https://${HOSTILE}` }] }],
        },
      ],
    },
    {
      kind: 'blueprint-table',
      blueprint: {
        id: HOSTILE,
        title: HOSTILE,
        minutes: 1,
        'items-scored': 1,
        pass: { kind: 'scaled', value: 1, scale: HOSTILE },
        sections: [{ id: HOSTILE, title: HOSTILE, count: 1, disputed: HOSTILE }],
        'open-book': [HOSTILE],
        effective: HOSTILE,
        disputed: HOSTILE,
        notes: HOSTILE,
        sources: [{ title: HOSTILE, url: 'https://x/', checked: HOSTILE }],
      },
    },
  ];

  it.each(blocks.map((block) => [block.kind, block] as const))('stays text in %s', (_kind, block) => {
    const out = renderContent({ blocks: [block], footnotes: [{ id: HOSTILE, blocks: [] }] }, textPlace());
    expect(out).not.toMatch(/<script|<img src=x|data-cw="main"/);
    // Outside of quoted attributes no handler may be left.
    expect(out.replace(/="[^"]*"/g, '').replace(/&[^;]+;/g, '')).not.toMatch(/<[^>]*onerror/);
  });
});
