import { Button, Buttons } from '../content/button.tsx';
import { type Day, DayStrip } from '../content/day-strip.tsx';
import { Steps } from '../content/steps.tsx';
import type { Lang } from '../language.ts';
import type { Say } from './specimen.tsx';

const zhDays = ['一', '二', '三', '四', '五', '六', '日'];
const enDays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** Twelve working days from 11 November 2026, the day after acceptance (民法典 201); two days stood still. */
function sampleDays(say: Say): Day[] {
  return Array.from({ length: 20 }, (_, at) => {
    const day = at + 11;
    const weekday = ((at + 2) % 7) + 1;
    const isPaused = day === 17 || day === 18;
    const kind = weekday > 5 ? 'rest' : isPaused ? 'paused' : day === 30 ? 'due' : day < 23 ? 'counted' : 'left';
    return {
      label: say(`11月${day}日 周${zhDays[weekday - 1]}`, `${enDays[weekday - 1]} ${day} November`),
      short: String(day),
      weekday,
      kind,
      why: isPaused ? say('等待补正', 'waiting for a correction') : undefined,
    };
  });
}

export const sampleClock = (say: Say, lang: Lang) => (
  <DayStrip title={say('11 月 30 日前办结', 'Due on 30 November')} days={sampleDays(say)} lang={lang} />
);

export const sampleSteps = (say: Say, lang: Lang, headingLevel?: 2 | 3) => (
  <Steps
    headingLevel={headingLevel}
    label={say('办理过程', 'The journey of this case')}
    lang={lang}
    steps={[
      {
        title: say('提交', 'Submitted'),
        state: 'done',
        when: say('11月9日 20:14', '9 November 20:14'),
        who: say('您', 'you'),
      },
      {
        title: say('受理', 'Accepted'),
        state: 'done',
        when: say('11月10日 09:30', '10 November 09:30'),
        who: say('市场监督管理局', 'Market Regulation'),
        children: (
          <p>{say('期限从 11 月 11 日起算，共 12 个工作日。', 'The limit runs from 11 November: 12 working days.')}</p>
        ),
      },
      {
        title: say('现场核查', 'Visit'),
        state: 'current',
        word: say('需要您做一件事', 'You have one thing to do'),
        when: say('11月24日前', 'by 24 November'),
        children: (
          <>
            <p>
              {say(
                '请选一个方便的时间，核查员到店里看一看，约半小时。',
                'Choose a time; an officer comes to the shop for half an hour.',
              )}
            </p>
            <Buttons>
              <Button>{say('选时间', 'Choose a time')}</Button>
            </Buttons>
          </>
        ),
      },
      {
        title: say('决定', 'Decision'),
        state: 'waiting',
        when: say('最晚 11月30日', '30 November at the latest'),
      },
      { title: say('领证', 'Certificate'), state: 'waiting' },
    ]}
  />
);
