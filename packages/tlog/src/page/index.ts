export { buildPage, maxPageBytes } from './build-page.ts';
export { makeDemoFiles } from './demo-files.ts';
export { sayInspection } from './say-inspection.ts';
