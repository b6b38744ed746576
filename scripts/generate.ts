/** What the build needs of the source to write the files that follow from it. */
export { hashOf, templateOptions } from '../src/compose/template-options.ts';
export { templateNames } from '../src/compose/templates.ts';
export { profileJsonSchema } from '../src/profile/json-schema.ts';
