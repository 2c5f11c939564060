import { findOperation } from '../../schemas/operations.ts';
import { t } from '../words/words.ts';
import { readAddress } from './parse-route.ts';
import type { Route } from './route.ts';
import { routeMethods } from './route-path.ts';
import type { StoredRoute } from './stored-route.ts';

/** A route as it stands in a form: texts, right or not yet. */
export interface RouteForm {
  /** Empty for any. */
  method: string;
  /** A path, or a URL with a host. */
  address: string;
  operationId: string;
  /** Empty for that of the host. */
  region: string;
  /** JSON Pointers, empty for the whole body. */
  request: string;
  response: string;
  snakeCase: boolean;
}

export type RouteFormErrors = Partial<Record<keyof RouteForm, string>>;

export const emptyRouteForm: RouteForm = {
  method: 'POST',
  address: '',
  operationId: '',
  region: '',
  request: '',
  response: '',
  snakeCase: false,
};

/** A route as a form that `readRouteForm` reads back. */
export const toRouteForm = (route: Route): RouteForm => ({
  method: route.method ?? '',
  address: route.host === undefined ? route.path : `https://${route.host}${route.path}`,
  operationId: route.operationId,
  region: route.region ?? '',
  request: route.envelope?.request ?? '',
  response: route.envelope?.response ?? '',
  snakeCase: route.snakeCase ?? false,
});

/** Reads a form: a route, or what is wrong with each field. */
export function readRouteForm(form: RouteForm): { route: StoredRoute } | { errors: RouteFormErrors } {
  const errors: RouteFormErrors = {};
  const method = routeMethods.find((known) => known === form.method);
  if (form.method !== '' && !method) errors.method = t('A route cannot have this method.');
  const place = readAddress(form.address.trim());
  if (form.address.trim() === '') errors.address = t('Say which path of yours it is.');
  else if ('error' in place) errors.address = place.error;
  if (!findOperation(form.operationId)) errors.operationId = t('Choose the operation that it stands for.');
  const request = form.request.trim();
  const response = form.response.trim();
  const pointerError = t('Write a JSON Pointer such as {pointer}, or leave it empty.', { pointer: '/data' });
  if (request !== '' && !isPointer(request)) errors.request = pointerError;
  if (response !== '' && !isPointer(response)) errors.response = pointerError;
  const region = form.region === 'us' || form.region === 'eu' ? form.region : undefined;
  if (Object.keys(errors).length > 0 || 'error' in place) return { errors };
  const envelope = { ...(request !== '' && { request }), ...(response !== '' && { response }) };
  return {
    route: {
      ...(method && { method }),
      ...place,
      operationId: form.operationId,
      ...(region && { region }),
      ...(Object.keys(envelope).length > 0 && { envelope }),
      ...(form.snakeCase && { snakeCase: true }),
    },
  };
}

const isPointer = (text: string): boolean => /^(?:\/(?:[^~/]|~[01])*)+$/.test(text) && text.length <= 200;
