/** Faults of the disk in plain words. Anything that is not one is a bug of ours and goes on. */

const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'your share of the disk is used up',
  EACCES: 'you may not write there',
  EPERM: 'you may not write there, or another program holds it',
  EROFS: 'the disk is read-only',
  EBUSY: 'another program holds it',
  ENOENT: 'no folder can be made there',
  ENOTDIR: 'a file stands where a folder is needed',
  EEXIST: 'something of that name appeared there meanwhile',
  ENOTEMPTY: 'something of that name appeared there meanwhile',
  ENAMETOOLONG: 'the path is too long',
  ELOOP: 'a link there leads in a circle',
};

/** @throws the error itself where the system did not give it a code */
export function toDiskReason(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
  if (code === undefined || code.startsWith('ERR_')) throw error;
  return REASONS[code] ?? `the system says ${code}`;
}
