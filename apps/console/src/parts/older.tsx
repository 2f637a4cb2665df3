import { Button } from 'antd';
import { useSearchParams } from 'react-router';
import { say } from '../sentences/say.ts';

const pageSize = 50;

/** The next page of a list that runs from new to old; shown where a full page stands above it. */
export function Older({ count, lastId }: { count: number; lastId: string | undefined }) {
  const [search, setSearch] = useSearchParams();
  if (count < pageSize || !lastId) return null;
  const next = new URLSearchParams(search);
  next.set('before', lastId);
  return <Button onClick={() => setSearch(next)}>{say('frame.more')}</Button>;
}
