/** The domain that the sandbox's credentials belong to. */
export const OWN_DOMAIN = { issuerId: 'sandbox', name: 'Sandbox', pcid: '10000' };
