/** The area of the demonstration city; no list of the state has it. */
export const demoAreas: readonly string[] = ['990000'];

/** The population register asked whether a name and a number belong together. It answers yes or no, nothing more. */
export type PersonRegister = {
  /** Fictional areas whose numbers this register knows; none beside a real database. */
  readonly demoAreas?: readonly string[];
  /** `away` when the register does not answer: then nobody is refused, the person is asked to try later. */
  matches(name: string, residentNumber: string): Promise<'match' | 'no-match' | 'away'>;
};

/**
 * The demo city's register: everybody whose number has the fictional area 99 and whose name is not 无此人. It exists so
 * that the whole road can be walked on one machine; it is never used beside a real database.
 */
export function demoRegister(): PersonRegister {
  return {
    demoAreas,
    matches: async (name, residentNumber) =>
      residentNumber.startsWith('99') && name !== '无此人' ? 'match' : 'no-match',
  };
}

/** Where no register is configured: everybody is told to try later, nobody is verified by mistake. */
export const noRegister: PersonRegister = { matches: async () => 'away' };
