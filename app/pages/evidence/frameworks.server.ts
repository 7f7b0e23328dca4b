import type { Course, Framework, Topic } from '~/course/module';

/** A framework of the content folder; one that is not there becomes a 404 in words. */
export function frameworkOf(course: Pick<Course, 'frameworks'>, id: string | undefined): Framework {
  const framework = course.frameworks().find((one) => one.id === id);
  if (!framework) throw notThere();
  return framework;
}

/** One of its lines, in the same way. */
export function topicOf(framework: Framework, id: string | undefined): Topic {
  const topic = framework.topics.find((one) => one.id === id);
  if (!topic) throw notThere();
  return topic;
}

const notThere = () =>
  new Response('There is no such framework, or no such line of it.', { status: 404 });
