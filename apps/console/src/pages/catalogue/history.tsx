import { ReadHistory } from '@zhengtong/catalogue/contract';
import { sayInstant } from '../../days.ts';
import { say, sayCode } from '../../sentences/say.ts';
import { useAsked } from '../../use-asked.ts';

/** Who did what to an item, newest first. */
export function History({ itemId }: { itemId: string }) {
  const { value } = useAsked(ReadHistory, { params: { itemId } });
  if (!value || value.actions.length === 0) return null;
  return (
    <section aria-labelledby="item-history">
      <h2 id="item-history">{say('editor.history')}</h2>
      <ol className="timeline" reversed>
        {value.actions.map((one) => (
          <li key={`${one.at} ${one.version} ${one.action}`}>
            <time dateTime={one.at}>{sayInstant(one.at)}</time>
            <strong>{sayCode('itemAction', one.action)}</strong>
            <span className="faint">{say('items.version', { version: one.version })}</span>
            {one.note ? <p>{one.note}</p> : null}
          </li>
        ))}
      </ol>
    </section>
  );
}
