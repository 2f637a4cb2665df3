import { DateInput } from '../fields/date-input.tsx';
import { ErrorSummary } from '../fields/error-summary.tsx';
import { FileUpload } from '../fields/file-upload.tsx';
import { MoneyInput } from '../fields/money-input.tsx';
import { Select } from '../fields/select.tsx';
import { TextArea } from '../fields/text-area.tsx';
import { TextInput } from '../fields/text-input.tsx';
import { type SectionProps, Specimen } from './specimen.tsx';

export function FieldsSection({ lang, say }: SectionProps) {
  const field = (id: string, zh: string, en: string) => ({ id, name: id, label: say(zh, en), lang });
  const wrongPhone = say('手机号码是 11 位，现在是 10 位', 'A mobile number has 11 digits; this has 10');
  const wrongDay = say('2 月没有 30 日', 'February has no 30th');
  return (
    <>
      <h2>{say('填写', 'Fields')}</h2>
      <ErrorSummary
        errors={[
          { id: 'phone', text: wrongPhone },
          { id: 'since', text: wrongDay },
        ]}
        lang={lang}
      />
      <Specimen title={say('文本', 'Text')}>
        <TextInput {...field('shop', '店铺名称', 'Name of the shop')} hint={say('和门头招牌一致', 'As on the sign')} />
        <TextInput
          {...field('phone', '手机号码', 'Mobile number')}
          value="1390000000"
          error={wrongPhone}
          width="middle"
          inputMode="tel"
          isCode
        />
        <TextInput
          {...field('owner', '经营者姓名', 'Name of the owner')}
          value="王小明"
          source={say('户籍登记，2026年11月2日', 'household register, 2 November 2026')}
          autoComplete="name"
        />
        <TextInput {...field('former', '曾用名', 'Former name')} isOptional isDisabled value="—" />
        <MoneyInput {...field('capital', '出资额', 'Capital')} value="50,000" hint={say('人民币', 'Renminbi')} />
        <TextArea {...field('plan', '经营内容', 'What you will sell')} maxCharacters={200} rows={3} />
      </Specimen>
      <Specimen title={say('日期与选择', 'Dates and lists')}>
        <DateInput
          {...field('birth', '出生日期', 'Date of birth')}
          isBirthday
          hint={say('例如 1958 年 3 月 9 日', 'For example 9 March 1958')}
        />
        <DateInput {...field('since', '开业日期', 'Opening day')} value="2027-02-30" wrongPart="day" error={wrongDay} />
        <Select
          {...field('street', '所在街道', 'Street office')}
          options={[
            { value: '990102001', label: say('湖滨街道', 'Hubin'), group: say('青禾区', 'Qinghe') },
            { value: '990102002', label: say('柳园街道', 'Liuyuan'), group: say('青禾区', 'Qinghe') },
            { value: '990104001', label: say('石桥镇', 'Shiqiao'), group: say('西岭区', 'Xiling') },
          ]}
        />
      </Specimen>
      <Specimen title={say('材料', 'Files')}>
        <FileUpload
          {...field('papers', '房屋使用证明', 'Proof that you may use the premises')}
          hint={say('照片或 PDF，每个不超过 20 MB', 'Photo or PDF, at most 20 MB each')}
          accept=".pdf,.jpg,.png"
          isMultiple
          files={[
            {
              name: say('租赁合同.pdf', 'lease.pdf'),
              size: '1.2 MB',
              state: 'clean',
              href: '#f1',
              remove: { name: 'remove', value: '1' },
            },
            {
              name: say('门头照片.jpg', 'front.jpg'),
              size: '3.8 MB',
              state: 'checking',
              remove: { name: 'remove', value: '2' },
            },
            {
              name: say('扫描件.exe', 'scan.exe'),
              size: '0.3 MB',
              state: 'refused',
              reason: say(
                '这不是图片或 PDF，请换一个文件',
                'This is neither a picture nor a PDF; please choose another',
              ),
              remove: { name: 'remove', value: '3' },
            },
          ]}
        />
      </Specimen>
    </>
  );
}
