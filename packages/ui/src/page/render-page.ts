import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';

/** A document as text, ready to send. */
export const renderPage = (page: ReactElement): string => `<!doctype html>${renderToStaticMarkup(page)}`;
