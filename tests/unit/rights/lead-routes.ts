import { addDays } from '~/record/london-date';
import { form, plain, type RightsTable } from './entry';

const both = <R extends string>(right: R) => ({ reads: right, sends: right });
const paid = (today: string) => {
  const dueOn = addDays(today, 28);
  return { dueOn, anyway: dueOn, paidMinutes: '30', paidTime: 'INSET' };
};
const details = (today: string) => ({
  ...{ name: 'Someone New', email: 'someone.new@example.org', staffNumber: '', teams: 'Year 4' },
  ...{ roleGroup: 'teacher', contract: 'permanent', startDate: today },
});
const contacts = Object.fromEntries(
  [
    ...['safeguardingLead', 'deputySafeguardingLead', 'childrensSocialCare'],
    ...['head', 'chairOfGovernors', 'localAuthorityOfficer'],
  ].flatMap((one) => [
    [`${one}Name`, 'Amina Shah'],
    [`${one}Phone`, '01632 960 123'],
  ]),
);
const everyone = { who: 'everyone' };

/** What leads do, the office and the head in part too. */
export const leadRoutes: RightsTable = {
  lead: { reads: 'manage cohorts' },
  'lead/friday': {
    ...both('manage cohorts'),
    forms: {
      spoken: form(({ ids }) => ({ formId: 'spoken', person: ids.person ?? '' })),
      back: form(({ ids }) => ({ formId: 'back', person: ids.person ?? '' })),
    },
  },
  'lead/joined': {
    ...both('manage people'),
    forms: {
      only: form(({ ids }) => ({ only: ids.person ?? '' })),
      ticked: form(({ ids }) => ({ person: ids.other ?? '' })),
    },
  },
  'lead/people': { reads: 'keep the staff list' },
  'lead/people/new': {
    ...both('keep the staff list'),
    forms: { details: form((_, today) => details(today)) },
  },
  'lead/people/:person': {
    ...both('keep the staff list'),
    forms: {
      details: form((_, today) => ({ formId: 'details', ...details(today) })),
      leaving: form((_, today) => ({ formId: 'leaving', leaveDate: today })),
      lastDay: plain({ formId: 'lastDay', why: 'mistake', day: '' }, { ids: { person: 'leaver' } }),
      back: form((_, today) => ({ formId: 'lastDay', why: 'came back', day: today }), {
        ids: { person: 'leaver' },
      }),
    },
  },
  'lead/people/:person/way-in': { ...both('manage people'), forms: { 'way in': plain({}) } },
  'lead/people/:person/asked': {
    ...both('manage cohorts'),
    forms: {
      exempt: form(({ ids }) => ({
        ...{ formId: 'exempt', assignment: ids.assignment ?? '' },
        [`reason.${ids.assignment}`]: 'trained elsewhere',
      })),
      again: form(({ ids }) => ({ formId: 'again', assignment: ids.exempted ?? '' })),
    },
  },
  'lead/people/:person/completions': {
    ...both('manage cohorts'),
    forms: {
      withdraw: plain(
        { completion: 'none', reason: 'recorded in error', read: 'goes', sure: 'yes' },
        { refused: true },
      ),
      back: plain(
        { formId: 'put back', gone: 'none', why: 'withdrawn in error' },
        { refused: true },
      ),
    },
  },
  'lead/people/:person/leave': {
    ...both('manage people'),
    forms: {
      leave: form((_, today) => ({
        ...{ formId: 'leave', startsOn: addDays(today, 40), endsOn: addDays(today, 44) },
      })),
      remove: form(({ ids }) => ({ remove: ids.leave ?? '' })),
    },
  },
  'lead/staff-list': {
    ...both('keep the staff list'),
    forms: {
      text: form((_, today) => ({ text: 'Name,E-mail\nA B,a.b@example.org', firstDay: today })),
    },
  },
  'lead/staff-list/:import': {
    ...both('keep the staff list'),
    forms: {
      drop: plain({ formId: 'drop' }),
      confirm: form(({ ids }) => ({ formId: 'confirm', mark: ids.mark ?? '' })),
      afresh: plain({ formId: 'afresh' }),
      rows: plain({ formId: 'rows', 'row-2': 'new' }),
      jobs: plain({ formId: 'jobs', 'job-0': 'teacher', 'title-0': 'TA' }),
      leavers: form(({ ids }, today) => ({
        ...{ formId: 'leavers', leaver: ids.person ?? '', leaveOn: today, shown: ids.person ?? '' },
      })),
    },
  },
  'lead/staff-list/:import/undo': {
    ...both('keep the staff list'),
    ids: { import: 'importDone' },
    forms: { undo: plain({}) },
  },
  'lead/cohorts': { ...both('manage cohorts'), forms: { name: plain({ name: 'A new cohort' }) } },
  'lead/cohorts/:cohort': {
    ...both('manage cohorts'),
    forms: {
      name: plain({ formId: 'name', name: 'Another name' }),
      add: form(({ ids }) => ({ formId: 'add', people: ids.other ?? '' })),
      remove: form(({ ids }) => ({ formId: 'remove', person: ids.person ?? '' })),
      withdraw: form(({ ids }) => ({ formId: 'withdraw', assignment: ids.assignment ?? '' })),
      head: form(({ ids }) => ({ formId: 'head', head: ids.person ?? '' })),
      unname: form(({ ids }) => ({ formId: 'unname', person: ids.cohortHead ?? '' })),
      stop: form(({ ids }) => ({ formId: 'stop', pathway: ids.given ?? '' }), {
        ids: { cohort: 'onPathway' },
      }),
    },
  },
  'lead/cohorts/:cohort/rule': {
    ...both('manage cohorts'),
    forms: {
      drop: plain({ press: 'drop' }),
      look: plain({ press: 'look', ...everyone }),
      once: plain({ press: 'once', ...everyone }),
      follow: plain({ press: 'follow', ...everyone }),
    },
  },
  'lead/cohorts/:cohort/pathway': {
    ...both('manage cohorts'),
    ids: { cohort: 'empty' },
    forms: {
      give: form((_, today) => ({
        ...{ pathway: 'first-steps', startsOn: today, 'opensOn.tiny': today },
        ...{ 'dueOn.tiny': addDays(today, 28), 'paidMinutes.tiny': '30', paidTime: 'INSET' },
      })),
      'give one’s own': form(({ ids }, today) => ({
        ...{ pathway: ids.pathway ?? '', startsOn: today, 'opensOn.tiny': today },
        ...{ 'dueOn.tiny': addDays(today, 28), 'paidMinutes.tiny': '30', paidTime: 'INSET' },
      })),
    },
  },
  'lead/cohorts/:cohort/given/:assignment': {
    ...both('manage cohorts'),
    forms: { date: form((_, today) => ({ ...paid(today), dueOn: addDays(today, 31) })) },
  },
  'lead/pathways': {
    ...both('manage cohorts'),
    forms: { copy: form(({ ids }) => ({ pathway: ids.pathway ?? '' })) },
  },
  'lead/pathways/:pathway': {
    ...both('manage cohorts'),
    forms: {
      remove: plain({ remove: 'yes' }),
      change: plain({ title: 'Ours', forWhom: 'All', 'opens.tiny': '1', 'due.tiny': '5' }),
    },
  },
  'lead/assign': {
    ...both('manage cohorts'),
    forms: {
      give: form(({ ids }, today) => ({ cohort: ids.empty ?? '', module: 'tiny', ...paid(today) })),
    },
  },
  'lead/modules': {
    ...{ reads: 'see module drafts', sends: 'manage cohorts' },
    forms: {
      close: plain({ intent: 'close', module: 'tiny' }),
      open: plain({ intent: 'open', module: 'tiny' }, { refused: true }),
    },
  },
  'lead/modules/:module/hard': { reads: 'see what was hard' },
  'lead/modules/:module/staff-meeting': { reads: 'see what was hard' },
  'lead/modules/:module/preview/:page?': { reads: 'see module drafts' },
  'lead/reports': { reads: 'see module drafts' },
  'lead/reports/:report': {
    ...both('see module drafts'),
    forms: { close: plain({ answer: 'Mended' }), reopen: plain({ reopen: 'yes' }) },
  },
  'lead/before-you-start': {
    ...both('prepare the school'),
    forms: { words: plain({ willNotChange: 'Nothing else' }) },
  },
  'lead/before-you-start/slides': { reads: 'prepare the school' },
  'lead/before-you-start/email.txt': { reads: 'prepare the school', gets: 404 },
  'lead/before-you-start/templates/:template': { reads: 'prepare the school', gets: 404 },
  'lead/who-to-tell': { ...both('manage people'), forms: { contacts: plain(contacts) } },
  'lead/settings': { ...both('prepare the school'), forms: { urn: plain({ urn: '100002' }) } },
  'lead/settings/teams': {
    ...both('manage cohorts'),
    forms: { rename: form(({ facts }) => ({ from: facts.team ?? '', to: 'Another team' })) },
  },
  'lead/settings/role-names': {
    ...both('manage cohorts'),
    forms: { names: plain({ 'name-teaching-assistant': 'learning mentor' }) },
  },
  'lead/settings/school-name': {
    ...both('prepare the school'),
    forms: { name: plain({ schoolName: 'Another name', sure: 'yes' }) },
  },
  'lead/term-dates': {
    ...both('manage cohorts'),
    forms: { none: plain({ terms: '', closed: '', inset: '', noTerms: 'yes' }) },
  },
  'lead/term-dates/calendar': {
    ...both('manage cohorts'),
    forms: { choose: plain({ formId: 'choose' }), read: plain({}, { refused: true }) },
  },
  roles: {
    ...both('give roles'),
    forms: {
      give: form(({ ids }) => ({ formId: 'give', person: ids.person ?? '', role: 'lead' })),
      take: form(({ ids }) => ({ formId: 'take', person: ids.office ?? '', role: 'office' })),
      deputy: form(({ ids }, today) => ({
        ...{ formId: 'deputy', deputy: ids.person ?? '', fromOn: today, untilOn: '' },
      })),
      'deputy-back': form(({ ids }) => ({ formId: 'deputy-back', deputy: ids.person ?? '' }), {
        refused: true,
      }),
    },
  },
  'lead/reminders': {
    ...both('manage cohorts'),
    forms: {
      schedule: plain({ formId: 'schedule', weekday: '2', hour: '9' }),
      'leave out': form(({ ids }) => ({
        ...{ intent: 'leave out', monday: '2026-11-23', out: ids.person ?? '' },
      })),
      send: form(({ ids }) => ({ intent: 'send', monday: '2026-11-23', out: ids.person ?? '' }), {
        refused: true,
      }),
    },
  },
  'lead/ways-in': {
    ...both('manage people'),
    forms: {
      mail: form(({ ids, facts }) => ({
        ...{ person: ids.person ?? '', [`address ${ids.person}`]: facts.email ?? '' },
      })),
    },
  },
  'lead/outbox': { reads: 'manage people' },
  'lead/outbox/print': {
    ...both('manage people'),
    forms: { handed: form(({ ids }) => ({ message: ids.message ?? '' })) },
  },
  'lead/outbox/:message': {
    ...both('manage people'),
    forms: {
      again: plain({ intent: 'again' }, { refused: true }),
      'handed-over': plain({ intent: 'handed-over' }),
      aside: plain({ intent: 'aside' }),
    },
  },
  'read/:module/:hash?': {
    ...both('read modules whole'),
    ids: { hash: 'contentHash' },
    forms: {
      'sign-off': form(({ facts }, today) => ({
        ...{
          formId: 'sign-off',
          version: facts.contentHash ?? '',
          role: 'reader',
          name: 'A Reader',
        },
        ...{ readOn: today, readFor: 'accuracy', verdict: 'fit', remarks: '', word: 'read it' },
      })),
      'take back': form(({ ids }) => ({ formId: 'take back', signOff: ids.signOff ?? '' })),
    },
  },

  evidence: { reads: 'see the training record' },
  'evidence/record': { reads: 'see the training record' },
  'evidence/people': { reads: 'see the training record' },
  'evidence/training-record.csv': { reads: 'export the training record' },
  'evidence/training-record.xlsx': { reads: 'export the training record' },
  'evidence/coverage-summary.csv': { reads: 'export the training record' },
  'evidence/practice-themes.csv': { reads: 'export the training record' },
  'evidence/external-cpd.csv': { reads: 'export the training record' },
  'evidence/everything.zip': { reads: 'export the training record' },
  'evidence/training-record.zip': { reads: 'export the training record' },
  'evidence/checkpoint.txt': { reads: 'export the training record' },
};
