import { Form } from 'antd';
import { say } from '../../sentences/say.ts';
import { type AddProps, needed } from './add-dialog.tsx';

/** Which hall; with `isNeeded` one has to be chosen, without it an announcement holds for all of them. */
export function HallField({ halls, isNeeded = false }: Pick<AddProps, 'halls'> & { isNeeded?: boolean }) {
  const more = isNeeded ? { rules: needed(say('workingDays.hallMissing')) } : { extra: say('workingDays.hallHint') };
  const standing = halls.filter(({ isEnded }) => !isEnded);
  return (
    <Form.Item name="hallId" label={say('workingDays.hall')} {...more}>
      <select className="plain">
        <option value="">{isNeeded ? '' : say('workingDays.allHalls')}</option>
        {standing.map(({ id, name }) => (
          <option key={id} value={id} lang="zh-CN">
            {name}
          </option>
        ))}
      </select>
    </Form.Item>
  );
}
