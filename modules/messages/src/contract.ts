export { MessageFailed, MessageWritten } from './contract-events.ts';
