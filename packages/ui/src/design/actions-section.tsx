import { Button, Buttons, LinkButton } from '../content/button.tsx';
import { Details } from '../content/details.tsx';
import { Pagination } from '../content/pagination.tsx';
import { SearchBox } from '../fields/search-box.tsx';
import { type SectionProps, Specimen } from './specimen.tsx';

export function ActionsSection({ lang, say }: SectionProps) {
  return (
    <>
      <h2>{say('操作', 'Actions')}</h2>
      <Specimen title={say('按钮', 'Buttons')}>
        <Buttons>
          <Button>{say('保存并继续', 'Save and continue')}</Button>
          <LinkButton href="#apply" look="second">
            {say('稍后再办', 'Later')}
          </LinkButton>
          <Button look="warning" icon="cross">
            {say('撤回申请', 'Withdraw')}
          </Button>
          <Button look="quiet">{say('取消', 'Cancel')}</Button>
        </Buttons>
        <Buttons>
          <LinkButton href="#start" icon="right">
            {say('开始办理', 'Start')}
          </LinkButton>
          <Button isBusy>{say('正在提交', 'Sending')}</Button>
          <Button isDisabled>{say('暂不可用', 'Not available')}</Button>
        </Buttons>
      </Specimen>
      <Specimen title={say('搜索', 'Search')}>
        <SearchBox
          action="/search"
          label={say('您想办什么事？', 'What do you need?')}
          hint={say('用平常的话说就行，比如“开饭店”“老人补贴”', 'Use everyday words, such as “open a restaurant”')}
          suggestions={[
            { text: say('新生儿落户', 'Register a newborn'), href: '/search?q=1' },
            { text: say('居住证', 'Residence permit'), href: '/search?q=2' },
            { text: say('长辈版', 'Large type'), href: '/search?q=3' },
          ]}
          isLarge
          lang={lang}
        />
      </Specimen>
      <Specimen title={say('展开与翻页', 'Details and pages')}>
        <Details summary={say('没有这些材料怎么办', 'What if you do not have these')}>
          <p>
            {say(
              '可以先提交，五日内一次告诉您还缺什么。',
              'Submit first; within five days we tell you once what is missing.',
            )}
          </p>
        </Details>
        <Details summary={say('打开的样子', 'When open')} isOpen>
          <p>{say('内容在这里。', 'The content is here.')}</p>
        </Details>
        <Pagination nextHref="#next" lang={lang} />
        <Pagination
          nextHref="#earlier"
          firstHref="#newest"
          isByTime
          label={say('翻页：我的办件', 'Pages: my applications')}
          here={say('2026年10月', 'October 2026')}
          lang={lang}
        />
      </Specimen>
    </>
  );
}
