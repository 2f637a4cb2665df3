import { Checkbox, Checkboxes, Radios } from '../fields/choices.tsx';
import { RatingInput } from '../fields/rating-input.tsx';
import { TextInput } from '../fields/text-input.tsx';
import { type SectionProps, Specimen } from './specimen.tsx';

export function ChoicesSection({ lang, say }: SectionProps) {
  const field = (id: string, zh: string, en: string) => ({ id, name: id, label: say(zh, en), lang });
  const yesNo = [
    { value: 'yes', label: say('是', 'Yes') },
    { value: 'no', label: say('否', 'No') },
  ];
  return (
    <>
      <h2>{say('选择', 'Choices')}</h2>
      <Specimen title={say('单选', 'One of several')}>
        <Radios
          {...field('kind', '您以什么身份开店？', 'As what do you open the shop?')}
          value="self"
          choices={[
            {
              value: 'self',
              label: say('个体工商户', 'Sole trader'),
              hint: say('一个人或一家人经营，手续最简单', 'One person or family; the least paperwork'),
              children: (
                <TextInput
                  {...field('partners', '家庭成员人数', 'Members of the family')}
                  width="short"
                  inputMode="numeric"
                />
              ),
            },
            {
              value: 'firm',
              label: say('公司', 'Company'),
              hint: say('两人以上出资，承担有限责任', 'Several owners, limited liability'),
            },
            { value: 'coop', label: say('农民专业合作社', 'Farmers’ cooperative'), isDisabled: true },
          ]}
        />
        <Radios
          {...field('alcohol', '卖酒吗？', 'Do you sell alcohol?')}
          choices={yesNo}
          isInline
          error={say('请选择“是”或“否”', 'Choose yes or no')}
        />
      </Specimen>
      <Specimen title={say('多选', 'Any of several')}>
        <Checkboxes
          {...field('sells', '打算经营哪些？', 'What will you offer?')}
          values={['hot']}
          hint={say('可以选几项', 'Choose as many as apply')}
          choices={[
            { value: 'hot', label: say('热食', 'Hot food') },
            { value: 'cold', label: say('冷食', 'Cold food'), hint: say('需要专间', 'Needs a separate room') },
            { value: 'cake', label: say('糕点', 'Cakes') },
          ]}
        />
        <Checkbox
          {...field('true', '以上内容属实，我愿意承担责任', 'What I said is true and I answer for it')}
          value="yes"
          hint={say('不真实的，许可可能被撤销', 'If not, the permit may be revoked')}
        />
        <Checkbox
          {...field('consent', '同意向公安机关核对我的户籍', 'You may check my registration with the police')}
          value="yes"
          error={say('不同意也可以，请改为上传户口簿', 'If you do not agree, upload your household book instead')}
        />
      </Specimen>
      <Specimen title={say('评价', 'Rating')}>
        <RatingInput
          {...field('rating', '这次办事，您满意吗？', 'How satisfied are you?')}
          hint={say('自愿评价，工作人员看不到是谁', 'Voluntary; staff do not see who you are')}
        />
      </Specimen>
    </>
  );
}
