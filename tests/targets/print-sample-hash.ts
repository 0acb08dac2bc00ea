/** Run as a process of its own by zip.test.ts: writes the sample package under the given umask and prints its hash. */
import { sampleFiles, samplePackage } from './sample-package.ts';

process.umask(Number.parseInt(process.env.SAMPLE_UMASK ?? '22', 8));
const files = process.env.SAMPLE_REVERSED === '1' ? [...sampleFiles].reverse() : sampleFiles;
samplePackage({}, files).then((written) => process.stdout.write(written.sha256));
