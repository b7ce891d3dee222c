import about from '../../../../package.json' with { type: 'json' };

/** What `/healthz` answers, so that one Sipscope recognises another. */
export const identity = { name: about.name, version: about.version };
