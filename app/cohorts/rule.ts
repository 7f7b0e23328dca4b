import { roleName } from '~/people/role-names';
import type { CohortRule, RoleNames } from '~db/schema';

/** What a rule looks at. */
export interface Ruled {
  roleGroup: string;
  teams: readonly string[];
  contract: string;
}

const plain = (text: string) => text.replace(/\s+/g, ' ').trim().toLowerCase();

/** Whether someone fits a rule. Of each list any one is enough; lists that are empty ask nothing. A rule that asks nothing fits nobody. */
export function fits(rule: CohortRule, { roleGroup, teams, contract }: Ruled): boolean {
  if (rule.everyone) return true;
  if (isEmpty(rule)) return false;
  const any = (wanted: readonly string[], theirs: readonly string[]) =>
    wanted.length === 0 || wanted.some((one) => theirs.some((own) => plain(own) === plain(one)));
  return (
    any(rule.roleGroups, [roleGroup]) && any(rule.teams, teams) && any(rule.contracts, [contract])
  );
}

export const isEmpty = ({ everyone, roleGroups, teams, contracts }: CohortRule) =>
  !everyone && roleGroups.length + teams.length + contracts.length === 0;

/** “Midday staff, in Year 4 or Phonics, on an agency contract”. */
export function ruleInWords(rule: CohortRule, names: RoleNames): string {
  if (rule.everyone) return 'Everyone on the staff list';
  const or = (list: readonly string[]) => list.join(' or ');
  const parts = [
    rule.roleGroups.length > 0
      ? `whose role group is ${or(rule.roleGroups.map((one) => roleName(names, one)))}`
      : '',
    rule.teams.length > 0 ? `who are in ${or(rule.teams)}` : '',
    rule.contracts.length > 0 ? `whose contract is ${or(rule.contracts)}` : '',
  ].filter(Boolean);
  return `All staff ${parts.join(' and ')}`;
}
