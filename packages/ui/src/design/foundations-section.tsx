import { Icon, type IconName } from '../icons/icon.tsx';
import { iconPaths } from '../icons/paths.ts';
import { type SectionProps, Specimen } from './specimen.tsx';

export function FoundationsSection({ say }: SectionProps) {
  return (
    <>
      <h2>{say('文字与图标', 'Type and icons')}</h2>
      <Specimen title={say('文字', 'Type')}>
        <p>
          {say(
            '开一家小饭店，需要先办营业执照，再办食品经营许可证。两件事可以一起申请，材料只交一次，通常 7 个工作日办结。',
            'To open a small restaurant you need a business licence, then a food licence. Apply for both at once; hand in papers once; it usually takes 7 working days.',
          )}
        </p>
        <p>
          {say('如果有人代您办理，请先看', 'If somebody applies for you, first read ')}
          <a href="#agents">{say('委托他人办理', 'acting for somebody else')}</a>
          {say('。身份号码写作', '. A number is written as ')}
          <span className="code">990100 20000101 001X</span>
          {say('。', '.')}
        </p>
      </Specimen>
      <Specimen title={say('图标', 'Icons')}>
        <ul className="chips">
          {(Object.keys(iconPaths) as IconName[]).map((name) => (
            <li key={name}>
              <Icon name={name} /> {name}
            </li>
          ))}
        </ul>
      </Specimen>
    </>
  );
}
