import type { ListOrganisations, StaffView } from '@zhengtong/identity/contract';
import { Form, Input } from 'antd';
import type { Static } from 'typebox';
import { say, sayCode } from '../../sentences/say.ts';

const roles = ['clerk', 'reviewer', 'approver', 'supervisor', 'editor', 'administrator', 'auditor'] as const;

export type Member = Static<typeof StaffView>;

/** Who sits in a post; nobody once it has ended, or the account is disabled. */
export const findHolder = (staff: readonly Member[], postId: string): Member | undefined =>
  staff.find(({ posts, isDisabled }) => !isDisabled && posts.some(({ id }) => id === postId));

export type PostGiven = {
  organisationId: string;
  title: string;
  role: (typeof roles)[number];
  /** Empty where nobody is named: then the supervisor of the organisation stands above. */
  abovePostId: string;
};

/** As the commands take it. The contract lists roles from an array, which types cannot read back. */
export const toPost = ({ organisationId, title, role, abovePostId }: PostGiven) => ({
  organisationId,
  title: title.trim(),
  role: role as never,
  abovePostId: abovePostId || null,
});

export const needed = (message: string) => [{ required: true, whitespace: true, message }];

type PostFieldsProps = {
  readonly organisations: Static<typeof ListOrganisations.response>['organisations'] | undefined;
  readonly staff: readonly Member[];
  /** Whose post it is: nobody stands above themselves. */
  readonly of?: string;
};

/** A post: where, what it is called, what it may do, and to whom overdue work rises from it. */
export function PostFields({ organisations, staff, of }: PostFieldsProps) {
  const others = staff.filter(({ id, isDisabled }) => id !== of && !isDisabled);
  return (
    <>
      <Form.Item
        name="organisationId"
        label={say('people.organisation')}
        rules={needed(say('people.organisationMissing'))}
      >
        <select className="plain">
          <option value="">{say('people.choose')}</option>
          {organisations?.map(({ id, name }) => (
            <option key={id} value={id} lang="zh-CN">
              {name}
            </option>
          ))}
        </select>
      </Form.Item>
      <Form.Item name="title" label={say('people.postTitle')} rules={needed(say('people.postTitleMissing'))}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="role" label={say('people.role')} rules={needed(say('people.roleMissing'))}>
        <select className="plain">
          <option value="">{say('people.choose')}</option>
          {roles.map((role) => (
            <option key={role} value={role}>
              {sayCode('role', role)}
            </option>
          ))}
        </select>
      </Form.Item>
      <Form.Item name="abovePostId" label={say('people.above')} extra={say('people.aboveHint')}>
        <select className="plain">
          <option value="">{say('people.aboveUsual')}</option>
          {others.flatMap(({ name, posts }) =>
            posts.map(({ id, title, organisationName }) => (
              <option key={id} value={id} lang="zh-CN">
                {`${title} ${name} · ${organisationName}`}
              </option>
            )),
          )}
        </select>
      </Form.Item>
    </>
  );
}
