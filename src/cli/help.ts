/** What `--help` prints. */
export const HELP = `Usage: v3-inspector check FILE… [--format text|json|markdown] [--route RULE]…

Checks the V3 calls in HAR files against Prove's documented contract: request bodies, answers, and the
calls of one flow together. HARs of Chrome, Firefox, Playwright, mitmproxy and Charles are read.

  FILE              a HAR file; - for standard input
  --format FORMAT   text (the default), json, or markdown for a comment on a pull request
  --route RULE      maps a path of your own back end to an operation; may be given several times:
                      --route "POST https://app.example.com/api/prove/mfa = mfa"
                      --route "/api/*/mfa/status = mfa-status; snake_case; response=/data"
                    A segment * stands for any one; a path without a host is matched on every host.
  --help, --version

Exit status: 0 no errors, 1 at least one error, 2 a file could not be read or is no HAR.
Tokens, secrets and personal data are masked in all that is printed. NO_COLOR turns colours off.
`;
