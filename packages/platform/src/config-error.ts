import { OperatorError } from './operator-error.ts';

/** A setting that cannot work. Its message names the setting and what to do, in Chinese and English. */
export class ConfigError extends OperatorError {}

export function fail(name: string, given: string, zh: string, en: string): never {
  throw new ConfigError(`${name}=${given} 不对：${zh}。 · ${name}=${given} will not do: it must be ${en}.`);
}

/** The same for a value that may hold a password: it is not repeated. */
export function failUnsaid(name: string, zh: string, en: string): never {
  throw new ConfigError(`${name} 应为：${zh}。 · ${name} must be ${en}.`);
}
