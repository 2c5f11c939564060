import { bindPossession } from '../possession-flow.ts';
import { unifyKind } from './unify-kind.ts';

export const answerUnifyBind = bindPossession(unifyKind);
