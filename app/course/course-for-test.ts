import { pino } from 'pino';
import { onTestFinished } from 'vitest';
import { type ContentCopy, dataFolder } from '../../tests/fixtures/content/copy-content';
import { makeTestDb } from '../../tests/fixtures/test-db';
import { openCourse } from './course.server';
import type { Course, Module } from './module';

type Options = Partial<Parameters<typeof openCourse>[0]>;

/** A course on a copy of the good content, closed when the test is over. */
export async function openForTest(content: ContentCopy, options: Options = {}) {
  const db = makeTestDb();
  const dataDir = options.dataDir ?? (await dataFolder());
  const course = await openCourse({
    contentDir: content.dir,
    db,
    now: () => new Date('2026-02-01T09:00:00Z'),
    log: pino({ level: 'silent' }),
    watch: false,
    ...options,
    dataDir,
  });
  onTestFinished(() => course.close());
  return { course, db, dataDir };
}

/** The fixture's module as learners get it. */
export function tiny(course: Course): Module {
  const module = course.module('tiny');
  if (!module) throw new Error('The module is not served');
  return module;
}
