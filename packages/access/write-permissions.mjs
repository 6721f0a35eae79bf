import { writeFileSync } from 'node:fs';
import { permissionsDocument } from './dist/index.js';

// Writes docs/permissions.md from the table of actions; a test fails when the document says something else.
writeFileSync(new URL('../../docs/permissions.md', import.meta.url), permissionsDocument());
