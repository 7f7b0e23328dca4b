import { index, type RouteConfig, route } from '@remix-run/route-config';

/** Every URL, grouped by who uses it. */
export default [
  index('pages/public/home.tsx'),

  // Anyone
  route('sign-in', 'pages/public/sign-in.tsx'),
  route('sign-out', 'pages/public/sign-out.tsx'),
  route('setup', 'pages/public/setup.tsx'),
  route('join/:code?', 'pages/public/join.tsx'),
  route('verify/:code?', 'pages/public/verify.tsx'),
  route('privacy', 'pages/public/privacy.tsx'),
  route('accessibility', 'pages/public/accessibility.tsx'),
  route('healthz', 'pages/public/healthz.ts'),

  // Learning
  route('learn', 'pages/learn/home.tsx'),
  route('learn/:module', 'pages/learn/module.tsx'),
  route('learn/:module/certificate/:completion', 'pages/learn/certificate.tsx'),
  route('learn/:module/certificate/:completion/proof.txt', 'pages/learn/certificate-proof.ts'),
  route('learn/:module/as-it-was/:hash', 'pages/learn/as-it-was.tsx'),
  route('learn/:module/:page', 'pages/learn/page.tsx'),
  route('something-wrong/:module/:page?', 'pages/learn/something-wrong.tsx'),
  route('my-cohort/:cohort', 'pages/learn/my-cohort.tsx'),
  route('guide/:guide', 'pages/learn/guide.tsx'),
  route('drafts', 'pages/learn/drafts.ts'),
  route('recall', 'pages/learn/recall.tsx'),
  route('follow-up/:module', 'pages/learn/follow-up.tsx'),
  route('practice', 'pages/learn/practice.tsx'),

  // One's own account
  route('account', 'pages/account/account.tsx'),
  route('account/record', 'pages/account/record.tsx'),
  route('account/words', 'pages/account/words.tsx'),
  route('account/my-words.txt', 'pages/account/my-words.ts'),
  route('account/my-data.json', 'pages/account/my-data.ts'),
  route('still-here', 'pages/account/still-here.ts'),

  // The attachment lead
  route('lead', 'pages/lead/grid.tsx'),
  route('lead/people', 'pages/lead/people.tsx'),
  route('lead/people/new', 'pages/lead/new-person.tsx'),
  route('lead/people/:person', 'pages/lead/person.tsx'),
  route('lead/people/:person/way-in', 'pages/lead/way-in.tsx'),
  route('lead/people/:person/asked', 'pages/lead/asked.tsx'),
  route('lead/people/:person/leave', 'pages/lead/leave.tsx'),
  route('lead/staff-list', 'pages/lead/staff-list.tsx'),
  route('lead/staff-list/:import', 'pages/lead/staff-list-check.tsx'),
  route('lead/staff-list/:import/undo', 'pages/lead/staff-list-undo.tsx'),
  route('lead/cohorts', 'pages/lead/cohorts.tsx'),
  route('lead/cohorts/:cohort', 'pages/lead/cohort.tsx'),
  route('lead/cohorts/:cohort/rule', 'pages/lead/cohort-rule.tsx'),
  route('lead/cohorts/:cohort/pathway', 'pages/lead/give-pathway.tsx'),
  route('lead/cohorts/:cohort/given/:assignment', 'pages/lead/given.tsx'),
  route('lead/assign', 'pages/lead/assign.tsx'),
  route('lead/modules', 'pages/lead/modules.tsx'),
  route('lead/modules/:module/hard', 'pages/lead/hard.tsx'),
  route('lead/modules/:module/staff-meeting', 'pages/lead/staff-meeting.tsx'),
  route('lead/modules/:module/preview/:page?', 'pages/lead/preview.tsx'),
  route('lead/reports', 'pages/lead/reports.tsx'),
  route('lead/reports/:report', 'pages/lead/report.tsx'),
  route('lead/before-you-start', 'pages/lead/before-you-start.tsx'),
  route('lead/before-you-start/slides', 'pages/lead/slides.tsx'),
  route('lead/before-you-start/email.txt', 'pages/lead/staff-email.ts'),
  route('lead/before-you-start/templates/:template', 'pages/lead/template-text.ts'),
  route('lead/who-to-tell', 'pages/lead/who-to-tell.tsx'),
  route('lead/term-dates', 'pages/lead/term-dates.tsx'),
  route('roles', 'pages/lead/roles.tsx'),
  route('read/:module/:hash?', 'pages/lead/read-it-all.tsx'),

  // Evidence
  route('evidence', 'pages/evidence/coverage.tsx'),
  route('evidence/record', 'pages/evidence/record.tsx'),
  route('evidence/training-record.csv', 'pages/evidence/training-record-csv.ts'),
  route('evidence/training-record.zip', 'pages/evidence/training-record-zip.ts'),
  route('evidence/checkpoint.txt', 'pages/evidence/checkpoint.ts'),

  route('*', 'pages/public/not-found.tsx'),
] satisfies RouteConfig;
