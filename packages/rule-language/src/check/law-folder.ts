import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { LawLibrary } from './check-articles.ts';

/**
 * A folder of laws as Markdown, one file a law (`社会救助暂行办法(2019-03-02).md`), each article a paragraph that begins with
 * its number. Of several versions of one law the latest counts. Used by the command line alone: the package itself reads no files.
 */
export function lawFolder(folder: string): LawLibrary {
  const files = globSync('**/*.md', { cwd: folder }).sort((a, b) => (basename(a) < basename(b) ? -1 : 1));
  const byName = new Map(
    files.map((file) => [basename(file, '.md').replace(/[(（]\d{4}-\d{2}-\d{2}[)）]$/, ''), join(folder, file)]),
  );
  const read = new Map<string, Map<string, string>>();
  return {
    findArticle: (law, article) => {
      const path = byName.get(law.replace(/^中华人民共和国/, ''));
      if (path === undefined) return null;
      const articles = read.get(path) ?? splitArticles(readFileSync(path, 'utf8'));
      read.set(path, articles);
      return articles.get(article);
    },
  };
}

function splitArticles(text: string): Map<string, string> {
  const articles = new Map<string, string>();
  const pattern =
    /^(第[一二三四五六七八九十百千零〇]+条(?:之[一二三四五六七八九十]+)?)[\s\u3000]+([\s\S]*?)(?=^第[一二三四五六七八九十百千零〇]+条(?:之[一二三四五六七八九十]+)?[\s\u3000]|^#|$(?![\s\S]))/gm;
  for (const match of text.matchAll(pattern)) articles.set(match[1] ?? '', (match[2] ?? '').trim());
  return articles;
}
