import { describe, expect, it } from 'vitest';
import { codeOf, UAT } from './copy-draft.test-support.ts';
import { goName } from './server-sdk-go.ts';

describe('a snippet for the SDK of each other language', () => {
  it('is a program in Java', () => {
    expect(codeOf('java', 'mfa-status')).toContain(`        Proveapi sdk = Proveapi.builder()
            .server(Proveapi.AvailableServers.UAT_US)
            .security(Security.builder()
                .clientID(System.getenv("PROVE_CLIENT_ID"))
                .clientSecret(System.getenv("PROVE_CLIENT_SECRET"))
                .build())
            .build();

        V3MFAStatusRequest request = V3MFAStatusRequest.builder()
            .clientRequestId("71010d88-d0e7-4a24-9297-d1be6fefde81")
            .correlationId("713189b8-5555-4b08-83ba-75d08780aebd")
            .phoneNumber("2001004011")
            .build();

        var response = sdk.v3().v3MFAStatusRequest()
            .request(request)
            .call();`);
  });

  it('is a program in Go, with pointers where a field may be left out', () => {
    expect(
      codeOf('go', 'complete'),
    ).toContain(`	response, err := client.V3.V3CompleteRequest(ctx, &components.V3CompleteRequest{
		CorrelationID: "713189b8-5555-4b08-83ba-75d08780aebd",
		Individual: components.V3CompleteIndividualRequest{`);
    expect(codeOf('go', 'unify')).toMatch(/PhoneNumber: provesdkservergo\.String\("2001004014"\),/);
  });

  it('is a program in C#, which wants a token', () => {
    expect(codeOf('csharp', 'validate')).toBe(`using System;
using System.Collections.Generic;
using Prove.Proveapi;
using Prove.Proveapi.Models.Components;

var sdk = new ProveAPI(auth: Environment.GetEnvironmentVariable("PROVE_TOKEN"), server: SDKConfig.Server.UatUs);

var request = new V3ValidateRequest() {
    CorrelationId = "713189b8-5555-4b08-83ba-75d08780aebd",
};

var response = await sdk.V3.V3ValidateRequestAsync(request);
Console.WriteLine(response);
`);
  });

  it('writes names as the SDKs do', () => {
    expect(
      ['clientRequestId', 'finalTargetUrl', 'ipAddress', 'allowOTPRetry', 'proveId', 'pcidFrom', 'ssn'].map(
        goName,
      ),
    ).toEqual([
      'ClientRequestID',
      'FinalTargetURL',
      'IPAddress',
      'AllowOTPRetry',
      'ProveID',
      'PcidFrom',
      'Ssn',
    ]);
  });

  it('gives what stands in the path and the query in the order of the method', () => {
    const url = `${UAT}/v3/identity?limit=5&showInactive=true`;
    expect(codeOf('ts', 'identity-list', { url })).toContain(
      'v3BatchGetIdentities(undefined, 5, undefined, true)',
    );
    expect(codeOf('go', 'identity-list', { url })).toContain(
      'V3BatchGetIdentities(ctx, nil, provesdkservergo.Int64(5), nil, provesdkservergo.Bool(true))',
    );
    expect(codeOf('csharp', 'identity-activate')).toContain(
      'V3ActivateIdentityAsync(proveId: "e0f78bc2-f748-4eda-9d29-d756844507fc", v3ActivateIdentityRequest: request)',
    );
    expect(codeOf('java', 'identity-deactivate')).toMatch(
      /V3IdentityDeactivateRequest request = [\s\S]*\.proveId\("e0f78bc2-f748-4eda-9d29-d756844507fc"\)\n\s+\.v3IdentityDeactivateRequest\(request\)/,
    );
  });

  it('names another server by its URL', () => {
    const url = 'http://localhost:8080/api/v3/mfa';
    expect(codeOf('ts', 'mfa', { url })).toContain('serverURL: "http://localhost:8080/api"');
    expect(codeOf('java', 'mfa', { url })).toContain('.serverURL("http://localhost:8080/api")');
    expect(codeOf('go', 'mfa', { url: 'https://platform.eu.proveapis.com/v3/mfa' })).toContain(
      'WithServer("prod-eu")',
    );
  });
});
