import { type AnnouncementGiven, PublishAnnouncement } from '@zhengtong/calendar/contract';
import type { Hall } from '@zhengtong/catalogue/contract';
import { Form, type FormInstance, Input } from 'antd';
import type { ReactNode } from 'react';
import type { CallFailed } from '../../call.ts';
import { AskDialog } from '../../parts/ask-dialog.tsx';
import { say } from '../../sentences/say.ts';
import { useCommand } from '../../use-command.ts';

export type AddProps = {
  halls: readonly Pick<Hall, 'id' | 'name' | 'isEnded'>[];
  /** Why the halls to choose from could not be read. */
  unread: CallFailed | undefined;
  onDone: () => void;
  onClose: () => void;
};

type AddDialogProps<T extends object> = {
  title: string;
  form: FormInstance<T>;
  first?: Partial<T>;
  unread?: CallFailed | undefined;
  /** What is sent; the document is asked for here. */
  read: (given: T) => AnnouncementGiven;
  onDone: () => void;
  onClose: () => void;
  children: ReactNode;
};

export const needed = (message: string) => [{ required: true, whitespace: true, message }];
export const dayRule = [{ required: true, pattern: /^\d{4}-\d{2}-\d{2}$/, message: say('workingDays.dayMissing') }];
export const areaRule = [{ required: true, pattern: /^\d{6}$/, message: say('workingDays.areaWrong') }];

/** A form that publishes one announcement; every one names the document it rests on. */
export function AddDialog<T extends object>({
  title,
  form,
  first,
  unread,
  read,
  onDone,
  onClose,
  children,
}: AddDialogProps<T>) {
  const { run, isRunning, failure } = useCommand(PublishAnnouncement);
  const finish = async (given: T): Promise<void> => {
    if (await run({ body: read(given) })) onDone();
  };
  return (
    <AskDialog<T>
      title={title}
      okText={say('workingDays.publish')}
      form={form}
      initial={first}
      failure={failure ?? unread}
      isRunning={isRunning}
      onSend={finish}
      onClose={onClose}
    >
      {children}
      <Form.Item
        name="document"
        label={say('workingDays.document')}
        extra={say('workingDays.documentHint')}
        rules={needed(say('workingDays.documentMissing'))}
      >
        <Input maxLength={200} />
      </Form.Item>
    </AskDialog>
  );
}
