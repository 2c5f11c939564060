import type { Extension } from '@codemirror/state';
import { hoverTooltip } from '@codemirror/view';
import { findField } from '../../model/problems/find-field.ts';
import type { z } from '../../schemas/zod.ts';
import { fieldCard } from './field-card.ts';
import { pathAt } from './path-at.ts';

/** Shows a field's documentation while the pointer rests on its name or value. */
export const explainFields = (schemaNow: () => z.ZodObject | undefined): Extension =>
  hoverTooltip((view, pos, side) => {
    const schema = schemaNow();
    const at = schema && pathAt(view.state, pos, side);
    const field = at && findField(schema, at.path);
    if (!field) return null;
    const name = at.path.filter((step) => step !== '0').join('.');
    return {
      pos: at.from,
      end: at.to,
      create: () => ({ dom: fieldCard(name, field) }),
    };
  });
