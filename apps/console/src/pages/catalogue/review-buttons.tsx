import { type ItemVersion, PublishItem, ReturnDraft, SendToReview, WithdrawItem } from '@zhengtong/catalogue/contract';
import { App, Button } from 'antd';
import { useState } from 'react';
import { ReasonDialog } from '../../parts/reason-dialog.tsx';
import { Refused } from '../../parts/states.tsx';
import { say } from '../../sentences/say.ts';
import { holdsOne, useMe } from '../../session.ts';
import { useCommand } from '../../use-command.ts';

/** From draft to review to publication and off the list again; who wrote a guide does not publish it. */
export function ReviewButtons({ item, onDone }: { item: ItemVersion; onDone: () => void }) {
  const me = useMe();
  const isEditor = holdsOne(me, ['editor']);
  const isReviewer = holdsOne(me, ['approver', 'supervisor']);
  const params = { itemId: item.itemId, version: item.version };
  const [review, publish, giveBack, withdraw] = [
    useCommand(SendToReview),
    useCommand(PublishItem),
    useCommand(ReturnDraft),
    useCommand(WithdrawItem),
  ];
  const [asking, setAsking] = useState<'giveBack' | 'withdraw'>();
  const { modal } = App.useApp();

  const ask = (what: 'giveBack' | 'withdraw') => (): void => {
    giveBack.clear();
    withdraw.clear();
    setAsking(what);
  };
  const done = (result: unknown): void => {
    if (!result) return;
    setAsking(undefined);
    onDone();
  };
  const confirmPublication = (): void => {
    modal.confirm({
      scrollLock: false,
      title: say('editor.publish'),
      content: say('editor.publishText'),
      okText: say('editor.publish'),
      cancelText: say('frame.cancel'),
      onOk: async () => done(await publish.run({ params })),
    });
  };

  return (
    <>
      {isEditor && item.state === 'draft' ? (
        <Button disabled={review.isRunning} onClick={async () => done(await review.run({ params }))}>
          {say('editor.sendToReview')}
        </Button>
      ) : null}
      {isReviewer && item.state === 'in-review' ? (
        <>
          <Button type="primary" onClick={confirmPublication}>
            {say('editor.publish')}
          </Button>
          <Button onClick={ask('giveBack')}>{say('editor.giveBack')}</Button>
        </>
      ) : null}
      {isReviewer && item.state === 'published' ? (
        <Button onClick={ask('withdraw')}>{say('editor.withdraw')}</Button>
      ) : null}
      <Refused failure={review.failure ?? publish.failure} />
      {asking === 'giveBack' ? (
        <ReasonDialog
          title={say('editor.giveBack')}
          failure={giveBack.failure}
          isRunning={giveBack.isRunning}
          onReason={async (reason) => done(await giveBack.run({ params, body: { reason } }))}
          onClose={() => setAsking(undefined)}
        />
      ) : null}
      {asking === 'withdraw' ? (
        <ReasonDialog
          title={say('editor.withdraw')}
          intro={say('editor.withdrawText')}
          failure={withdraw.failure}
          isRunning={withdraw.isRunning}
          onReason={async (reason) => done(await withdraw.run({ params: { itemId: item.itemId }, body: { reason } }))}
          onClose={() => setAsking(undefined)}
        />
      ) : null}
    </>
  );
}
