import { Buttons, LinkButton } from '../content/button.tsx';
import { EmptyState } from '../content/empty-state.tsx';
import { Inset, Notice } from '../content/notice.tsx';
import { Panel } from '../content/panel.tsx';
import { FormProgress, Progress } from '../content/progress.tsx';
import { StatusTag } from '../content/status-tag.tsx';
import { type SectionProps, Specimen } from './specimen.tsx';

export function MessagesSection({ say }: SectionProps) {
  return (
    <>
      <h2>{say('告知', 'Messages')}</h2>
      <Specimen title={say('状态', 'States')}>
        <ul className="chips">
          <li>
            <StatusTag kind="draft">{say('草稿', 'Draft')}</StatusTag>
          </li>
          <li>
            <StatusTag kind="waiting">{say('待受理', 'Waiting')}</StatusTag>
          </li>
          <li>
            <StatusTag kind="active">{say('办理中', 'In progress')}</StatusTag>
          </li>
          <li>
            <StatusTag kind="attention">{say('请您补正', 'Needs you')}</StatusTag>
          </li>
          <li>
            <StatusTag kind="done">{say('已办结', 'Done')}</StatusTag>
          </li>
          <li>
            <StatusTag kind="stopped">{say('不予许可', 'Refused')}</StatusTag>
          </li>
        </ul>
      </Specimen>
      <Specimen title={say('提示', 'Notices')}>
        <Notice title={say('办公时间外也可以提交', 'You may submit at any hour')}>
          <p>{say('期限从下一个工作日起算。', 'The time limit begins on the next working day.')}</p>
        </Notice>
        <Notice kind="success" isAnswer>
          <p>{say('已保存。换一台设备登录也能接着填。', 'Saved. You can go on from another device.')}</p>
        </Notice>
        <Notice kind="attention" title={say('请在 12 月 4 日前补正', 'Correct this by 4 December')}>
          <p>{say('缺少房东签字的一页。', 'The page signed by the landlord is missing.')}</p>
        </Notice>
        <Notice kind="warning" title={say('撤回后不能恢复', 'A withdrawal cannot be undone')}>
          <p>{say('需要时可以重新申请。', 'You may apply again.')}</p>
        </Notice>
        <Inset>
          <p>
            {say(
              '《中华人民共和国行政许可法》第四十二条：除可以当场作出行政许可决定的外，行政机关应当自受理行政许可申请之日起二十日内作出行政许可决定。',
              'Administrative Licensing Law, article 42: the decision is made within twenty working days of acceptance.',
            )}
          </p>
        </Inset>
      </Specimen>
      <Specimen title={say('进度', 'Progress')}>
        <FormProgress text={say('第 2 步，共 5 步：店铺', 'Step 2 of 5: the shop')} step={2} steps={5} />
        <Progress label={say('正在上传 租赁合同.pdf', 'Uploading lease.pdf')} value={64} />
        <Progress label={say('正在检查文件', 'Checking the file')} />
      </Specimen>
      <Specimen title={say('没有内容', 'Nothing here')}>
        <EmptyState title={say('您还没有办过事', 'You have no applications yet')}>
          <p>{say('提交之后，可以在这里看到办到哪一步。', 'Once you submit one, you can follow it here.')}</p>
          <Buttons>
            <LinkButton href="/search" look="second">
              {say('找一件事办', 'Find a service')}
            </LinkButton>
          </Buttons>
        </EmptyState>
      </Specimen>
      <Specimen title={say('完成', 'Done')}>
        <Panel
          title={say('已经提交', 'Submitted')}
          headingLevel={2}
          number={{ label: say('申请编号', 'Your number'), text: '9901-7KQ4-M2XD' }}
        >
          <p>{say('五日内告诉您是否受理。', 'Within five days we tell you whether it is accepted.')}</p>
          <LinkButton href="#receipt" look="quiet" icon="download">
            {say('下载回执（PDF，8 KB）', 'Download the receipt (PDF, 8 KB)')}
          </LinkButton>
        </Panel>
      </Specimen>
    </>
  );
}
