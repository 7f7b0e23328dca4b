/** The rules of the house: docs/decisions/0006. Checked by `npm test`. */
const domains =
  '(course|learning|people|cohorts|record|review|messages|training-sessions|school-changes|governors)';

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'Two files that need each other are one file, or three.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'domain-imports-no-page-or-ui',
      severity: 'error',
      comment: 'pages → domain folders → db.',
      from: { path: `^app/${domains}/` },
      to: { path: '^app/(pages|ui|server)/' },
    },
    {
      name: 'record-stands-alone',
      severity: 'error',
      comment: 'The record owns its projections; others append to it and read through it.',
      from: { path: '^app/record/' },
      to: {
        path: '^app/(course|learning|people|cohorts|messages|training-sessions|school-changes|governors)/',
      },
    },
    {
      name: 'course-stands-alone',
      severity: 'error',
      comment: 'Content knows nothing of people.',
      from: { path: '^app/course/' },
      to: {
        path: '^app/(learning|people|cohorts|record|training-sessions|school-changes|governors)/',
      },
    },
    {
      name: 'people-below-learning-and-cohorts',
      severity: 'error',
      from: { path: '^app/people/' },
      to: { path: '^app/(learning|cohorts|course|training-sessions|school-changes|governors)/' },
    },
    {
      name: 'messages-on-top',
      severity: 'error',
      comment: 'Messages tell what the other domains know; none of them writes to anybody.',
      from: {
        path: '^app/(course|learning|people|cohorts|record|review|training-sessions|school-changes)/',
      },
      to: { path: '^app/messages/' },
    },
    {
      name: 'mail-stays-in-messages',
      severity: 'error',
      from: { pathNot: '^app/messages/' },
      to: { path: 'node_modules/nodemailer/' },
    },
    {
      name: 'db-imports-nothing-above',
      severity: 'error',
      from: { path: '^db/' },
      to: { path: '^app/' },
    },
    {
      name: 'ui-knows-no-database',
      severity: 'error',
      comment: 'Components reach the browser; types alone may be shared.',
      from: { path: '^app/ui/' },
      to: { path: '(\\.server\\.|^db/)', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'lucia-behind-one-file',
      severity: 'error',
      comment: 'Lucia is deprecated: one file knows it (docs/decisions/0002).',
      from: { pathNot: '^app/people/session\\.server\\.ts$' },
      to: { path: 'node_modules/lucia/' },
    },
    {
      name: 'mdx-bundler-stays-in-course',
      severity: 'error',
      from: { pathNot: '^app/course/' },
      to: { path: 'node_modules/mdx-bundler/' },
    },
    {
      name: 'no-orphans',
      severity: 'error',
      comment: 'A file nobody imports is finished with, or forgotten.',
      from: { orphan: true, pathNot: ['\\.test\\.tsx?$', '\\.d\\.ts$'] },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['\\.test\\.tsx?$', '^build/'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js', '.css'] },
  },
};
