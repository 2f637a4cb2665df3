import type { ItemVersion } from '@zhengtong/catalogue';
import { type Form, loadForm } from '@zhengtong/forms';
import { must } from '@zhengtong/kernel';

// A published version never changes, so its form is compiled once. A few hundred items are in use at a time.
const loaded = new Map<string, Form>();
const most = 500;

/** The compiled form of an item's version; publication proved that it compiles. */
export function formOf(item: Pick<ItemVersion, 'divisionCode' | 'itemId' | 'version' | 'form'>): Form {
  const key = `${item.divisionCode}/${item.itemId}/${item.version}`;
  let form = loaded.get(key);
  if (!form) {
    form = must(loadForm(item.form));
    if (loaded.size >= most) loaded.delete(loaded.keys().next().value ?? '');
    loaded.set(key, form);
  }
  return form;
}
