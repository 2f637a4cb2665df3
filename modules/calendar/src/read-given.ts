import { type CivilDate, ok, type Refusal, type Result, refuse } from '@zhengtong/kernel';
import { readNotice, type Sentence } from '@zhengtong/standards';
import type { AnnouncementGiven } from './contract.ts';
import type { AnnouncementGiven as Announcing } from './publish-announcement.ts';

export type NoticeRefused = Refusal<'notice-wrong'> & { readonly say: Sentence };

/** What came over HTTP or out of a file, as the house speaks of it. A national notice is read by its own rules. */
export function readGiven(given: AnnouncementGiven): Result<Announcing, NoticeRefused> {
  const { document } = given;
  switch (given.kind) {
    case 'year': {
      const notice = readNotice(given);
      if (!notice.ok) return refuse({ kind: 'notice-wrong', say: notice.refusal.say });
      return ok({ divisionCode: '000000', document, said: { kind: 'year', notice: notice.value } });
    }
    case 'days': {
      const { divisionCode, as, name, hallId } = given;
      const place = hallId ? { hallId } : {};
      const [from, to] = [given.from as CivilDate, given.to as CivilDate];
      return ok({ divisionCode, document, said: { kind: 'days', as, from, to, name, ...place } });
    }
    case 'hours': {
      const { divisionCode, hallId, hours } = given;
      return ok({ divisionCode, document, said: { kind: 'hours', hallId, from: given.from as CivilDate, hours } });
    }
  }
}
