export { person, staff } from './actors.ts';
export { type Bucket, givenBucket } from './bucket.ts';
export { testServerUrl } from './server.ts';
export { countWaiting } from './waiting.ts';
export { reading, testWorld, type World, type WorldOptions } from './world.ts';
