import { openPossession } from '../possession-flow.ts';
import { unifyKind } from './unify-kind.ts';

export const answerUnify = openPossession(unifyKind);
