import { App as AntApp, ConfigProvider } from 'antd';
import enUS from 'antd/es/locale/en_US.js';
import type { Locale } from 'antd/es/locale/index.js';
import zhCN from 'antd/es/locale/zh_CN.js';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { Pages } from './pages.tsx';
import { lang } from './sentences/say.ts';
import { theme } from './theme.ts';

// Typed as CommonJS, bundled as a module: the locale is the module or its default.
const plain = (locale: Locale | { default: Locale }): Locale => ('default' in locale ? locale.default : locale);

// The page's policy lets styles in with this answer's nonce alone.
const nonce = document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce ?? '';
const place = document.querySelector('#console');

if (place) {
  createRoot(place).render(
    <StrictMode>
      <ConfigProvider
        csp={{ nonce }}
        locale={plain(lang === 'en' ? enUS : zhCN)}
        theme={theme}
        button={{ autoInsertSpace: false }}
      >
        <AntApp>
          <BrowserRouter basename="/console">
            <Pages />
          </BrowserRouter>
        </AntApp>
      </ConfigProvider>
    </StrictMode>,
  );
}
