import { z } from 'zod';

// An extension's CSP refuses generated code, and zod would try it for each schema made before it is told.
z.config({ jitless: true });

export { z };
