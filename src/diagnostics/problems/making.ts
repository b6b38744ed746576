import type { Explanation } from '../explanation.ts';

/** Problems of pictures, templates, the browser and the disk: of making a document rather than of what it says. */
export const makingProblems = {
  'missing-image': {
    severity: 'error',
    title: 'A picture that is not there',
    why: 'Its place in the document would be empty.',
    remedy: 'Put the file in the profile’s folder and name it as it is spelt there.',
  },
  'image-outside-folder': {
    severity: 'error',
    title: 'A picture from outside the profile’s folder',
    why: 'A profile from someone else must not be able to put your files into a document.',
    remedy:
      'Copy the picture into the profile’s folder and name it there. Links to files elsewhere are not followed.',
  },
  'not-an-image': {
    severity: 'error',
    title: 'A file that is not a picture we can use',
    why: 'PNG, JPEG, WebP, AVIF, GIF and SVG pictures can be shown everywhere, and others cannot.',
    remedy: 'Save the picture as PNG or JPEG.',
  },
  'image-damaged': {
    severity: 'error',
    title: 'A picture that is damaged',
    why: 'Half a picture, or none, would stand in the document.',
    remedy: 'Open it in a picture program and save it again as PNG or JPEG, or copy it again.',
  },
  'no-picture-library': {
    severity: 'error',
    title: 'The library for photographs is not installed',
    why: 'The pictures that the profile names could not be put into the document.',
    remedy:
      'Install it for this system with “npm install --include=optional sharp”, and run “thriving-case doctor” to see that it works.',
  },
  'image-too-large': {
    severity: 'error',
    title: 'A picture that is too large',
    why: 'The document could no longer be sent by email.',
    remedy: 'Save a smaller copy: 2,000 pixels wide is enough for a whole page.',
  },
  'document-large': {
    severity: 'warning',
    title: 'A document that is too large to send by email',
    why: 'Mail systems refuse it without a word to you, and on a phone it takes minutes to open.',
    remedy: 'Leave out some photographs, or put the document on your website and send its address.',
  },
  'heading-empty': {
    severity: 'warning',
    title: 'A heading without words',
    why: 'People who listen go from heading to heading, and this one says nothing.',
    remedy: 'Give it words that say what follows, or take it out.',
  },
  'heading-skipped': {
    severity: 'warning',
    title: 'A heading that leaves a level out',
    why: 'People who listen would look for the part that seems to be missing between the two.',
    remedy: 'Begin it in your template with as many # as the heading above it, or one more.',
  },
  'document-long': {
    severity: 'warning',
    title: 'A document with more pages than the profile allows',
    why: 'Governors read what they can finish before the meeting; a long paper hides what matters in it.',
    remedy:
      'Shorten the sections that the message names, or raise “pages” in the profile. The theme “plain” needs about a sixth fewer pages.',
  },
  'missing-map-base': {
    severity: 'error',
    title: 'Lines for the map that are not there',
    why: 'The map would lack the boundaries or the coast that help readers to find their way.',
    remedy: 'Put the GeoJSON file in the profile’s folder and name it as it is spelt there.',
  },
  'map-base-outside-folder': {
    severity: 'error',
    title: 'Lines for the map from outside the profile’s folder',
    why: 'A profile from someone else must not be able to put your files into a document.',
    remedy:
      'Copy the GeoJSON file into the profile’s folder and name it there. Links to files elsewhere are not followed.',
  },
  'map-base-too-large': {
    severity: 'error',
    title: 'Lines for the map that are too many',
    why: 'On a map as wide as a page nobody could see so much detail, and the document would be too large to send.',
    remedy:
      'Download the boundaries in a generalised form, or only those of your area, and name that file.',
  },
  'not-geojson': {
    severity: 'error',
    title: 'A file that is no GeoJSON we can draw',
    why: 'The map would lack what the file was to show, or show it in the wrong place.',
    remedy:
      'Save lines or areas as GeoJSON, either in longitude and latitude (WGS 84) or in eastings and northings (British National Grid).',
  },
  'template-problem': {
    severity: 'error',
    title: 'A template that does not work',
    why: 'The section it makes would be missing or wrong.',
    remedy:
      'Compare it with the template of the same name that comes with the tool, or remove yours.',
  },
  'leak-found': {
    severity: 'error',
    title: 'A document that tells what is meant for others',
    why: 'People who were promised that only some would read it could not trust you again.',
    remedy:
      'Take the words out of the template that says them; or take “for” away from what may be read by everyone. Nothing was written.',
  },
  'hard-answer-lost': {
    severity: 'error',
    title: 'A document without an answer that its readers must have',
    why: 'Leaving, cost, jobs and who can change a promise are told to everyone they touch, or the document is not honest.',
    remedy:
      'Put the section with the hard answers back into the edition, or the answer into your own template. Nothing was written.',
    source: 'Domain rules 28, 36 and 41',
  },
  'edition-empty': {
    severity: 'error',
    title: 'An edition with nothing in it',
    why: 'A document that only says whom it is for is no use to them.',
    remedy: 'Fill in the parts of the profile that its sections tell, or choose other sections.',
  },
  'edition-hard-to-read': {
    severity: 'info',
    title: 'A document that is harder to read than its readers deserve',
    why: 'Each document has readers of its own, and a level that most of them can read at once.',
    remedy: 'Use shorter words and shorter sentences in what it tells.',
    source: 'Domain rule 31',
  },
  'no-browser': {
    severity: 'error',
    title: 'No browser to print with',
    why: 'The PDF is printed by a browser. The Markdown and HTML do not need one.',
    remedy:
      'Install Chrome, Edge or Chromium, or name one with --browser or the variable THRIVING_CASE_BROWSER.',
  },
  'browser-too-old': {
    severity: 'error',
    title: 'A browser that is too old',
    why: 'Page numbers and running heads need Chrome 131 (November 2024) or later.',
    remedy: 'Update the browser, or name a newer one with --browser.',
  },
  'browser-failed': {
    severity: 'error',
    title: 'The browser did not start or stopped',
    why: 'Without it the PDF cannot be printed.',
    remedy: 'Try again; if it happens each time, name another browser with --browser.',
  },
  'browser-libraries': {
    severity: 'error',
    title: 'The browser lacks a part of the system',
    why: 'Small Linux images leave out libraries that every browser needs.',
    remedy: 'Install the package the message names.',
  },
  'browser-sandbox': {
    severity: 'info',
    title: 'Printed without the browser’s sandbox',
    why: 'The sandbox guards against harmful pages. The page printed here is our own, runs no script and loads nothing.',
    remedy:
      'Run the command as an ordinary user, or allow user namespaces, to print with the sandbox.',
  },
  'timed-out': {
    severity: 'error',
    title: 'Not finished in time',
    why: 'A browser that hangs would keep the command waiting for ever.',
    remedy:
      'Try again, allow more time with --timeout 300, or name another browser with --browser.',
  },
  'cannot-write': {
    severity: 'error',
    title: 'A file that cannot be written',
    why: 'The document is not where you will look for it. Files from earlier builds are unharmed.',
    remedy:
      'Check that you may write in the folder, that the disk has room and that the file is not open elsewhere; or choose another folder with --out.',
  },
  'cannot-watch': {
    severity: 'error',
    title: 'A folder that cannot be watched',
    why: 'Nobody would tell when a file is saved, so the documents would stay as they are.',
    remedy:
      'Keep the profile in a folder of its own that stays where it is, or run build again after each change.',
  },
  interrupted: {
    severity: 'error',
    title: 'Interrupted',
    why: 'You, or the system, stopped the command before it was done.',
    remedy: 'Run it again. Each file is either the old one or the new one, never half of one.',
  },
  'bad-output-folder': {
    severity: 'error',
    title: 'A folder that Windows cannot have',
    why: 'Windows keeps some names for devices and some signs for itself; files written there would be lost.',
    remedy: 'Choose another name with --out.',
    source: 'Microsoft, Naming files, paths and namespaces',
  },
  'bad-epoch': {
    severity: 'error',
    title: 'A SOURCE_DATE_EPOCH that is no moment',
    why: 'It sets the date that the document prints; a date nobody meant would stand on it.',
    remedy: 'Set it to seconds since 1970, as “date +%s” prints them, or remove it.',
  },
  'unknown-addressee': {
    severity: 'error',
    title: 'A school that has not asked',
    why: 'A copy is an answer to a school that asked for it; of this one the profile knows nothing.',
    remedy:
      'Name a school of “prospective_schools” as it is spelt there, by its name or URN, or a file of schools that ends in .csv or .yaml.',
  },
  'no-list': {
    severity: 'error',
    title: 'A list of schools that is not there',
    why: 'The schools that copies are to be made for are not known.',
    remedy: 'Check the name of the file, and the folder that the command is run in.',
  },
  'empty-list': {
    severity: 'error',
    title: 'A list without a school',
    why: 'No copy would be made, and nobody would notice.',
    remedy: 'Give a row of headings and a row for each school; in YAML, an item for each school.',
  },
  'bad-table': {
    severity: 'error',
    title: 'A table of schools that cannot be read',
    why: 'Facts about one school would be printed for another.',
    remedy:
      'Save it from a spreadsheet program as CSV. The first row holds the headings, such as Name and URN, each once.',
  },
  'unused-column': {
    severity: 'info',
    title: 'A column of which nothing is taken',
    why: 'The register of schools has over a hundred columns, and a copy needs a dozen; but a misspelt heading is lost too.',
    remedy:
      'Nothing, unless you meant it for one of the keys of a school in “prospective_schools”.',
  },
  'school-twice': {
    severity: 'error',
    title: 'A school that stands in the list twice',
    why: 'One of the two copies would take the place of the other.',
    remedy: 'Delete one of the two, or correct the wrong name or URN.',
  },
  'copy-folder': {
    severity: 'error',
    title: 'A copy without a folder of its own',
    why: 'The copy would take the place of another school’s, or Windows could not have it at all.',
    remedy: 'Give the school its URN: the folder is then named by that.',
    source: 'Microsoft, Naming files, paths and namespaces',
  },
  'copy-names-another': {
    severity: 'error',
    title: 'A copy that names another school’s conversation',
    why: 'That a school is thinking of joining is for that school to tell; no other may learn it from you.',
    remedy:
      'Move the text into the entry of the school it is about, under “in_its_copy”, and say it without the name where it is for all.',
  },
  'unknown-edition': {
    severity: 'error',
    title: 'An edition that does not exist',
    why: 'There is no description of what it should hold.',
    remedy: 'Choose one of the editions in the message.',
  },
} as const satisfies Record<string, Explanation>;
