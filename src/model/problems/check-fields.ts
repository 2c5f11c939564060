import { flowRoleOf } from '../../schemas/flow-kind.ts';
import type { Operation, Region } from '../../schemas/operation.ts';
import { z } from '../../schemas/zod.ts';
import { isFlawless } from './accepts.ts';
import { advise } from './advise.ts';
import type { Finding } from './problem.ts';
import { refuse } from './refuse.ts';

/** What is known of a body besides what it says. */
export interface FieldSurroundings {
  /** Region whose rules count; none where it is not known. */
  region?: Region | undefined;
  /** A back end stands between that may know the flow's id itself: its own path says that it is no V3. */
  keepsId?: boolean | undefined;
}

/** Everything that is wrong with the fields of a request, by paths within the V3 body. */
export function checkFields(
  operation: Operation,
  value: Record<string, unknown>,
  { region, keepsId }: FieldSurroundings,
): Finding[] {
  const schema = operation.request;
  if (!schema) return [];
  const missing = missesId(operation, schema, value, keepsId);
  if (!missing && isFlawless(schema, value, region)) return NONE;
  const refused = refuse(schema, value);
  const broken = refused.length > 0 ? new Set(refused.map((finding) => finding.path)) : NO_PATHS;
  const advised = advise(schema, value, { region, broken });
  const kept = missing ? refused.filter(({ path }) => path !== ID) : refused;
  return [...kept, ...advised, ...(missing ? [missing] : NONE)];
}

const NONE: Finding[] = [];
const NO_PATHS: ReadonlySet<string> = new Set();
const ID = '/correlationId';

/** A later call needs its flow's id, also where the documented type lets it be left out. */
function missesId(
  operation: Operation,
  { shape }: z.ZodObject,
  value: Record<string, unknown>,
  keepsId: boolean | undefined,
): Finding | undefined {
  if (Object.hasOwn(value, 'correlationId')) return undefined;
  const role = flowRoleOf(operation.id)?.step.role;
  if (role === undefined || role === 'first') return undefined;
  const optional = keepsId || shape.correlationId instanceof z.ZodOptional;
  return optional ? { code: 'flow.correlation-id-missing', path: ID } : undefined;
}
