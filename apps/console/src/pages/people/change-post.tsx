import { ChangePost, ListOrganisations } from '@zhengtong/identity/contract';
import { App } from 'antd';
import { AskDialog } from '../../parts/ask-dialog.tsx';
import { say } from '../../sentences/say.ts';
import { useAsked } from '../../use-asked.ts';
import { useCommand } from '../../use-command.ts';
import { findHolder, type Member, PostFields, type PostGiven, toPost } from './post-fields.tsx';

type ChangePostProps = {
  readonly member: Member;
  readonly staff: readonly Member[];
  readonly onDone: () => void;
  readonly onClose: () => void;
};

/** Another post in place of the one held, or only another above it. */
export function ChangePostDialog({ member, staff, onDone, onClose }: ChangePostProps) {
  const { value, failure: unread } = useAsked(ListOrganisations);
  const { run, isRunning, failure } = useCommand(ChangePost);
  const { message } = App.useApp();
  const { id, name, posts } = member;
  const [post] = posts;
  // One that stands empty is not among those to choose from: sent back unseen, it would be refused.
  const above = post?.abovePostId;
  const abovePostId = above && findHolder(staff, above) ? above : '';

  const finish = async (given: PostGiven): Promise<void> => {
    const done = await run({ params: { id }, body: toPost(given) });
    if (!done) return;
    void message.success(say('people.postDone', { name }));
    onDone();
    onClose();
  };
  // A list that comes later would leave the select empty.
  if (!value && !unread) return null;
  return (
    <AskDialog<PostGiven>
      title={say('people.postOf', { name })}
      okText={say('people.postSave')}
      intro={say('people.postText')}
      initial={post ? { ...post, role: post.role as PostGiven['role'], abovePostId } : { abovePostId }}
      failure={failure ?? unread}
      isRunning={isRunning}
      onSend={finish}
      onClose={onClose}
    >
      <PostFields organisations={value?.organisations} staff={staff} of={id} />
    </AskDialog>
  );
}
