import { pino } from 'pino';
import { expect, test } from 'vitest';
import { openCourse } from '~/course/course.server';
import type { Module, Question, Segment } from '~/course/module';
import { markup } from '~/ui/markup-for-test';
import { goodContent, temporaryFolder } from '../../../tests/fixtures/content/copy-content';
import { makeTestDb } from '../../../tests/fixtures/test-db';
import { WholeSegments } from './whole-segments';

async function goodModule(): Promise<Module> {
  const course = await openCourse({
    contentDir: goodContent,
    dataDir: await temporaryFolder(),
    db: makeTestDb(),
    now: () => new Date('2026-02-01T09:00:00Z'),
    log: pino({ level: 'silent' }),
    watch: false,
  });
  const module = course.module('tiny');
  await course.close();
  if (!module) throw new Error('The good module is not served');
  return module;
}

function saidByQuestion(question: Question): string[] {
  const parts = question.kind === 'sort' ? question.statements : question.options;
  return [question.stem, ...parts.flatMap((part) => [part.html, part.explanation])];
}

function said(segment: Segment): string[] {
  switch (segment.type) {
    case 'check':
      return saidByQuestion(segment.question);
    case 'quiz':
      return segment.bank.flatMap(saidByQuestion);
    case 'scenario': {
      const { steps, endings, lenses, debrief, summary, setting } = segment.scenario;
      const places = [...steps, ...endings].flatMap((place) => [
        place.html,
        ...place.choices.flatMap((choice) => [choice.html, choice.tag, `-${choice.to}"`]),
      ]);
      return [setting, ...places, ...lenses.map((lens) => lens.html), debrief, summary];
    }
    case 'reflect':
      return [segment.prompt];
    case 'prose':
    case 'card':
      return [segment.html];
    case 'commit':
      return ['One thing I will do'];
  }
}

test('whole means whole: every item, answer, branch, lens and summary is there', async () => {
  const module = await goodModule();
  for (const segments of [module.intro, ...module.pages.map((page) => page.segments)]) {
    // A note's number is kept on the line of the word before it.
    const html = markup(<WholeSegments segments={segments} level={2} />).replaceAll('\u00A0', ' ');
    for (const words of segments.flatMap(said)) expect(html).toContain(words);
    const right = segments.flatMap((segment) =>
      segment.type === 'check' ? [segment.question] : segment.type === 'quiz' ? segment.bank : [],
    );
    const marked = right
      .flatMap((q) => (q.kind === 'sort' ? [] : q.options))
      .filter((o) => o.right);
    expect(html.match(/<strong>Right<\/strong>/g) ?? []).toHaveLength(marked.length);
  }
});

test('under a page’s own heading, the headings of its text move down by one', () => {
  const segments: Segment[] = [{ type: 'prose', html: '<h2>Two</h2><h3>Three</h3><p>h2</p>' }];
  expect(markup(<WholeSegments segments={segments} level={3} />)).toContain(
    '<h3>Two</h3><h4>Three</h4><p>h2</p>',
  );
});
