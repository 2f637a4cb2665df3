import type { Route } from '@zhengtong/kernel';
import { isStaffPath, personCookie, staffCookie } from './authenticate.ts';

/** How a program says who is asking, as OpenAPI 3.1 names it. */
export const securitySchemes = {
  token: {
    type: 'http',
    scheme: 'bearer',
    description:
      '用 POST /api/v1/sign-in-codes 和 POST /api/v1/sessions 取得，30 分钟不用或 12 小时后失效。 · From POST /api/v1/sign-in-codes and POST /api/v1/sessions; ends 30 minutes unused, or after 12 hours.',
  },
  portal: { type: 'apiKey', in: 'cookie', name: personCookie, description: '在门户登录 · signed in on the portal' },
  console: { type: 'apiKey', in: 'cookie', name: staffCookie, description: '在工作台登录 · signed in at the console' },
} as const;

/** The schemes a route takes, any one of them; none where anybody may call. */
export function securityOf({ path, allow }: Route): readonly (keyof typeof securitySchemes)[] {
  if (allow.includes('public')) return [];
  return isStaffPath(path) ? ['console'] : ['token', 'portal'];
}
