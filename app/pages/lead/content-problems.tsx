import type { Problem } from '~/course/module';

/** What is wrong with a module, where, and how to mend it; then what is to be looked at again. */
export function ContentProblems({ problems }: { problems: Problem[] }) {
  const errors = problems.filter((problem) => problem.level === 'error');
  const warnings = problems.filter((problem) => problem.level === 'warning');
  return (
    <>
      <ProblemList title="To mend before learners see it" problems={errors} />
      <ProblemList title="To look at again" problems={warnings} />
    </>
  );
}

function ProblemList({ title, problems }: { title: string; problems: Problem[] }) {
  if (problems.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul>
        {problems.map((problem) => (
          <li key={`${problem.file} ${problem.line} ${problem.message}`}>
            <code>
              {problem.file}:{problem.line}
            </code>
            : {problem.message}. To mend it: {problem.mend}.
          </li>
        ))}
      </ul>
    </>
  );
}
