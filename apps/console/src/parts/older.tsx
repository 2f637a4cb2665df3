import { Button } from 'antd';
import { useSearchParams } from 'react-router';
import { say } from '../sentences/say.ts';

type OlderProps = {
  /** How many stand above, and how many a full page has. */
  count: number;
  of?: number;
  lastId: string | undefined;
};

/** The next page of a list that runs from new to old; shown where a full page stands above it. */
export function Older({ count, of = 50, lastId }: OlderProps) {
  const [search, setSearch] = useSearchParams();
  if (count < of || !lastId) return null;
  const next = new URLSearchParams(search);
  next.set('before', lastId);
  return <Button onClick={() => setSearch(next)}>{say('frame.more')}</Button>;
}
