// The PostgreSQL that tests share; replaced by the supervisor's once `platform` stands.
export async function startTestServer(): Promise<{ env: Record<string, string>; stop: () => Promise<void> }> {
  return { env: {}, stop: async () => {} };
}
