/** How a page is dressed. `large` is 长辈版; `kiosk` stands in a hall and is touched with a finger. */
export const themes = ['standard', 'large', 'high-contrast', 'kiosk'] as const;
export type Theme = (typeof themes)[number];

/** In 长辈版 the type grows further: 22, 26 and 30 px (the rule asks that the setting reach 30). */
export const typeSizes = [1, 2, 3] as const;
export type TypeSize = (typeof typeSizes)[number];

export const isTheme = (text: string): text is Theme => (themes as readonly string[]).includes(text);
