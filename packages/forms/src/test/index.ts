export { readPage } from './read-page.ts';
export { sampleDefinition } from './sample-form.ts';
export { context as sampleContext, sampleAnswers } from './sample-values.ts';
