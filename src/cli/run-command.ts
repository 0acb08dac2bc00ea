/** The command line: names, options and help. Each command lives in its own file and is loaded when it runs. */
import { Command, CommanderError } from 'commander';
import { internalError } from '../diagnostics/catalog/command.ts';
import { Report } from '../diagnostics/report.ts';
import { SourcePlaces } from '../diagnostics/source-places.ts';
import { toolVersion } from '../tool-version.ts';
import { CODES_WORDS } from './codes-words.ts';
import type { CodesAddOptions } from './commands/codes-add.ts';
import type { CodesImpactOptions } from './commands/codes-impact.ts';
import type { CodesFindOptions } from './commands/codes-find.ts';
import type { CodesLockOptions } from './commands/codes-lock.ts';
import type { CodesShowOptions } from './commands/codes-show.ts';
import type { CoverageOptions } from './commands/coverage.ts';
import type { DevOptions } from './commands/dev.ts';
import type { InitOptions } from './new-workspace/read-answers.ts';
import { type RawOptions, readPrinter, UsageError } from './options.ts';
import { WORDS } from './words.ts';

const { commands, options } = WORDS;

const EXIT_USAGE = 2;
const EXIT_BUG = 70;

/** Runs a command line. @returns the exit code: 0 fine, 1 problems, 2 wrong usage, 70 our bug */
export async function runCommand(args: readonly string[]): Promise<number> {
  let exitCode = 0;
  const program = defineProgram((code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync([...args], { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : EXIT_USAGE;
    if (error instanceof UsageError) {
      process.stderr.write(`${error.message}\n`);
      return EXIT_USAGE;
    }
    await reportBug(error);
    return EXIT_BUG;
  }
}

async function reportBug(error: unknown): Promise<void> {
  const report = new Report();
  report.add(internalError, undefined, { what: error instanceof Error ? error.message : String(error) });
  const printer = await readPrinter({}, undefined);
  printer.problems(report.sorted(), SourcePlaces.none);
  if (process.env.COURSEWRIGHT_DEBUG && error instanceof Error) process.stderr.write(`${error.stack ?? ''}\n`);
}

/** Takes the exit code of the command that ran. */
type Exit = (code: number) => void;

/** The order here is the order in the help. */
function defineProgram(exit: Exit): Command {
  const program = new Command('coursewright');
  program
    .description(WORDS.program)
    .version(toolVersion(), '-V, --version')
    .addHelpText('before', WORDS.examples)
    .showSuggestionAfterError(true)
    .exitOverride();
  addAuthoring(program, exit);
  addBuilding(program, exit);
  addPackages(program, exit);
  addCodes(program, exit);
  addAsking(program, exit);
  return program;
}

/** The options of every command that reads courses. */
function withCommon(command: Command): Command {
  return command
    .exitOverride()
    .option('--workspace <folder>', options.workspace)
    .option('--format <name>', options.format, 'text')
    .option('--strict', options.strict)
    .option('--as-of <date>', options.asOf)
    .option('--no-color', options.color);
}

/** Commands of somebody who writes a course. */
function addAuthoring(program: Command, exit: Exit): void {
  program
    .command('init [folder]')
    .exitOverride()
    .description(commands.init)
    .option('--starter <name>', options.starter)
    .option('--title <text>', options.title)
    .option('--course <id>', options.course)
    .option('--organization <name>', options.organization)
    .option('-y, --yes', options.yes)
    .option('--format <name>', options.format, 'text')
    .option('--no-color', options.color)
    .action(async (folder: string | undefined, raw: RawOptions & InitOptions) => {
      const { runInit } = await import('./commands/init.ts');
      exit(await runInit(folder, raw));
    });
  withCommon(program.command('dev [course]').description(commands.dev))
    .option('--port <number>', options.port)
    .option('--open', options.open)
    .action(async (course: string | undefined, raw: RawOptions & DevOptions) => {
      const { runDev } = await import('./commands/dev.ts');
      exit(await runDev(course, raw));
    });
}

/** Commands that go through all courses. */
function addBuilding(program: Command, exit: Exit): void {
  withCommon(program.command('build [courses...]').description(commands.build))
    .option('--out <folder>', options.out, 'dist')
    .option('--target <name>', options.target)
    .option('--cache-dir <folder>', options.cacheDir)
    .option('--no-cache', options.cache)
    .action(async (courses: string[], raw: RawOptions) => {
      const { runBuild } = await import('./commands/build.ts');
      exit(await runBuild(courses, raw));
    });
  withCommon(program.command('check [courses...]').description(commands.check)).action(
    async (courses: string[], raw: RawOptions) => {
      const { runCheck } = await import('./commands/check.ts');
      exit(await runCheck(courses, raw));
    },
  );
}

/** Commands about finished packages. */
function addPackages(program: Command, exit: Exit): void {
  program
    .command('verify <files...>')
    .exitOverride()
    .description(commands.verify)
    .option('--format <name>', options.format, 'text')
    .option('--strict', options.strict)
    .option('--no-color', options.color)
    .action(async (files: string[], raw: RawOptions) => {
      const { runVerify } = await import('./commands/verify.ts');
      exit(await runVerify(files, raw));
    });
  program
    .command('diff')
    .argument('<packages-or-course...>', WORDS.diffArguments)
    .exitOverride()
    .description(commands.diff)
    .option('--workspace <folder>', options.workspace)
    .option('--out <folder>', options.diffOut, 'dist')
    .option('--format <name>', options.diffFormat, 'text')
    .option('--fail-on <verdict>', options.failOn)
    .option('--as-of <date>', options.asOf)
    .option('--no-color', options.color)
    .action(async (names: string[], raw: RawOptions & { readonly failOn?: string }) => {
      const { runDiff } = await import('./commands/diff.ts');
      exit(await runDiff(names, raw));
    });
}

/** Commands about code-set editions. */
function addCodes(program: Command, exit: Exit): void {
  const codes = program.command('codes').exitOverride().description(CODES_WORDS.group);
  const named = (name: string, description: string, formats: string = CODES_WORDS.options.format) =>
    codes
      .command(name)
      .exitOverride()
      .description(description)
      .option('--workspace <folder>', options.workspace)
      .option('--format <name>', formats, 'text')
      .option('--no-color', options.color);
  named('add <files...>', CODES_WORDS.commands.add)
    .option('--edition <name>', CODES_WORDS.options.edition)
    .option('--from <date>', CODES_WORDS.options.from)
    .option('--until <date>', CODES_WORDS.options.until)
    .option('--strict', options.strict)
    .addHelpText('after', CODES_WORDS.addFiles)
    .action(async (files: string[], raw: CodesAddOptions) => {
      const { runCodesAdd } = await import('./commands/codes-add.ts');
      exit(await runCodesAdd(files, raw));
    });
  named('find <words...>', CODES_WORDS.commands.find)
    .option('--edition <name>', CODES_WORDS.options.edition)
    .option('--limit <count>', CODES_WORDS.options.limit, '40')
    .option('--as-of <date>', options.asOf)
    .action(async (words: string[], raw: CodesFindOptions) => {
      const { runCodesFind } = await import('./commands/codes-find.ts');
      exit(await runCodesFind(words, raw));
    });
  named('impact [courses...]', CODES_WORDS.commands.impact, CODES_WORDS.options.impactFormat)
    .requiredOption('--from <edition...>', CODES_WORDS.options.impactFrom)
    .requiredOption('--to <edition...>', CODES_WORDS.options.impactTo)
    .option('--out <file>', CODES_WORDS.options.out)
    .addHelpText('after', CODES_WORDS.impactHelp)
    .action(async (courses: string[], raw: CodesImpactOptions) => {
      const { runCodesImpact } = await import('./commands/codes-impact.ts');
      exit(await runCodesImpact(courses, raw));
    });
  named('lock [courses...]', CODES_WORDS.commands.lock)
    .option('--check', CODES_WORDS.options.check)
    .action(async (courses: string[], raw: CodesLockOptions) => {
      const { runCodesLock } = await import('./commands/codes-lock.ts');
      exit(await runCodesLock(courses, raw));
    });
  named('show <codes...>', CODES_WORDS.commands.show)
    .option('--edition <name>', CODES_WORDS.options.edition)
    .option('--as-of <date>', options.asOf)
    .action(async (names: string[], raw: CodesShowOptions) => {
      const { runCodesShow } = await import('./commands/codes-show.ts');
      exit(await runCodesShow(names, raw));
    });
}

/** Commands that tell and help. */
function addAsking(program: Command, exit: Exit): void {
  program
    .command('explain [code]')
    .exitOverride()
    .description(commands.explain)
    .action(async (code: string | undefined) => {
      const { runExplain } = await import('./commands/explain.ts');
      exit(await runExplain(code));
    });
  withCommon(program.command('list').description(commands.list)).action(async (raw: RawOptions) => {
    const { runList } = await import('./commands/list.ts');
    exit(await runList(raw));
  });
  program
    .command('coverage [courses...]')
    .exitOverride()
    .description(commands.coverage)
    .option('--write', options.coverageWrite)
    .option('--check', options.coverageCheck)
    .option('--workspace <folder>', options.workspace)
    .option('--format <name>', options.coverageFormat, 'text')
    .option('--no-color', options.color)
    .action(async (courses: string[], raw: CoverageOptions) => {
      const { runCoverage } = await import('./commands/coverage.ts');
      exit(await runCoverage(courses, raw));
    });
  withCommon(program.command('doctor').description(commands.doctor))
    .option('--out <folder>', options.out, 'dist')
    .action(async (raw: RawOptions) => {
      const { runDoctor } = await import('./commands/doctor.ts');
      exit(await runDoctor(raw));
    });
  program
    .command('schemas')
    .exitOverride()
    .description(commands.schemas)
    .option('--workspace <folder>', options.workspace)
    .action(async (raw: RawOptions) => {
      const { runSchemas } = await import('./commands/schemas.ts');
      exit(await runSchemas(raw));
    });
}
