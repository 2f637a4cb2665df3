import type { ClockView } from '@zhengtong/cases/contract';
import { DueMark } from '../../parts/due-mark.tsx';
import { say, sayCode } from '../../sentences/say.ts';
import { ClockDays, DayStrip } from './clock-days.tsx';

const sortClocks = (clocks: readonly ClockView[]): ClockView[] =>
  clocks.toSorted((a, b) => (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999'));

/** The nearest clock in one line; on narrow screens it stays at the top while the case is read. */
export function ClockBar({ clocks, isPaused }: { clocks: readonly ClockView[]; isPaused: boolean }) {
  const [nearest] = sortClocks(clocks);
  if (!nearest) return null;
  return (
    <p className="clock-bar">
      {sayCode('clock', nearest.name)}{' '}
      <DueMark dueOn={nearest.dueOn} isPaused={isPaused && nearest.isStanding} isOverdue={nearest.isOverdue} />
    </p>
  );
}

/** The clocks of a case, the nearest first: last day, how much is used, and why it is that day. */
export function Clocks({ clocks, isPaused }: { clocks: readonly ClockView[]; isPaused: boolean }) {
  const sorted = sortClocks(clocks);
  return (
    <section className="clocks" aria-labelledby="clocks">
      <h2 id="clocks">{say('case.clockHead')}</h2>
      {sorted.length === 0 ? <p className="faint">{say('case.noClock')}</p> : null}
      {sorted.map((clock) => (
        <Clock key={clock.name} clock={clock} isPaused={isPaused && clock.isStanding} />
      ))}
    </section>
  );
}

function Clock({ clock, isPaused }: { clock: ClockView; isPaused: boolean }) {
  const unit = sayCode('unit', clock.unit);
  return (
    <div className="clock">
      <h3>{sayCode('clock', clock.name)}</h3>
      <DueMark dueOn={clock.dueOn} isPaused={isPaused} isOverdue={clock.isOverdue} />
      <p className="used">
        {clock.left < 0
          ? say('case.over', { over: -clock.left, unit })
          : say('case.used', { used: clock.used, left: clock.left, unit })}
      </p>
      <DayStrip days={clock.days} dueOn={clock.dueOn} />
      {clock.isProvisional ? <p className="remark">{say('case.provisional')}</p> : null}
      <ClockDays days={clock.days} name={sayCode('clock', clock.name)} />
    </div>
  );
}
