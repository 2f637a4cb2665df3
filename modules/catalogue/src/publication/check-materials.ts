import type { ItemContent } from '../contract.ts';
import type { QuestionAt } from './list-questions.ts';
import { conditionQuestions } from './list-questions.ts';
import { error, type Report } from './problem.ts';

/** 行政许可法 30 (the whole list is shown, so nothing open-ended); 国务院关于在线政务服务的若干规定 7 (nothing the state holds). */
const openEnded = /其他.{0,8}(材料|资料|文件|证明)|(等|相关|有关)(材料|资料|证明)$|需要提供的.{0,6}材料/;
const issuedByState =
  /(居民)?身份证|户口(簿|本|页)|营业执照|居住证|结婚证|离婚证|不动产(权|登记)证|残疾人证|驾驶证|行驶证|社会?保(障)?卡|无犯罪记录/;

const typesWeRead = ['application/pdf', 'image/jpeg', 'image/png', 'application/ofd'];
/** What `files` takes of one file; a guide that says more sends people away at the upload. */
const mostBytes = 20 * 1_048_576;

export function checkMaterials({ materials }: ItemContent, questions: readonly QuestionAt[], report: Report): void {
  const keys = materials.map(({ key }) => key);
  if (new Set(keys).size < keys.length)
    report(error('material-key-twice', '/materials', '材料代号重复。', 'Two materials have the same key.'));
  materials.forEach((material, i) => {
    const at = `/materials/${i}`;
    // One without a name yet is called by its place.
    const name = material.name.trim() || String(i + 1);
    if (material.checks.length === 0)
      report(
        error(
          'material-without-check',
          `${at}/checks`,
          `材料“${name}”没有写明审查要点。`,
          `It does not say what is checked in “${name}”.`,
        ),
      );
    if (openEnded.test(name))
      report(
        error(
          'material-open-ended',
          `${at}/name`,
          `“${name}”是兜底条款，应写明是哪一份材料。`,
          `“${name}” is open-ended; name the paper that is meant.`,
        ),
      );
    if (material.source === 'applicant' && issuedByState.test(name))
      report(
        error(
          'material-held-by-state',
          `${at}/source`,
          `“${name}”由政府部门核发，应核验电子证照或共享数据，不再要求提交。`,
          `The state issued “${name}” itself: look it up instead of asking for it.`,
        ),
      );
    if (material.accept.some((type) => !typesWeRead.includes(type)) || material.accept.length === 0)
      report(
        error(
          'material-type-unread',
          `${at}/accept`,
          `材料“${name}”的文件格式无法预览和查验。`,
          `Files of “${name}” cannot be shown and scanned in these types.`,
        ),
      );
    if (material.maxBytes > mostBytes)
      report(
        error('material-too-large', `${at}/maxBytes`, '单个文件不得超过 20 MiB。', 'A file may have at most 20 MiB.'),
      );
    checkCondition({ ...material, name }, at, questions, report);
  });
}

function checkCondition(
  { name, need, when }: ItemContent['materials'][number],
  at: string,
  questions: readonly QuestionAt[],
  report: Report,
): void {
  if (need !== 'conditional') return;
  const allAsked = conditionQuestions(when);
  if (!allAsked) {
    report(
      error(
        'material-condition-missing',
        `${at}/when`,
        `材料“${name}”是特定情形才需要，但没有写明是什么情形。`,
        `“${name}” is needed in some cases, but it does not say in which.`,
      ),
    );
    return;
  }
  for (const asked of allAsked) {
    if (questions.some(({ path }) => path === asked || asked.startsWith(`${path}.`))) continue;
    report(
      error(
        'material-condition-unasked',
        `${at}/when`,
        `材料“${name}”取决于问题“${asked}”，但表单里没有这个问题。`,
        `“${name}” depends on the question “${asked}”, which the form does not ask.`,
      ),
    );
  }
}
