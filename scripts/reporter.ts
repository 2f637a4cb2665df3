// What one test process says: failures in full, everything else only as the last line, which the runner adds up.
import type { TestEvent } from 'node:test/reporters';

export default async function* report(source: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  const count = { passed: 0, failed: 0, skipped: 0 };
  for await (const event of source) {
    if (event.type === 'test:pass' || event.type === 'test:fail') {
      if (event.data.details.type === 'suite') continue;
      if (event.data.skip !== undefined) {
        count.skipped++;
        yield `  – ${event.data.name}: ${event.data.skip || 'skipped'}\n`;
      } else if (event.type === 'test:pass') count.passed++;
      else {
        count.failed++;
        const { error } = event.data.details;
        const cause = error.cause instanceof Error ? error.cause : error;
        yield `  ✗ ${event.data.file ?? ''} ${event.data.name}\n${cause.stack ?? cause.message}\n`;
      }
    } else if (event.type === 'test:diagnostic' && event.data.message.startsWith('Error: ')) {
      // What went wrong after its test had ended fails the process and no test: unsaid, nobody would know what.
      yield `  ✗ ${event.data.message}\n`;
    } else if (event.type === 'test:stderr' || event.type === 'test:stdout') yield event.data.message;
  }
  yield `${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped\n`;
}
