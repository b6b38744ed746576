import process from 'node:process';

// What the machine the tests run on happens to say must not change what they see.
for (const name of [
  'SOURCE_DATE_EPOCH',
  'NO_COLOR',
  'FORCE_COLOR',
  'THRIVING_CASE_BROWSER',
  'PUPPETEER_EXECUTABLE_PATH',
]) {
  delete process.env[name];
}
