// Object identifiers by which certificates, keys and signatures name what they are.

export const signatureOids = {
  /** SM2 with SM3 (GM/T 0006). */
  sm2Sm3: '1.2.156.10197.1.501',
  ecdsaSha256: '1.2.840.10045.4.3.2',
  ecdsaSha384: '1.2.840.10045.4.3.3',
  ecdsaSha512: '1.2.840.10045.4.3.4',
  ed25519: '1.3.101.112',
  rsaSha256: '1.2.840.113549.1.1.11',
  rsaSha384: '1.2.840.113549.1.1.12',
  rsaSha512: '1.2.840.113549.1.1.13',
} as const;

export const extensionOids = {
  subjectKeyIdentifier: '2.5.29.14',
  keyUsage: '2.5.29.15',
  subjectAltName: '2.5.29.17',
  basicConstraints: '2.5.29.19',
  certificatePolicies: '2.5.29.32',
  authorityKeyIdentifier: '2.5.29.35',
  extendedKeyUsage: '2.5.29.37',
  /** Private extensions of GB/T 20518, 5.2.4; as implementations write them, to be checked against the text before use. */
  identifyCode: '1.2.156.10260.4.1.1',
  insuranceNumber: '1.2.156.10260.4.1.2',
  businessRegistrationNumber: '1.2.156.10260.4.1.3',
  organizationCode: '1.2.156.10260.4.1.4',
  taxationNumber: '1.2.156.10260.4.1.5',
} as const;

/** Short names of what stands in a distinguished name. */
export const attributeNames: Readonly<Record<string, string>> = {
  '2.5.4.3': 'CN',
  '2.5.4.4': 'SN',
  '2.5.4.5': 'SERIALNUMBER',
  '2.5.4.6': 'C',
  '2.5.4.7': 'L',
  '2.5.4.8': 'ST',
  '2.5.4.10': 'O',
  '2.5.4.11': 'OU',
  '2.5.4.12': 'T',
  '2.5.4.42': 'GN',
  '1.2.840.113549.1.9.1': 'E',
};
