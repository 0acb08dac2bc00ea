/** Turns a workspace's colors into custom properties behind the built-in style sheet, and proves that they can be read. */
import { themeContrast } from '../../diagnostics/catalog/templates.ts';
import type { Reporter } from '../../diagnostics/report.ts';
import type { ThemeModel } from '../hand-over.ts';

/** The least contrast of text (WCAG 2.2, 1.4.3). */
const NEEDED_CONTRAST = 4.5;

/** Backgrounds on which links stand: page, panels, callouts, feedback. As in templates/theme/; a test keeps the two in step. */
export const LIGHT_BACKGROUNDS: readonly string[] = [
  '#ffffff',
  '#f4f6f9',
  '#eaf6ee',
  '#fcefee',
  '#fdf4e1',
  '#f5f0fb',
  '#e9f5f6',
  '#edf3fb',
];
export const DARK_BACKGROUNDS: readonly string[] = [
  '#12171e',
  '#1a212b',
  '#14261c',
  '#2e1a1c',
  '#2a2214',
  '#231c30',
  '#12272b',
  '#172436',
];

/** Contrast of two colors written `#rrggbb`, from 1 to 21 (WCAG 2.2, "contrast ratio"). */
export function contrastRatio(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(color: string): number {
  const channel = (at: number) => {
    const value = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

/** Strings and addresses, which stay as they are, or comments. */
const VERBATIM_OR_COMMENT = /("(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*'|url\([^)"']*\))|\/\*[\s\S]*?\*\//g;

/** Without comments, empty lines and indentation: about a sixth less for a browser to load. A line break inside a string stays. */
export function compactStyle(css: string): string {
  return css
    .replace(VERBATIM_OR_COMMENT, (_, verbatim: string | undefined) => verbatim ?? '')
    .replace(/(?<!\\)\n\s*/g, '\n')
    .trimStart();
}

/** The style sheet of a package. */
export function themeStyle(base: string, theme: ThemeModel, workspaceFile: string, report: Reporter): string {
  const rules: string[] = [];
  if (theme.accent !== undefined) {
    checkContrast('colors.accent', theme.accent, 'light', LIGHT_BACKGROUNDS, workspaceFile, report);
    rules.push(`:root{--cw-accent:${theme.accent}}`);
  }
  if (theme.accentDark !== undefined) {
    checkContrast('colors.accent-dark', theme.accentDark, 'dark', DARK_BACKGROUNDS, workspaceFile, report);
    rules.push(`@media screen and (prefers-color-scheme:dark){:root{--cw-accent:${theme.accentDark}}}`);
  } else if (theme.accent !== undefined) {
    rules.push('@media screen and (prefers-color-scheme:dark){:root{--cw-accent:var(--cw-accent-dark)}}');
  }
  const style = compactStyle(base);
  return rules.length === 0 ? style : `${style}\n@layer workspace{${rules.join('')}}\n`;
}

function checkContrast(
  field: string,
  color: string,
  scheme: 'light' | 'dark',
  backgrounds: readonly string[],
  file: string,
  report: Reporter,
): void {
  const worst = backgrounds
    .map((against) => ({ against, ratio: contrastRatio(color, against) }))
    .reduce((a, b) => (b.ratio < a.ratio ? b : a));
  if (worst.ratio >= NEEDED_CONTRAST) return;
  // Cut, not rounded: 4.496 must not read as 4.50.
  const ratio = (Math.floor(worst.ratio * 100) / 100).toFixed(2);
  report.add(
    themeContrast,
    { file },
    { field, color, ratio, needed: String(NEEDED_CONTRAST), against: worst.against, scheme },
  );
}
