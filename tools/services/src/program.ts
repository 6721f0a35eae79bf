import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';

/** A server program, where it may be, and how people get it. */
export interface Program {
  readonly name: string;
  /** Folders beside the path; one `*` stands for any version, the highest first. */
  readonly folders: readonly string[];
  /** Package of Debian and Ubuntu that has it. */
  readonly debian: string;
  /** Formula of Homebrew that has it. */
  readonly brew: string;
  /** Setting with which a running server is used instead. */
  readonly setting: string;
}

/** A server that the tests need is not on this machine and cannot be installed; the text says what to do. */
export class ProgramMissing extends Error {
  constructor({ name, debian, brew, setting }: Program, why: string) {
    super(
      `The tests need ${name}, and it is not on this machine (${why}).\n` +
        `  Debian, Ubuntu: sudo apt-get install ${debian}\n` +
        `  macOS:          brew install ${brew}\n` +
        `  or name a server that runs: ${setting}=…`,
    );
    this.name = 'ProgramMissing';
  }
}

/** Finds a program, or installs the distribution's package. @throws ProgramMissing */
export function find(program: Program): string {
  const there = look(program);
  if (there !== undefined) return there;
  install(program);
  const installed = look(program);
  if (installed === undefined) throw new ProgramMissing(program, `package ${program.debian} does not bring it`);
  return installed;
}

function look({ name, folders }: Program): string | undefined {
  const path = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return [...path, ...folders.flatMap(expand)].map((folder) => join(folder, name)).find((file) => existsSync(file));
}

/** `/usr/lib/postgresql/*` + `/bin` → the folders there are, highest version first. */
function expand(folder: string): string[] {
  const [before, after] = folder.split('*');
  if (before === undefined || after === undefined) return [folder];
  const parent = dirname(`${before}x`);
  if (!existsSync(parent)) return [];
  const start = before.slice(parent.length + 1);
  const names = readdirSync(parent).filter((name) => name.startsWith(start));
  return names
    .sort((a, b) => b.localeCompare(a, 'en', { numeric: true }))
    .map((name) => `${join(parent, name)}${after}`);
}

function install(program: Program): void {
  if (process.getuid?.() !== 0) throw new ProgramMissing(program, 'only root can install it');
  if (spawnSync('apt-get', ['--version']).error) throw new ProgramMissing(program, 'there is no apt-get');
  console.log(`installing ${program.debian} …`);
  apt(program, ['update']);
  apt(program, ['install', '--yes', '--no-install-recommends', program.debian]);
}

function apt(program: Program, args: readonly string[]): void {
  const { status, stderr } = spawnSync('apt-get', args, {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    encoding: 'utf8',
  });
  if (status !== 0) throw new ProgramMissing(program, `apt-get ${args.join(' ')}: ${stderr.trim().slice(-500)}`);
}
