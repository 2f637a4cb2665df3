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
  const { say, lang, pick } = visit;
  const hours = hoursOf(visit, item, halls);
  const places = item.windows.length > 0 ? item.windows : windowsOf(item, halls);
  return (
    <>
      <h2>{say('guide.windows')}</h2>
      <SummaryList
        lang={lang}
        rows={[
          ...places.map((place) => {
            const hall = halls.find(({ name }) => name === place.hall.trim());
            const address =
              place.address === hall?.address ? pick(hall?.address ?? '', hall?.addressEn) : place.address;
            // The guide names it by its own words; nobody is sent to a closed door all the same.
            if (hall?.isEnded) return { label: pick(place.hall, hall.nameEn), value: say('guide.hallEnded') };
            return {
              label: pick(place.hall, hall?.nameEn),
              value: (
                <>
                  <HallNow visit={visit} today={now.get(hall?.id ?? '')} />
                  {[place.window, address, place.phone]
                    .filter((line) => !!line)
                    .map((line) => (
                      <p key={line}>
                        <InChinese lang={lang}>{line ?? ''}</InChinese>
                      </p>
                    ))}
                </>
              ),
            };
          }),
          ...(hours ? [{ label: say('guide.hours'), value: hours }] : []),
          { label: say('guide.phone'), value: item.phone || '12345' },
          { label: say('guide.complaint'), value: item.complaintPhone || '12345' },
        ]}
      />
    </>
  );
}

/** The item's own hours, else the hall's; in English where they are the hall's and the hall has them so. */
function hoursOf({ pick }: Visit, item: ItemVersion, halls: readonly Hall[]): string | undefined {
  const hall = item.hours ? halls.find(({ hours }) => hours === item.hours) : halls.find(({ isEnded }) => !isEnded);
  return hall ? pick(hall.hours, hall.hoursEn) : item.hours;
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
