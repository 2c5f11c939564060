import { describe, expect, it } from 'vitest';
import { flowKinds, flowRoleOf } from './flow-kind.ts';
import { findOperation } from './operations.ts';

const idsOf = (steps: Readonly<Record<string, unknown>>) => Object.keys(steps);

describe('the kinds of flows', () => {
  it('name operations that exist, each in one kind only', () => {
    const named = flowKinds.flatMap(({ steps }) => idsOf(steps));
    expect(named.filter((id) => !findOperation(id))).toEqual([]);
    expect(new Set(named).size).toBe(named.length);
  });

  it.each(flowKinds)('$id: begins with an operation that returns a correlationId', ({ steps }) => {
    const firsts = idsOf(steps).filter((id) => steps[id]?.role === 'first');
    expect(firsts).not.toEqual([]);
    for (const id of firsts) expect(findOperation(id)?.response.shape).toHaveProperty('correlationId');
  });

  it.each(flowKinds)('$id: its later operations carry a correlationId', ({ steps }) => {
    for (const id of idsOf(steps).filter((id) => steps[id]?.role !== 'first'))
      expect(findOperation(id)?.request?.shape).toHaveProperty('correlationId');
  });

  it.each(flowKinds)('$id: what may follow is of the same kind, and does not open a flow', ({ steps }) => {
    for (const { followedBy } of Object.values(steps))
      for (const id of followedBy) expect(['status', 'bind', 'step']).toContain(steps[id]?.role);
  });

  it.each(flowKinds)('$id: each later operation may follow some other', ({ steps }) => {
    const following = new Set(Object.values(steps).flatMap(({ followedBy }) => followedBy));
    const later = idsOf(steps).filter((id) => steps[id]?.role !== 'first');
    expect(later.filter((id) => !following.has(id))).toEqual([]);
  });

  it('leave out the operations that stand alone', () => {
    expect(flowRoleOf('token')).toBeUndefined();
    expect(flowRoleOf('identity-enroll')).toBeUndefined();
    expect(flowRoleOf('verify-batch')).toBeUndefined();
    expect(flowRoleOf('constructor')).toBeUndefined();
  });
});
