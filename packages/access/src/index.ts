export { ACTIONS, isOutsider, permits, TOKEN_SCOPES, type Action, type ActionInfo } from './actions.js';
export { permissionMatrix, permissionsDocument, type MatrixRow } from './matrix.js';
export {
  firingRoles,
  isPersonRole,
  PERSON_ROLES,
  rolesProblem,
  roleTitle,
  type PersonRole,
  type RoleInfo,
} from './roles.js';
