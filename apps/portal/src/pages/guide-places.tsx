import type { Hall, ItemVersion } from '@zhengtong/catalogue';
import { InChinese, SummaryList } from '@zhengtong/ui';
import type { HallsToday } from '../read-hall-today.ts';
import type { Visit } from '../visit.ts';
import { HallNow } from './hall-now.tsx';

type Given = {
  readonly visit: Visit;
  readonly item: ItemVersion;
  readonly halls: readonly Hall[];
  readonly now: HallsToday;
};

/** Where to go and whom to call: the item's own windows, else those of the halls that belong to its department. */
export function GuidePlaces({ visit, item, halls, now }: Given) {
  const { say, lang } = visit;
  const places = item.windows.length > 0 ? item.windows : windowsOf(item, halls);
  return (
    <>
      <h2>{say('guide.windows')}</h2>
      <SummaryList
        lang={lang}
        rows={[
          ...places.map((place) => ({
            label: place.hall,
            value: (
              <>
                <HallNow visit={visit} today={now.get(halls.find(({ name }) => name === place.hall)?.id ?? '')} />
                {[place.window, place.address, place.phone]
                  .filter((line) => !!line)
                  .map((line) => (
                    <p key={line}>
                      <InChinese lang={lang}>{line ?? ''}</InChinese>
                    </p>
                  ))}
              </>
            ),
          })),
          { label: say('guide.hours'), value: item.hours || halls[0]?.hours },
          { label: say('guide.phone'), value: item.phone || '12345' },
          { label: say('guide.complaint'), value: item.complaintPhone || '12345' },
        ]}
      />
    </>
  );
}

const windowsOf = (item: ItemVersion, halls: readonly Hall[]): ItemVersion['windows'] =>
  halls.flatMap((hall) =>
    hall.windows
      .filter((window) => window.organisationId === item.organisationId)
      .slice(0, 1)
      .map((window) => ({
        hall: hall.name,
        window: `${window.number} ${window.name}`,
        address: hall.address,
        phone: hall.phone,
      })),
  );
