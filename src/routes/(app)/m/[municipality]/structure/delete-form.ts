import { z } from 'zod';
import { id, revision } from '#lib/forms/index.ts';

/** A removal carries only the revision that the person saw. */
export const deleteForm = z.object({ revision: revision() });

/** Taking a change back carries the entry of the trail that the person saw. */
export const undoForm = z.object({ entry: id() });
