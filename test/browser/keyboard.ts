// Working a page by the keyboard alone, with an eye on the focus at every step: seen, in order, never lost, never caught.
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { readStop, type TabStop } from './tab-stops.ts';

/** Longer than any page has stops: whoever walks further walks in a circle. */
const mostStops = 150;

/** Between the last stop and the first is the browser's own. */
const sayMet = (met: readonly (TabStop | undefined)[]): string =>
  met.map((stop) => stop?.name.slice(0, 20) ?? '·').join(' | ');

/** How something begins, or what its whole name looks like. */
type Name = string | RegExp;

const isCalled = (found: string, name: Name): boolean =>
  typeof name === 'string' ? found.startsWith(name) : name.test(found);

export type Keyboard = {
  /** Tab, or Shift+Tab, until the focus is on what begins so. */
  to(name: Name, key?: 'Tab' | 'Shift+Tab'): Promise<void>;
  /** Tab to what begins so and press it. */
  press(name: Name, key?: 'Enter' | 'Space'): Promise<void>;
  /** Tab to a field and write over what is in it. */
  write(name: Name, text: string): Promise<void>;
  /** Tab to a list and choose by arrows until this is chosen. */
  choose(name: Name, option: string): Promise<void>;
  /** Waits until the focus stands on what begins so, without a key. */
  stands(name: Name): Promise<void>;
  /** Waits for a page come to by a link: its title changed, and its heading has the focus. */
  arrives(title: string): Promise<void>;
  /** All round the page by Tab and back by Shift+Tab, from wherever the focus is. */
  round(): Promise<void>;
};

/** What the focus is on, in the words that name it; empty where it is nowhere. */
const nameFocused = (): string => {
  const at = document.activeElement;
  if (!at || at === document.body) return '';
  return at.getAttribute('aria-label') ?? (at as HTMLInputElement).labels?.[0]?.textContent ?? at.textContent ?? '';
};

/** A keyboard at this page. Every step fails with the stops on the way when one of them is not as it should be. */
export function keyboardAt(page: Page): Keyboard {
  /**
   * Whatever was done before, the focus is somewhere by the time somebody presses the next key: where a dialog lies open,
   * in it. Nobody presses it before what opens or closes has come to rest: until then keys are the list's, and the dialog
   * still takes the focus to itself.
   */
  const isSomewhere = async (): Promise<void> => {
    const isHeld = () => {
      const dialogs = [...document.querySelectorAll('[role=dialog]')];
      const at = document.activeElement;
      return at !== document.body && (dialogs.length === 0 || dialogs.some((dialog) => dialog.contains(at)));
    };
    const isAtRest = () =>
      !document.querySelector('[aria-expanded=true][role=combobox],[class*=-appear],[class*=-leave]');
    await page
      .waitForFunction(isAtRest, undefined, { timeout: 15_000 })
      .catch(() => assert.fail(`something never comes to rest on ${page.url()}`));
    const held = page.waitForFunction(isHeld, undefined, { timeout: 15_000 });
    await held.catch(() => assert.fail(`the focus is lost on ${page.url()}`));
  };

  const step = async (key: 'Tab' | 'Shift+Tab', faults: string[], isFirst: boolean) => {
    await page.keyboard.press(key);
    const stop = await readStop(page);
    if (!stop) return undefined;
    const isInOrder = isFirst || (key === 'Tab' ? stop.follows : true);
    const wrong = [
      stop.hidden && 'is covered',
      !stop.ringed && 'shows no ring',
      !isInOrder && 'is out of order',
      stop.leavesRing && 'comes after one whose look did not change',
    ].filter(Boolean);
    if (wrong.length > 0) faults.push(`${stop.tag} ${stop.name.slice(0, 30)} ${wrong.join(', ')}`);
    return stop;
  };

  const to = async (name: Name, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> => {
    await isSomewhere();
    await readStop(page);
    const met: (TabStop | undefined)[] = [];
    const faults: string[] = [];
    for (let rounds = 0; rounds < 2; ) {
      const stop = await step(key, faults, met.length > 0 && met.at(-1) === undefined);
      if (!stop) rounds++;
      if (stop && isCalled(stop.name, name)) return assert.deepEqual(faults, [], `on the way to ${name}`);
      met.push(stop);
      if (met.length > mostStops) break;
    }
    assert.fail(`${name} is out of reach of the ${key} key: ${sayMet(met)}`);
  };

  const stands = async (name: Name): Promise<void> => {
    let at = '';
    for (const end = Date.now() + 15_000; Date.now() < end; await page.waitForTimeout(20)) {
      at = await page.evaluate(nameFocused);
      if (isCalled(at, name)) return;
    }
    assert.fail(`the focus stands on “${at}”, not on ${name}`);
  };

  return {
    to,
    stands,
    async press(name, key = 'Enter') {
      await to(name);
      await page.keyboard.press(key);
    },
    async write(name, text) {
      await to(name);
      await page.keyboard.press('Control+A');
      await page.keyboard.type(text);
    },
    async choose(name, option) {
      await to(name);
      const wayTo = (words: string): number => {
        const { options, selectedIndex } = document.activeElement as HTMLSelectElement;
        return [...options].findIndex(({ text }) => text === words) - selectedIndex;
      };
      for (let tries = 0; ; tries++) {
        const way = await page.evaluate(wayTo, option);
        if (way === 0) return;
        assert.ok(tries < 30, `${option} cannot be chosen in ${name} by arrows`);
        await page.keyboard.press(way > 0 ? 'ArrowDown' : 'ArrowUp');
        await stands(name);
      }
    },
    async arrives(title) {
      const isThere = (words: string) =>
        document.title.startsWith(words) && document.activeElement?.matches('h1') === true;
      await page.waitForFunction(isThere, title, { timeout: 15_000 }).catch(async () => {
        const at = await page.evaluate(() => `${document.title}: ${document.activeElement?.outerHTML.slice(0, 60)}`);
        assert.fail(`not at the heading of ${title}, but at ${at}`);
      });
    },
    async round() {
      await isSomewhere();
      await readStop(page);
      const faults: string[] = [];
      const walk = async (key: 'Tab' | 'Shift+Tab'): Promise<string[]> => {
        const met: (TabStop | undefined)[] = [];
        for (let first: TabStop | undefined; met.length < mostStops; first ??= met.find(Boolean)) {
          const stop = await step(key, faults, met.length > 0 && met.at(-1) === undefined);
          if (stop && stop.id === first?.id) break;
          met.push(stop);
        }
        assert.ok(met.length < mostStops && met.includes(undefined), `${key} never leaves the page: ${sayMet(met)}`);
        return met.flatMap((stop) => stop?.name ?? []);
      };
      const there = await walk('Tab');
      const back = await walk('Shift+Tab');
      assert.deepEqual(faults, []);
      assert.deepEqual(back.reverse(), there, 'back by the way there');
    },
  };
}
