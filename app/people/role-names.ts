import type { RoleGroup, RoleNames } from '~db/schema';
import { oneLine } from './one-line';
import { capitalised, roleGroups } from './staff-details';

/** What a school calls a role group. The record, and whatever leaves the school, keeps the group's own name. */
export function roleName(names: RoleNames, group: string): string {
  return (isGroup(group) ? names[group]?.name : undefined) ?? group;
}

const isGroup = (group: string): group is RoleGroup =>
  (roleGroups as readonly string[]).includes(group);

/** What somebody may be found by: both names. */
export const roleWords = (names: RoleNames, group: string): string[] => [
  ...new Set([roleName(names, group), group]),
];

/**
 * The role groups to choose from, as the school calls them. Those that it does not use are left out, but for `chosen`,
 * which somebody has already.
 */
export function roleChoices(
  names: RoleNames,
  chosen: readonly (string | undefined)[] = [],
): { value: RoleGroup; label: string }[] {
  return roleGroups
    .filter((group) => !names[group]?.hidden || chosen.includes(group))
    .map((group) => ({ value: group, label: capitalised(roleName(names, group)) }));
}

/** The group that a school calls this; capitals and spaces make no difference. */
export function groupCalled(names: RoleNames, written: string): RoleGroup | null {
  return roleGroups.find((group) => same(roleName(names, group), written)) ?? null;
}

/**
 * Why these names would not do, by group. No two may be alike, nor may one be that of another group: a staff list is read
 * by either.
 */
export function nameProblems(
  typed: Partial<Record<RoleGroup, string>>,
): Partial<Record<RoleGroup, string>> {
  const problems: Partial<Record<RoleGroup, string>> = {};
  for (const group of roleGroups) {
    const name = typed[group] || group;
    const other = roleGroups.find(
      (one) => one !== group && (same(one, name) || same(typed[one] || one, name)),
    );
    if (typed[group] && other) {
      problems[group] =
        `“${name}” is what ${typed[other] ? `“${other}”` : 'another role'} is called. Each needs a name of its own.`;
    }
  }
  return problems;
}

const same = (a: string, b: string) => oneLine(a).toLowerCase() === oneLine(b).toLowerCase();
