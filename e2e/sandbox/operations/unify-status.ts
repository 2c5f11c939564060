import { answerPossessionStatus } from '../possession-flow.ts';
import { unifyKind } from './unify-kind.ts';

export const answerUnifyStatus = answerPossessionStatus(unifyKind);
