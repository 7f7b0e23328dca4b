import { changeRoutes } from './change-routes';
import type { RightsTable } from './entry';
import { leadRoutes } from './lead-routes';
import { learningRoutes } from './learning-routes';
import { openRoutes } from './open-routes';
import { paperRoutes } from './paper-routes';
import { sessionRoutes } from './session-routes';
import { trustRoutes } from './trust-routes';

/** Every route with who may read it and send its forms. */
export const rightsTable: RightsTable = {
  ...openRoutes,
  ...learningRoutes,
  ...leadRoutes,
  ...sessionRoutes,
  ...changeRoutes,
  ...paperRoutes,
  ...trustRoutes,
};
