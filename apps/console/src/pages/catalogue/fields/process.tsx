import type { Process } from '@zhengtong/catalogue/contract';
import { ListOrganisations } from '@zhengtong/identity/contract';
import { Form } from 'antd';
import { say, sayCode } from '../../../sentences/say.ts';
import { useAsked } from '../../../use-asked.ts';
import { Choice, type Options } from './choice.tsx';
import { Count } from './count.tsx';
import { Entries, freshKey } from './entries.tsx';
import { Words } from './words.tsx';

/** Who does what after acceptance, and the time that does not count (行政许可法 42, 45). */
export function ProcessFields() {
  const rights = Form.useWatch<Process['fieldRights']>(['process', 'fieldRights'], { preserve: true });
  return (
    <>
      <Entries
        name={['process', 'steps']}
        full={['process', 'steps']}
        what={say('guide.step')}
        title={say('guide.steps')}
        help={say('guide.stepsHelp')}
        named="name"
        more={({ role, halfDays }) =>
          `${sayCode('stepRole', String(role))} · ${say('guide.stepDays', { days: Number(halfDays) / 2 })}`
        }
        begin={(rows) => ({ key: freshKey('step', rows), name: '', role: 'reviewer', halfDays: 2 })}
      >
        {(at) => <StepFields at={at} />}
      </Entries>
      <Entries
        name={['process', 'excluded']}
        full={['process', 'excluded']}
        what={say('guide.excludedOne')}
        title={say('guide.excluded')}
        help={say('guide.excludedHelp')}
        named="name"
        begin={(rows) => ({ key: freshKey('excluded', rows), name: '', law: '行政许可法第四十五条', mostDays: 10 })}
      >
        {(at) => (
          <>
            <Words at={[at, 'name']} label={say('guide.name')} isRequired most={100} />
            <Words at={[at, 'nameEn']} label={say('guide.nameEn')} isEnglish most={100} />
            <div className="fields-row">
              <Count at={[at, 'mostDays']} label={say('guide.mostDays')} isRequired min={1} max={365} />
              <Words at={[at, 'law']} label={say('guide.excludedLaw')} isRequired most={300} />
            </div>
            <Words at={[at, 'key']} label={say('guide.key')} help={say('guide.keyHelp')} isRequired most={64} isCode />
          </>
        )}
      </Entries>
      <Choice
        at={['process', 'silence']}
        label={say('guide.silence')}
        help={say('guide.silenceHelp')}
        isRequired
        options={[
          ['none', say('guide.silenceNone')],
          ['approve', say('guide.silenceApprove')],
        ]}
      />
      {rights?.length ? <p className="remark">{say('guide.rights', { count: rights.length })}</p> : null}
    </>
  );
}

function StepFields({ at }: { at: number }) {
  const { value } = useAsked(ListOrganisations);
  const chosen = Form.useWatch<string | undefined>(['process', 'steps', at, 'organisationId']);
  const known = (value?.organisations ?? []).map(({ id, name }) => [id, name] as const);
  // Until the list has come, what stands there is still chosen.
  const offered: Options = chosen && !known.some(([id]) => id === chosen) ? [...known, [chosen, chosen]] : known;
  const roles: Options = [
    ['reviewer', sayCode('stepRole', 'reviewer')],
    ['approver', sayCode('stepRole', 'approver')],
  ];
  return (
    <>
      <Words at={[at, 'name']} label={say('guide.name')} isRequired most={100} />
      <Words at={[at, 'nameEn']} label={say('guide.nameEn')} isEnglish most={100} />
      <div className="fields-row">
        <Choice at={[at, 'role']} label={say('guide.role')} isRequired options={roles} />
        <Count at={[at, 'halfDays']} label={say('guide.days')} isRequired min={0} max={360} step={0.5} kept={2} />
      </div>
      <Choice
        at={[at, 'organisationId']}
        label={say('guide.stepOrganisation')}
        help={say('guide.stepOrganisationHelp')}
        isChinese
        options={offered}
      />
      <Words at={[at, 'key']} label={say('guide.key')} help={say('guide.keyHelp')} isRequired most={64} isCode />
    </>
  );
}
