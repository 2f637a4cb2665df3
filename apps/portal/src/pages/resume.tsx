import { Button, Buttons, Notice } from '@zhengtong/ui';
import type { Content } from '../frame.tsx';
import type { KeptPost } from '../kept-post.ts';
import type { Visit } from '../visit.ts';
import { Hidden } from './hidden.tsx';
import { Ways } from './way.tsx';

/** Signed in again: what was typed before goes on by one press, to where it was going. */
export function resumePage(visit: Visit, { url, body }: KeptPost): Content {
  const { say } = visit;
  const fields = Object.entries(body).flatMap(([name, value]) =>
    name === 'token' || name === 'once'
      ? []
      : [value ?? []].flat().map((text, at) => ({ name, text, key: `${name}-${at}` })),
  );
  return {
    title: say('frame.resumeTitle'),
    backTo: '/',
    children: (
      <>
        <h1>{say('frame.resumeTitle')}</h1>
        <p className="lead">{say('frame.resumeText')}</p>
        <form method="post" action={url}>
          <Hidden visit={visit} more={{ stay: 'yes' }} />
          {fields.map(({ name, text, key }) => (
            <input key={key} type="hidden" name={name} value={text} />
          ))}
          <Buttons>
            <Button>{say('frame.continueButton')}</Button>
          </Buttons>
        </form>
      </>
    ),
  };
}

/** What was kept is another person's: nothing of it is shown. */
export function foreignKeptPage(visit: Visit): Content {
  const { say } = visit;
  return {
    title: say('signIn.foreignTitle'),
    backTo: '/',
    children: (
      <>
        <h1>{say('signIn.foreignTitle')}</h1>
        <Notice kind="attention">{say('signIn.foreignText')}</Notice>
        <Ways ways={[['/my/cases', say('frame.myCases')]]} />
      </>
    ),
  };
}
