import type { SandboxUser } from './sandbox-users.ts';

const address = {
  address: '39 South Trail',
  city: 'San Antonio',
  extendedAddress: 'Apt 23',
  region: 'TX',
  zipCode: '78285',
};

export const assuranceOf = ({ passes }: SandboxUser) =>
  passes ? { assuranceLevel: 'AL2', reasons: ['AL2a'] } : { assuranceLevel: 'AL-1', reasons: [] };

/** The person of a verify answer; only the kinds of verification that fill something in tell more. */
export function identityOf(user: SandboxUser, verificationType: string): object {
  const assurance = assuranceOf(user);
  if (!user.passes || !/^(?:prefill|prefillForBiz|identityResolution)$/.test(verificationType))
    return assurance;
  return {
    ...assurance,
    firstName: user.firstName,
    lastName: user.lastName,
    addresses: [address],
    emails: ['jdoe@example.com'],
    dateOfBirth: '1981-01-17',
    nationalId: '265228370',
  };
}

export const businessesOf = ({ firstName, lastName }: SandboxUser): object[] => [
  {
    businessName: 'Sandbox Trading LLC',
    tradeName: 'Sandbox Trading',
    businessAddress: address,
    relatedPersons: [{ firstName, lastName }],
    registrationFiling: { region: 'TX', registrationNumber: '1000', registrationType: 'LLC' },
  },
];
