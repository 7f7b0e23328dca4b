import { cpSync, existsSync } from 'node:fs';
import path from 'node:path';
import { pino } from 'pino';
import { openCourse } from '~/course/course.server';
import type { Module } from '~/course/module';
import { makeTestDb } from '../../fixtures/test-db';
import { root } from './server';

/** Where the compiled content of earlier runs is kept: its files are named by what went into them, so none grows stale. */
const warmed = path.join(root, '.cache/e2e');
const contentDir = path.join(root, 'content');

/**
 * Every module on disk that is open to learners. The walks are made of these: a new module brings its own.
 * @throws Error when a module on disk has faults, for then it would be walked by nobody.
 */
export function modulesOnDisk(): Promise<Module[]> {
  read ??= readModules();
  return read;
}

/** Once in a process: reading and checking them all takes seconds, and every file of walks asks. */
let read: Promise<Module[]> | undefined;

async function readModules(): Promise<Module[]> {
  const course = await openCourse({
    contentDir,
    dataDir: warmed,
    db: makeTestDb(),
    now: () => new Date(),
    log: pino({ level: 'silent' }),
    watch: false,
  });
  const faulty = course
    .states()
    .filter(({ problems }) => problems.some((p) => p.level === 'error'));
  const modules = course.modules();
  await course.close();
  if (faulty.length > 0) {
    throw new Error(
      `Not fit to walk: ${faulty.map(({ slug }) => slug).join(', ')}. Run: npm run check:content`,
    );
  }
  return modules;
}

/** Gives a fresh data folder what is compiled already, so that a run compiles each page once. */
export function warmUp(dataDir: string): void {
  const from = path.join(warmed, 'cache');
  if (existsSync(from)) cpSync(from, path.join(dataDir, 'cache'), { recursive: true });
}
