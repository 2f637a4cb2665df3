import { Buttons, LinkButton } from '@zhengtong/ui';

/** Ways on that are not the next step, each large enough for a finger in 长辈版 (a link by itself is a target). */
export const Ways = ({ ways }: { ways: readonly (readonly [href: string, text: string] | undefined)[] }) => (
  <Buttons>
    {ways
      .filter((way) => way !== undefined)
      .map(([href, text]) => (
        <LinkButton key={href} look="quiet" href={href}>
          {text}
        </LinkButton>
      ))}
  </Buttons>
);
