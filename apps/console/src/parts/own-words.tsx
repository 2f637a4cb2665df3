import { InChinese } from '@zhengtong/ui/in-chinese';
import { lang } from '../sentences/say.ts';

/** Names, laws and what people wrote: in Chinese whatever language the page is in, and read aloud as Chinese. */
export const OwnWords = ({ children }: { children: string }) => <InChinese lang={lang}>{children}</InChinese>;
