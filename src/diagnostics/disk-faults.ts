/** Faults of the disk in plain words, for whoever reads or writes. Anything that is no fault of the disk is a bug of ours and goes on. */

/** Words for the system's codes. */
type Words = Readonly<Record<string, string>>;

const REASONS: Words = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a file stands where a folder is needed',
  ENOSPC: 'the disk is full',
  EDQUOT: 'your share of the disk is used up',
  EROFS: 'the disk is read-only',
  EBUSY: 'another program holds it',
  ENAMETOOLONG: 'the path is too long',
  ELOOP: 'a link there leads in a circle',
  ERR_FS_FILE_TOO_LARGE: 'it is larger than 2 GB',
};

const READING: Words = { EACCES: 'you may not read it', EPERM: 'you may not read it' };
const WRITING: Words = {
  EACCES: 'you may not write there',
  EPERM: 'you may not write there, or another program holds it',
};

/** The system's short code, such as `ENOENT`; undefined for an error that the system did not give one. */
export function faultCodeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined;
}

/**
 * Why something could not be read. The system's own sentences are not shown: they name absolute paths.
 * @param own words for codes that mean more where the caller stands
 * @throws the error itself where it is no fault of the disk
 */
export function toReadReason(error: unknown, own: Words = {}): string {
  return toReason(error, { ...REASONS, ...READING, ...own });
}

/** Why something could not be written; as `toReadReason`. */
export function toWriteReason(error: unknown, own: Words = {}): string {
  return toReason(error, { ...REASONS, ...WRITING, ...own });
}

/** Lets a fault of the disk pass, where the caller has a better answer than to report it. @throws anything else */
export function assertDiskFault(error: unknown): void {
  toReason(error, REASONS);
}

function toReason(error: unknown, words: Words): string {
  const code = faultCodeOf(error);
  const reason = code === undefined ? undefined : words[code];
  if (reason !== undefined) return reason;
  // Codes of Node.js itself, such as ERR_INVALID_ARG_TYPE, speak of a wrong call.
  if (code === undefined || code.startsWith('ERR_')) throw error;
  return `the system says ${code}`;
}
