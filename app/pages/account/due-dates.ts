import type { LoaderFunctionArgs } from '@remix-run/node';
import { assignmentsOf } from '~/cohorts/assignments.server';
import { dueDatesFile } from '~/messages/due-dates';
import { requirePerson } from '~/people/guard.server';

/** One's own due dates, for a calendar. It is a copy: what changes here later does not change there. */
export async function loader(args: LoaderFunctionArgs) {
  const who = await requirePerson(args, 'learn');
  const { attune } = args.context;
  const due = assignmentsOf(attune.db, who.personId).map((one) => {
    const module = attune.course.module(one.module);
    return { ...one, title: module?.title ?? one.module, minutes: module?.minutes ?? null };
  });
  if (due.length === 0) {
    throw new Response('You have no due dates just now, so there is nothing for a calendar.', {
      status: 404,
      statusText: 'Nothing due',
    });
  }
  const file = dueDatesFile(due, {
    origin: attune.config.origin,
    now: attune.now().getTime(),
  });
  return new Response(file, {
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8; method=PUBLISH',
      'Content-Disposition': 'attachment; filename="due-dates.ics"',
      'Cache-Control': 'private, no-store',
    },
  });
}
