import { BarChart } from '../charts/bar-chart.tsx';
import { ServiceList, TopicGrid } from '../content/service-list.tsx';
import { StatusTag } from '../content/status-tag.tsx';
import { SummaryList } from '../content/summary-list.tsx';
import { Table } from '../content/table.tsx';
import { type SectionProps, Specimen } from './specimen.tsx';

export function ListsSection({ lang, say }: SectionProps) {
  return (
    <>
      <h2>{say('列表与数字', 'Lists and figures')}</h2>
      <Specimen title={say('主题', 'Topics')}>
        <TopicGrid
          topics={[
            {
              icon: 'baby',
              title: say('生孩子', 'Having a child'),
              text: say('出生证、落户、医保', 'Birth, registration, insurance'),
              href: '#t1',
            },
            {
              icon: 'school',
              title: say('上学', 'School'),
              text: say('报名、转学、资助', 'Admission, transfer, aid'),
              href: '#t2',
            },
            {
              icon: 'shop',
              title: say('开店办企业', 'Starting a business'),
              text: say('执照、许可、税务', 'Licences, permits, tax'),
              href: '#t3',
            },
            {
              icon: 'elder',
              title: say('养老', 'Growing old'),
              text: say('高龄津贴、照护', 'Allowances, care'),
              href: '#t4',
            },
            { icon: 'home', title: say('住房', 'Housing'), href: '#t5' },
            { icon: 'health', title: say('看病', 'Health'), href: '#t6' },
          ]}
        />
      </Specimen>
      <Specimen title={say('事项', 'Services')}>
        <ServiceList
          services={[
            {
              title: say('食品经营许可', 'Food business permit'),
              href: '#s1',
              text: say('开饭店、食堂、小吃店之前要办。', 'Needed before opening a restaurant or canteen.'),
              facts: [
                say('市场监督管理局', 'Market Regulation'),
                say('7 个工作日', '7 working days'),
                say('不收费', 'Free'),
              ],
              tag: <StatusTag kind="done">{say('全程网办', 'Fully on line')}</StatusTag>,
            },
            {
              title: say('高龄津贴', 'Old-age allowance'),
              href: '#s2',
              text: say('年满 80 周岁的本市老人每月领取。', 'Paid monthly to residents of 80 and over.'),
              facts: [say('民政局', 'Civil Affairs'), say('10 个工作日', '10 working days'), say('不收费', 'Free')],
            },
          ]}
        />
      </Specimen>
      <Specimen title={say('核对', 'Check your answers')}>
        <SummaryList
          title={say('店铺', 'The shop')}
          lang={lang}
          rows={[
            { label: say('店铺名称', 'Name'), value: say('小明面馆', 'Xiaoming Noodles'), changeHref: '#c1' },
            {
              label: say('经营者', 'Owner'),
              value: say('王小明', 'Wang Xiaoming'),
              source: say('户籍登记，2026年11月2日', 'household register, 2 November 2026'),
            },
            {
              label: say('联系电话', 'Phone'),
              value: '139****0000',
              error: say('号码少一位', 'One digit is missing'),
              changeHref: '#c2',
            },
            { label: say('备注', 'Remarks'), changeHref: '#c3' },
          ]}
        />
      </Specimen>
      <Specimen title={say('表格', 'Table')}>
        <Table
          caption={say('谁看过我的数据', 'Who handled my data')}
          columns={[
            { key: 'when', label: say('时间', 'When') },
            { key: 'who', label: say('单位和岗位', 'Office and post') },
            { key: 'why', label: say('为了什么', 'For what') },
            { key: 'fields', label: say('项数', 'Fields'), isNumber: true },
          ]}
          rows={[
            {
              id: '1',
              cells: {
                when: '2026-11-20 10:24',
                who: say('民政局 受理岗', 'Civil Affairs, intake'),
                why: say('受理高龄津贴', 'Old-age allowance'),
                fields: 4,
              },
            },
            {
              id: '2',
              cells: {
                when: '2026-11-21 15:02',
                who: say('医保局 审核岗', 'Insurance, review'),
                why: say('核对参保', 'Check insurance'),
                fields: 12,
              },
            },
          ]}
        />
      </Specimen>
      <Specimen title={say('图表', 'Chart')}>
        <BarChart
          title={say('十月办结件数', 'Finished in October')}
          labelColumn={say('部门', 'Department')}
          valueColumn={say('件数', 'Cases')}
          bars={[
            { label: say('公安局', 'Police'), value: 1280, text: '1,280' },
            { label: say('市场监督管理局', 'Market Regulation'), value: 960, text: '960' },
            { label: say('民政局', 'Civil Affairs'), value: 214, text: '214' },
            { label: say('档案馆', 'Archives'), value: 8, text: '8' },
          ]}
          lang={lang}
        />
      </Specimen>
    </>
  );
}
