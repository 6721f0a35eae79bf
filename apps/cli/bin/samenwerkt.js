#!/usr/bin/env node
// Committed apart from the build, so that npm can link it in a clean clone.
import('../dist/main.js').catch((error) => {
  const notBuilt = error?.code === 'ERR_MODULE_NOT_FOUND' && String(error.message).includes('dist');
  console.error(notBuilt ? 'samenwerkt is nog niet gebouwd: voer eerst uit: npm run build' : error);
  process.exitCode = 1;
});
