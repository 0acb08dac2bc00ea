/** Runs one floor in a process of its own: `run-floor.ts <file> <workspace> <packages>`. Prints CPU seconds of the work alone. */
import { FLOORS } from './floors.ts';

const [name = '', workspace = '', packages = ''] = process.argv.slice(2);
const floor = FLOORS[name];
if (floor === undefined) throw new Error(`there is no floor ${name}`);
const work = await floor.prepare({ workspace, packages });
const before = process.cpuUsage();
await work();
const { user, system } = process.cpuUsage(before);
process.stdout.write(String((user + system) / 1e6));
