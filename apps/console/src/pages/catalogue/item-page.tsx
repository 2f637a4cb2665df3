import { type ItemContent, type ItemVersion, ReadVersion } from '@zhengtong/catalogue/contract';
import { Button } from 'antd';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { PageHead } from '../../parts/page-head.tsx';
import { ReadingView } from '../../parts/reading.tsx';
import { say } from '../../sentences/say.ts';
import { holdsOne, useMe } from '../../session.ts';
import { useAsked } from '../../use-asked.ts';
import { contentOf, emptyContent } from './content.ts';
import { History } from './history.tsx';
import { ItemEditor } from './item-editor.tsx';
import { ReviewButtons } from './review-buttons.tsx';
import { sayItemName } from './say-name.ts';
import { sayState } from './say-state.ts';

/** One version of an item: read by everybody at a desk, written by editors while it is a draft. */
export function ItemPage() {
  const { itemId = '', version = '' } = useParams();
  const reading = useAsked(ReadVersion, { params: { itemId, version: Number(version) } });
  return (
    <ReadingView of={reading}>
      {(item) => <Version key={`${item.version} ${item.revision} ${item.state}`} item={item} reload={reading.reload} />}
    </ReadingView>
  );
}

function Version({ item, reload }: { item: ItemVersion; reload: () => void }) {
  const me = useMe();
  const navigate = useNavigate();
  const isEditor = holdsOne(me, ['editor']);
  const [isNext, setNext] = useState(false);
  const isOpen = isEditor && (item.state === 'draft' || isNext);
  const saved = ({ version }: { version: number }): void => {
    if (version === item.version) reload();
    else void navigate(`/items/${item.itemId}/versions/${version}`, { replace: true });
  };
  return (
    <>
      <PageHead title={sayItemName(item)} isOwn>
        <span className="remark">
          {say('items.version', { version: item.version })} · {sayState(item.state)}
        </span>
      </PageHead>
      <div className="buttons-row">
        <ReviewButtons item={item} onDone={reload} />
        {isEditor && !isOpen && item.state !== 'in-review' ? (
          <Button onClick={() => setNext(true)}>{say('editor.editNext')}</Button>
        ) : null}
      </div>
      <ItemEditor
        content={contentOf(item)}
        itemId={item.itemId}
        revision={isNext ? 0 : item.revision}
        isOpen={isOpen}
        onSaved={saved}
      />
      <History itemId={item.itemId} />
    </>
  );
}

/** A new item, its code and name first. */
export function NewItem() {
  const me = useMe();
  const navigate = useNavigate();
  const [content] = useState<ItemContent>(() => emptyContent({ id: me.organisationId, name: me.organisationName }));
  return (
    <>
      <PageHead title={say('items.newTitle')} />
      <ItemEditor
        content={content}
        revision={0}
        isOpen
        onSaved={({ itemId, version }) => void navigate(`/items/${itemId}/versions/${version}`, { replace: true })}
      />
    </>
  );
}
