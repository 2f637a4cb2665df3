import { type CivilDate, must } from '@zhengtong/kernel';
import { systemActor } from '@zhengtong/platform';
import type { World } from '@zhengtong/platform/test';
import type { Announcement, LocalKind } from './domain/announcement.ts';
import { publishAnnouncement } from './publish-announcement.ts';

/** Days of the demonstration city, published now. */
export async function givenLocalDays(
  world: World,
  as: LocalKind,
  from: string,
  to: string = from,
  more: { divisionCode?: string; hallId?: string; document?: string } = {},
): Promise<Announcement> {
  const { divisionCode = '990100', document = '示例市人民政府〔2026〕7号', hallId } = more;
  const name = { zh: '建市节', en: 'Founding Day' };
  const days = { kind: 'days', as, from: from as CivilDate, to: to as CivilDate, name } as const;
  const said = hallId ? { ...days, hallId } : days;
  return must(
    await world.run(systemActor('operator'), (ctx) => publishAnnouncement(ctx, { divisionCode, document, said })),
  );
}
