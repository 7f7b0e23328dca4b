import { and, desc, eq, isNotNull } from 'drizzle-orm';
import type { Attune } from '~/context.server';
import type { Module } from '~/course/module';
import type { Actor } from '~/people/actor';
import { readDraft } from '~/people/drafts.server';
import { inTransaction } from '~db/client.server';
import {
  commitment,
  draft,
  enrolment,
  followUp,
  reflection,
  scenarioChoice,
  scenarioRun,
} from '~db/schema';
import { commitmentContext } from './commitment.server';
import type { Whose } from './enrolments.server';
import { notThere } from './errors';
import { openHappened } from './follow-up.server';
import { notTheirs } from './not-theirs.server';
import { promptOf, scenariosOf } from './parts';
import { reflectionContext } from './reflections.server';
import { choicesAt } from './scenario-path';
import { whyContext } from './scenarios.server';

type Store = Pick<Attune, 'db' | 'course' | 'keyring'>;

interface Written {
  module: string;
  moduleTitle: string;
  /** UTC milliseconds. */
  at: number;
}

/** Typed on the way through a module. */
interface WrittenThere extends Written {
  /** It was found since that none of what was done on that way was theirs: kept apart from their own words. */
  notTheirs: boolean;
}

/** Everything someone has typed for themselves, opened. Only ever shown to its writer. */
export interface Words {
  reflections: (Written & { id: string; prompt: string; text: string })[];
  commitments: (WrittenThere & { enrolmentId: string; what: string; when: string; know: string })[];
  /** Why a choice in a scenario was made. */
  whys: (WrittenThere & {
    runId: string;
    n: number;
    scenario: string;
    choice: string;
    text: string;
  })[];
  /** What happened, eight school weeks after a module. */
  happened: (WrittenThere & { enrolmentId: string; text: string })[];
  /** What was typed and not sent yet: by the form's key, `<path>#<form id>`. */
  drafts: { key: string; savedAt: number }[];
}

/** All that one person has written, newest first, in seven queries. */
export function wordsOf(attune: Store, { schoolId, personId }: Whose): Words {
  const { db, course, keyring } = attune;
  const mine = and(eq(enrolment.schoolId, schoolId), eq(enrolment.personId, personId));
  const others = notTheirs(db, { schoolId, personId });
  const titleIn = (version: Module | null, slug: string) => version?.title ?? slug;
  return {
    reflections: db
      .select()
      .from(reflection)
      .where(eq(reflection.personId, personId))
      .orderBy(desc(reflection.at))
      .all()
      .map(({ id, module, contentHash, prompt, text, at }) => {
        const version = course.version(contentHash);
        return {
          id,
          module,
          moduleTitle: titleIn(version, module),
          at,
          prompt: (version && promptOf(version, prompt)) ?? prompt,
          text: keyring.decrypt(text, reflectionContext(personId)),
        };
      }),
    commitments: db
      .select({ enrolled: enrolment, said: commitment })
      .from(commitment)
      .innerJoin(enrolment, eq(enrolment.id, commitment.enrolmentId))
      .where(mine)
      .orderBy(desc(commitment.at))
      .all()
      .map(({ enrolled, said }) => {
        const open = (cipher: string) => keyring.decrypt(cipher, commitmentContext(personId));
        return {
          enrolmentId: enrolled.id,
          module: enrolled.module,
          moduleTitle: titleIn(course.version(enrolled.contentHash), enrolled.module),
          at: said.at,
          notTheirs: others.has(enrolled.id),
          what: open(said.what),
          when: open(said.when),
          know: open(said.know),
        };
      })
      .filter(({ what, when, know }) => `${what}${when}${know}` !== ''),
    whys: db
      .select({ enrolled: enrolment, run: scenarioRun, made: scenarioChoice })
      .from(scenarioChoice)
      .innerJoin(scenarioRun, eq(scenarioRun.id, scenarioChoice.runId))
      .innerJoin(enrolment, eq(enrolment.id, scenarioRun.enrolmentId))
      .where(and(mine, isNotNull(scenarioChoice.why)))
      .orderBy(desc(scenarioChoice.at))
      .all()
      .map(({ enrolled, run, made }) => {
        const version = course.version(enrolled.contentHash);
        const scenario = version
          ? scenariosOf(version).find((found) => found.scenario.id === run.scenario)?.scenario
          : undefined;
        return {
          runId: run.id,
          n: made.n,
          module: enrolled.module,
          moduleTitle: titleIn(version, enrolled.module),
          at: made.at,
          notTheirs: others.has(enrolled.id),
          scenario: scenario?.title ?? run.scenario,
          choice: (scenario && choicesAt(scenario, made.step)[made.choice]?.html) ?? '',
          text: keyring.decrypt(made.why ?? '', whyContext(personId)),
        };
      }),
    happened: db
      .select({ enrolled: enrolment, said: followUp })
      .from(followUp)
      .innerJoin(enrolment, eq(enrolment.id, followUp.enrolmentId))
      .where(and(mine, isNotNull(followUp.happened)))
      .orderBy(desc(followUp.at))
      .all()
      .map(({ enrolled, said }) => ({
        enrolmentId: enrolled.id,
        module: enrolled.module,
        moduleTitle: titleIn(course.version(enrolled.contentHash), enrolled.module),
        at: said.at,
        notTheirs: others.has(enrolled.id),
        text: openHappened(attune, personId, said.happened),
      })),
    drafts: db
      .select({ key: draft.key, savedAt: draft.savedAt })
      .from(draft)
      .where(eq(draft.personId, personId))
      .orderBy(desc(draft.savedAt))
      .all(),
  };
}

const ownForm = /^\/(learn\/|account\/words|recall|follow-up\/|practice)/;
const boxes = /^(why|what|when|know|words-.+|happened|note)$/;

/**
 * Of someone's drafts, those that hold anything typed: a quiz item's hold what was marked, and a form that a session
 * ended under is kept with its hidden fields, and neither are words. One that cannot be opened stays, so that it can be
 * deleted. `texts`: what was typed. One query for each draft.
 */
export function typedDrafts(attune: Attune, personId: string, drafts: Words['drafts']) {
  return drafts.flatMap((draft) => {
    const fields = readDraft(attune, personId, draft.key)?.fields;
    if (!fields) return [{ ...draft, texts: [] }];
    const own = ownForm.test(draft.key);
    const texts = Object.entries(fields).flatMap(([name, text]) =>
      (own && !boxes.test(name)) || text.trim() === '' ? [] : [text],
    );
    return own && texts.length === 0 ? [] : [{ ...draft, texts }];
  });
}

/** Deletes why a choice was made; the choice itself stays. */
export function deleteWhy(attune: Attune, actor: Actor, input: { runId: string; n: number }): void {
  inTransaction(attune.db, (tx) => {
    const mine = tx
      .select({ id: scenarioRun.id })
      .from(scenarioRun)
      .innerJoin(enrolment, eq(enrolment.id, scenarioRun.enrolmentId))
      .where(
        and(
          eq(scenarioRun.id, input.runId),
          eq(enrolment.personId, actor.personId),
          eq(enrolment.schoolId, actor.schoolId),
        ),
      )
      .get();
    if (!mine) throw notThere('note');
    tx.update(scenarioChoice)
      .set({ why: null })
      .where(and(eq(scenarioChoice.runId, mine.id), eq(scenarioChoice.n, input.n)))
      .run();
  });
}
