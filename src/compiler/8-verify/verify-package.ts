/**
 * The bytes of a finished package -> whether an LMS can be trusted with it. Opens it again from its bytes alone, as an LMS would.
 * Must not know any LMS format: the target brings the rules.
 */
import type { Reporter } from '../../diagnostics/report.ts';
import type { Target, VerifiedZip } from '../../targets/target.ts';

/**
 * Reports every rule that the package breaks; an error means that it must not be handed out.
 * @param name how to call the package in messages
 */
export function verifyPackage(name: string, zip: Uint8Array, target: Target, report: Reporter): Promise<VerifiedZip> {
  return target.verify(name, zip, report);
}
