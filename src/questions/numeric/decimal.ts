/** Exact arithmetic with decimal numbers as people write them, because 0.1 + 0.2 must be 0.3. Pure. */

/** `digits` times 10 to the power of minus `scale`. */
export interface Decimal {
  readonly digits: bigint;
  readonly scale: number;
}

const PLAIN = /^(-?)(\d+)(?:\.(\d+))?$/;

/** @param text an optional minus, digits, and a point with digits after it where there are any */
export function parseDecimal(text: string): Decimal | undefined {
  const [, sign, whole, fraction = ''] = PLAIN.exec(text) ?? [];
  if (whole === undefined) return undefined;
  return { digits: BigInt(`${sign}${whole}${fraction}`), scale: fraction.length };
}

/** The shortest text of a number: no zero too many, no minus before zero. */
export function writeDecimal({ digits, scale }: Decimal): string {
  const sign = digits < 0n ? '-' : '';
  const all = String(digits < 0n ? -digits : digits).padStart(scale + 1, '0');
  const whole = all.slice(0, all.length - scale);
  const fraction = all.slice(all.length - scale).replace(/0+$/, '');
  return `${sign}${whole}${fraction === '' ? '' : `.${fraction}`}`;
}

export function multiply(a: Decimal, b: Decimal): Decimal {
  return { digits: a.digits * b.digits, scale: a.scale + b.scale };
}

function digitsAt({ digits, scale }: Decimal, wanted: number): bigint {
  return digits * 10n ** BigInt(wanted - scale);
}

/** The distance between two numbers. */
export function distance(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale);
  return magnitude({ digits: digitsAt(a, scale) - digitsAt(b, scale), scale });
}

export function magnitude({ digits, scale }: Decimal): Decimal {
  return { digits: digits < 0n ? -digits : digits, scale };
}

export function isAtMost(a: Decimal, b: Decimal): boolean {
  const scale = Math.max(a.scale, b.scale);
  return digitsAt(a, scale) <= digitsAt(b, scale);
}

/** The same sign and digits, wherever the point stands: 125, 1.25 and 0.0125. */
export function haveSameDigits(a: Decimal, b: Decimal): boolean {
  const bare = ({ digits }: Decimal): string => String(digits).replace(/0+$/, '');
  return a.digits !== 0n && bare(a) === bare(b);
}
