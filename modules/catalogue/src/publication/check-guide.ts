import { parseItemCode } from '@zhengtong/standards';
import type { ItemContent } from '../contract.ts';
import { lifeEvents } from '../domain/life-events.ts';
import { advice, error, type Report } from './problem.ts';

/** What every reader of a guide needs: who does it, by which law, where, and what to do against a decision. */
export function checkGuide(content: ItemContent, report: Report): void {
  const { laws, code, windows, phone, complaintPhone, channels, remedies, kind } = content;
  if (content.name.trim() === '') report(error('name-missing', '/name', '没有填写事项名称。', 'The item has no name.'));
  if (code.trim() === '') report(error('code-missing', '/code', '没有填写事项编码。', 'The item has no code.'));
  else if (!parseItemCode(code).ok)
    report(error('code-unreadable', '/code', '事项编码无法识别。', 'The item code cannot be read.'));
  if (laws.length === 0) report(error('law-missing', '/laws', '没有列明设定依据。', 'No law is cited.'));
  laws.forEach(({ law, article }, i) => {
    if (article !== '' && !/第.+条/.test(article))
      report(
        error(
          'law-without-article',
          `/laws/${i}/article`,
          `《${law}》没有写明第几条。`,
          `The article of 《${law}》 is not given.`,
        ),
      );
  });
  if (content.summary.trim() === '')
    report(error('summary-missing', '/summary', '没有写清这项服务是什么。', 'It does not say what the service is.'));
  if (content.conditions.length === 0)
    report(error('conditions-missing', '/conditions', '没有列明受理条件。', 'The conditions are not given.'));
  if (channels.length === 0)
    report(error('channels-missing', '/channels', '没有写明怎样办理。', 'It does not say how to apply.'));
  if (channels.includes('counter') && windows.length === 0)
    report(
      error(
        'windows-missing',
        '/windows',
        '可在窗口办理，但没有写明地点。',
        'Counters are offered but no place is given.',
      ),
    );
  if (phone === '') report(error('phone-missing', '/phone', '没有咨询电话。', 'There is no number to ask.'));
  if (complaintPhone === '')
    report(
      error('complaint-phone-missing', '/complaintPhone', '没有监督投诉电话。', 'There is no number to complain.'),
    );
  // 公共服务 decides nothing about a right, so nobody appeals against it.
  if (!remedies && kind !== '公共服务')
    report(
      error(
        'remedies-missing',
        '/remedies',
        '没有写明复议机关和管辖法院。',
        'The bodies of review and suit are not given.',
      ),
    );
  checkFee(content, report);
  checkFinding(content, report);
}

function checkFee({ fee }: ItemContent, report: Report): void {
  if (fee.isCharged && fee.items.length === 0)
    report(
      error('fee-without-standard', '/fee/items', '收费但没有列明标准。', 'It costs something but no rate is given.'),
    );
  if (!fee.isCharged && fee.items.length > 0)
    report(
      error('fee-contradiction', '/fee', '写明不收费，却列了收费项目。', 'It says free of charge and lists charges.'),
    );
  fee.items.forEach(({ name: given, law }, i) => {
    // One without a name yet is called by its place.
    const name = given.trim() || String(i + 1);
    if (!law)
      report(
        error(
          'fee-without-law',
          `/fee/items/${i}/law`,
          `收费项目“${name}”没有依据。`,
          `No law lets “${name}” be charged.`,
        ),
      );
  });
}

function checkFinding({ lifeEvents: chosen, words, faqs, nameEn, summaryEn }: ItemContent, report: Report): void {
  chosen.forEach((key, i) => {
    if (!lifeEvents.some((event) => event.key === key))
      report(
        error(
          'life-event-unknown',
          `/lifeEvents/${i}`,
          `没有“${key}”这个人生事件。`,
          `There is no life event “${key}”.`,
        ),
      );
  });
  if (words.length === 0)
    report(
      advice(
        'words-missing',
        '/words',
        '还没有群众的通俗说法，检索可能找不到。',
        'No lay words yet; search may miss it.',
      ),
    );
  if (chosen.length === 0)
    report(advice('life-event-missing', '/lifeEvents', '还没有归入人生事件。', 'It belongs to no life event yet.'));
  if (faqs.length === 0) report(advice('faqs-missing', '/faqs', '还没有常见问题。', 'There are no questions yet.'));
  if (!nameEn || !summaryEn)
    report(advice('english-missing', '/nameEn', '还没有英文名称和简介。', 'Name and summary are not in English yet.'));
}
