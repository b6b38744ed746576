import { config } from 'zod';

// What is read here is read once: compiling a parser for it would take longer than reading it. A schema
// asks for this when it is made, so that it has to be said before there is any.
config({ jitless: true });

export * from 'zod';
