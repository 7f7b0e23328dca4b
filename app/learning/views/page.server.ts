import type { Html, Page } from '~/course/module';
import type { Pick } from '~db/schema/learning';
import type { Commitment } from '../commitment.server';
import { isAnswer } from '../marking';
import type { WrittenReflection } from '../reflections.server';
import {
  type AnsweredView,
  type QuestionView,
  viewAnswered,
  viewQuestion,
} from './question.server';
import type { QuizView } from './quiz.server';
import type { ScenarioView } from './scenario.server';

export type SegmentView =
  | { type: 'prose'; html: Html }
  | { type: 'check'; pre: boolean; question: QuestionView }
  | { type: 'answered'; pre: boolean; answered: AnsweredView; practice: boolean }
  | { type: 'scenario'; scenario: ScenarioView }
  | { type: 'quiz'; quiz: QuizView }
  | { type: 'reflect'; id: string; prompt: string; written: WrittenReflection | null }
  | { type: 'card'; id: string; title: string; html: Html }
  | { type: 'commit'; commitment: Commitment | null };

/** What this person has done with the things on a page. */
export interface PageState {
  checks: ReadonlyMap<string, Pick>;
  /** Question asked once more for practice, and what was picked this time if anything was. */
  practice: { question: string; pick: Pick | null } | null;
  reflections: ReadonlyMap<string, WrittenReflection>;
  commitment: Commitment | null;
  scenario: ScenarioView | null;
  quiz: QuizView | null;
}

/** A page's segments as this person may see them now. Everything a learner's browser gets of a page comes from here. */
export function viewSegments(segments: Page['segments'], state: PageState): SegmentView[] {
  // biome-ignore lint/suspicious/useIterableCallbackReturn: every kind of segment returns; TypeScript checks that none is forgotten.
  return segments.flatMap((segment): SegmentView[] => {
    switch (segment.type) {
      case 'prose':
        return [{ type: 'prose', html: segment.html }];
      case 'card':
        return [{ type: 'card', id: segment.id, title: segment.title, html: segment.html }];
      case 'check': {
        const { question } = segment;
        const first = state.checks.get(question.id);
        const again = state.practice?.question === question.id ? state.practice : null;
        const practised = again?.pick && isAnswer(question, again.pick) ? again.pick : null;
        if (first === undefined || (again && !practised)) {
          return [{ type: 'check', pre: question.pre, question: viewQuestion(question) }];
        }
        const answered = viewAnswered(question, practised ?? first);
        return [{ type: 'answered', pre: question.pre, answered, practice: practised !== null }];
      }
      case 'reflect': {
        const { id, prompt } = segment;
        return [{ type: 'reflect', id, prompt, written: state.reflections.get(id) ?? null }];
      }
      case 'commit':
        return [{ type: 'commit', commitment: state.commitment }];
      case 'scenario':
        return state.scenario ? [{ type: 'scenario', scenario: state.scenario }] : [];
      case 'quiz':
        return state.quiz ? [{ type: 'quiz', quiz: state.quiz }] : [];
    }
  });
}
