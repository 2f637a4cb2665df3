/**
 * What an operator can put right. Its message is written for them, Chinese and English, with what to do, and is shown as
 * it stands; any other error is a fault of the program and keeps its stack.
 */
export class OperatorError extends Error {}
