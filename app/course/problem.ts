import type { Problem } from './module';

export function error(file: string, line: number, message: string, mend: string): Problem {
  return { file, line, level: 'error', message, mend };
}

export function warning(file: string, line: number, message: string, mend: string): Problem {
  return { file, line, level: 'warning', message, mend };
}

export function isError(problem: Problem): boolean {
  return problem.level === 'error';
}

/** `file:line: what is wrong; how to mend it`, as check:content prints it. */
export function printProblem(problem: Problem): string {
  const level = problem.level === 'warning' ? 'warning: ' : '';
  return `${problem.file}:${problem.line}: ${level}${problem.message}; ${problem.mend}`;
}

export function byPlace(a: Problem, b: Problem): number {
  return a.file.localeCompare(b.file) || a.line - b.line;
}
