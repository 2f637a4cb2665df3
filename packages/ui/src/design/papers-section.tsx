import { ErrorContent } from '../content/error-content.tsx';
import { CertificateCard } from '../papers/certificate-card.tsx';
import { Letter } from '../papers/letter.tsx';
import { QrFrame } from '../papers/qr-frame.tsx';
import { sampleQr } from './sample-qr.ts';
import { type SectionProps, Specimen } from './specimen.tsx';

export function PapersSection({ lang, say }: SectionProps) {
  const issuer = say('示例市市场监督管理局', 'Market Regulation Bureau of Shili City');
  const sealName = '示例市市场监督管理局';
  const certificate = {
    sealName,
    title: say('食品经营许可证', 'Food Business Permit'),
    issuer,
    identifier: '1.2.156.3005.2.11100000000013338W032.99010012345678.001.A',
    issuedOn: say('2026年11月23日', '23 November 2026'),
    validUntil: say('至 2031年11月22日', 'until 22 November 2031'),
    fields: [
      { label: say('经营者', 'Holder'), value: say('小明面馆', 'Xiaoming Noodles') },
      { label: say('经营场所', 'Premises'), value: say('示例市青禾区柳园路 8 号', '8 Liuyuan Road, Qinghe District') },
      { label: say('经营项目', 'Scope'), value: say('热食类食品制售', 'Hot food, prepared and sold') },
    ],
    lang,
  };
  return (
    <>
      <h2>{say('文书与证照', 'Letters and certificates')}</h2>
      <Specimen title={say('决定书', 'Decision')}>
        <Letter
          issuer={issuer}
          title={say('准予行政许可决定书', 'Decision to grant a permit')}
          number={say('示市监许准字〔2026〕第000123号', 'No. 2026-000123')}
          to={say('小明面馆（经营者：王小明）', 'Xiaoming Noodles (Wang Xiaoming)')}
          date={say('2026年11月23日', '23 November 2026')}
          isSealed
          sealName={sealName}
          headingLevel={3}
          lang={lang}
        >
          <p>
            {say(
              '您于2026年11月9日提出的食品经营许可申请，经审查符合法定条件。根据《中华人民共和国行政许可法》第三十八条第一款，决定准予许可。',
              'Your application of 9 November 2026 for a food business permit meets the conditions of law. Under article 38(1) of the Administrative Licensing Law the permit is granted.',
            )}
          </p>
          <p>
            {say(
              '对本决定不服的，可以自收到之日起六十日内向示例市人民政府申请行政复议，或者在六个月内向人民法院起诉。',
              'If you disagree you may ask the People’s Government of Shili City for a review within sixty days, or sue within six months.',
            )}
          </p>
        </Letter>
      </Specimen>
      <Specimen title={say('证照', 'Certificates')}>
        <CertificateCard
          {...certificate}
          id="cert-valid"
          headingLevel={3}
          status={{ word: say('有效', 'Valid'), kind: 'done' }}
          qr={{ modules: sampleQr, href: '/verify' }}
        />
        <CertificateCard
          {...certificate}
          id="cert-void"
          headingLevel={3}
          status={{ word: say('已撤销，不再有效', 'Revoked, no longer valid'), kind: 'stopped' }}
        />
        <QrFrame modules={sampleQr} caption={say('用手机接着填', 'Go on by phone')} />
      </Specimen>
      <Specimen title={say('出错页', 'Error pages')}>
        <ErrorContent kind="broken" requestId="req-7f3a-22c1" headingLevel={3} lang={lang} />
      </Specimen>
    </>
  );
}
