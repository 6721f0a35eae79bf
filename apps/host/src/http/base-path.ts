/** Path under which the API answers. */
export const BASE_PATH = 'api/v1';
