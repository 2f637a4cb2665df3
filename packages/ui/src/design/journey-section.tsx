import { Button, Buttons } from '../content/button.tsx';
import { type Day, DayStrip } from '../content/day-strip.tsx';
import { Steps } from '../content/steps.tsx';
import { type SectionProps, Specimen } from './specimen.tsx';

const weekdays = ['日', '一', '二', '三', '四', '五', '六'];

/** November 2026 from the 9th on: four days counted, two paused for a correction, the last one on the 27th. */
function sampleDays(waiting: string): Day[] {
  return Array.from({ length: 19 }, (_, at) => {
    const day = at + 9;
    const weekday = (at % 7) + 1;
    const isRest = weekday > 5;
    const isPaused = day === 17 || day === 18;
    const kind = isRest ? 'rest' : isPaused ? 'paused' : day === 27 ? 'due' : day < 23 ? 'counted' : 'left';
    return {
      label: `11月${day}日 周${weekdays[weekday % 7]}`,
      short: String(day),
      weekday,
      kind,
      why: isPaused ? waiting : undefined,
    };
  });
}

export function JourneySection({ lang, say }: SectionProps) {
  return (
    <>
      <h2>{say('办到哪一步', 'Following a case')}</h2>
      <Specimen title={say('旅程', 'Journey')}>
        <Steps
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
                <p>
                  {say('期限从 11 月 11 日起算，共 12 个工作日。', 'The limit runs from 11 November: 12 working days.')}
                </p>
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
              when: say('最晚 11月27日', '27 November at the latest'),
            },
            { title: say('领证', 'Certificate'), state: 'waiting' },
          ]}
        />
        <Steps
          label={say('另一种过程', 'Another journey')}
          lang={lang}
          steps={[
            {
              title: say('补正材料', 'Correction'),
              state: 'paused',
              word: say('等待您补正，期限暂停', 'Waiting for you; the clock stands still'),
              when: say('11月17日起', 'since 17 November'),
            },
            {
              title: say('申请', 'Application'),
              state: 'stopped',
              word: say('您已撤回', 'You withdrew it'),
              when: say('11月18日', '18 November'),
            },
          ]}
        />
      </Specimen>
      <Specimen title={say('期限', 'The clock')}>
        <DayStrip
          title={say('11 月 27 日前办结', 'Due on 27 November')}
          days={sampleDays(say('等待补正', 'waiting for a correction'))}
          lang={lang}
        />
      </Specimen>
    </>
  );
}
