/**
 * Milliseconds of processor time this process has used. Fuzzing asks this clock whether an input hangs: the one on the
 * wall would blame an input for whatever else the machine was doing.
 */
export function processorMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
