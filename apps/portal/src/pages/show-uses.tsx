import type { AccessRow } from '@zhengtong/platform';
import { EmptyState, LinkButton, Pagination, Table } from '@zhengtong/ui';
import type { Content } from '../frame.tsx';
import { sayMoment } from '../say-time.ts';
import type { SayKey } from '../sentences/speak.ts';
import type { Visit } from '../visit.ts';

/** A reading with the name of the body that read. */
export type Use = AccessRow & { readonly organisationName: string | undefined };

const fieldNames: Readonly<Record<string, Extract<SayKey, `account.field${string}`>>> = {
  name: 'account.fieldName',
  residentNumber: 'account.fieldNumber',
  phone: 'account.fieldPhone',
  answers: 'account.fieldAnswers',
  materials: 'account.fieldMaterials',
};

const pageSize = 50;

/** Who looked at my data, when, what for, and what they saw (个人信息保护法 44, 45). */
export function usesPage(visit: Visit, uses: readonly Use[]): Content {
  const { say, lang } = visit;
  const last = uses.length === pageSize ? uses.at(-1) : undefined;
  const nameOf = (field: string): string => {
    const key = fieldNames[field];
    return key ? say(key) : field;
  };
  return {
    title: say('account.uses'),
    isWide: true,
    breadcrumb: [{ text: say('account.title'), href: '/my/account' }],
    children: (
      <>
        <h1>{say('account.uses')}</h1>
        <p className="lead">{say('account.usesLead')}</p>
        {uses.length === 0 ? (
          <EmptyState title={say('account.usesEmpty')} icon="eye" />
        ) : (
          <Table
            caption={say('account.uses')}
            isCaptionHidden
            columns={[
              { key: 'when', label: say('account.usesWhen') },
              { key: 'who', label: say('account.usesWho') },
              { key: 'why', label: say('account.usesWhy') },
              { key: 'what', label: say('account.usesWhat') },
            ]}
            rows={uses.map((use) => ({
              id: use.id,
              cells: {
                when: sayMoment(use.at, lang),
                who: whoOf(visit, use),
                why: use.caseId ? (
                  <LinkButton look="quiet" href={`/my/cases/${use.caseId}`}>
                    {use.purpose}
                  </LinkButton>
                ) : (
                  use.purpose
                ),
                what: use.fields.map(nameOf).join(lang === 'zh' ? '、' : ', '),
              },
            }))}
          />
        )}
        <Pagination earlierHref={last ? `/my/uses?before=${last.id}` : undefined} lang={lang} />
        <p className="hint">{say('account.complain')}</p>
      </>
    ),
  };
}

function whoOf({ say }: Visit, { actorKind, organisationName }: Use): string {
  if (actorKind === 'staff') return [organisationName, say('account.staff')].filter(Boolean).join(' ');
  if (actorKind === 'public') return say('account.publicQuery');
  return say(actorKind === 'system' ? 'account.system' : 'account.yourself');
}
