import pino, { type Logger } from 'pino';

/** JSON lines on standard output. Holds ids and route patterns, never what people typed. */
export function createLog(level: string, destination?: pino.DestinationStream): Logger {
  return pino(
    {
      level,
      base: undefined,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: sayFault, req: () => undefined, res: () => undefined },
    },
    destination ?? pino.destination({ sync: false }),
  );
}

/** What a fault may say of itself: PostgreSQL's `detail` and `where` quote rows, so they stay out. */
export function sayFault(fault: unknown): Record<string, unknown> {
  if (!(fault instanceof Error)) return { message: String(fault) };
  const { code, constraint, table } = fault as { code?: string; constraint?: string; table?: string };
  const message = quotesGiven(fault, code) ? fault.message.replace(/"[\s\S]*"/, '"…"') : fault.message;
  const stack = fault.stack?.replace(fault.message, () => message);
  return { name: fault.name, message, stack, code, constraint, table };
}

/** PostgreSQL's class 22 (data it cannot take) and JSON that cannot be read say in their message what they were given. */
const quotesGiven = (fault: Error, code?: string): boolean =>
  fault instanceof SyntaxError || /^22[0-9A-Z]{3}$/.test(code ?? '');
