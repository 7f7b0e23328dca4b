/** Every table; drizzle-kit makes migrations from this file. */
export * from './cohorts';
export * from './course';
export * from './governors';
export * from './learning';
export * from './messages';
export * from './people';
export * from './quiz-elsewhere';
export * from './record';
export * from './review';
export * from './school-changes';
export * from './together';
export * from './training-sessions';
