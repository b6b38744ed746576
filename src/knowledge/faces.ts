/** A typeface that comes with the tool, and what it can print. */
export interface Face {
  name: string;
  /** The first and last code points of each run of characters; a test reads them from the files. */
  characters: readonly (readonly [number, number])[];
}

/** Runs of code points, as `a` or `a-b` in hexadecimal with spaces between. */
function runs(written: string): Face['characters'] {
  return written
    .trim()
    .split(/\s+/)
    .map((run) => {
      const [first = '', last = first] = run.split('-');
      return [Number.parseInt(first, 16), Number.parseInt(last, 16)];
    });
}

export const figtree: Face = {
  name: 'Figtree',
  characters: runs(`
    20-7e a0-ac ae-113 116-127 12a-12b 12e-137 139-13e 141-148 14a-14d 150-161 164-165 16a-17e
    1cd-1ce 218-21b 237 2c6-2c7 2da 2dc-2dd 300-301 303-304 308 1e80-1e85 1e9e 1ef2-1ef3
    2013-2014 2018-201a 201c-201e 2020 2022 2026 2039-203a 2044 20ac 20b9 2122 2191 2193 2212
    2215
  `),
};

export const lora: Face = {
  name: 'Lora',
  characters: runs(`
    20-7e a0-ac ae-137 139-17f 18f 192 1a0-1a1 1af-1b0 1b7 1cd-1ce 1d3-1d4 1e4-1e9 1ee-1ef
    1fe-1ff 218-21b 21e-21f 237 259 292 2bb-2bc 2c6-2c7 2c9 2da 2dc-2dd 300-301 303-304 308-309
    323 1e80-1e85 1e9e 1ef2-1ef9 2013-2014 2018-201a 201c-201e 2020 2022 2026 2032-2033
    2039-203a 2044 20ac 20ae 20b4 20b8 20ba 20bd 2113 2122 2212 2215
  `),
};

export const nunitoSans: Face = {
  name: 'Nunito Sans',
  characters: runs(`
    20-7e a0-17e 181 18a 18f 192 1a0-1a1 1af-1b0 1b3-1b4 1c4-1ce 1d4 1e5-1e7 1e9-1eb 1ef 1fa-21b
    21f 226-228 22a-22d 230-233 237 253 257 259 292 2b9-2bc 2be-2bf 2c6-2cc 2da 2dc-2dd 300-301
    303-304 308-309 323 1e08-1e09 1e0c-1e0f 1e14-1e17 1e1c-1e1d 1e20-1e21 1e24-1e25 1e2a-1e2b
    1e2e-1e2f 1e36-1e37 1e3a-1e3b 1e42-1e49 1e4c-1e53 1e5a-1e5b 1e5e-1e69 1e6c-1e6f 1e78-1e7b
    1e80-1e85 1e8e-1e8f 1e92-1e93 1e97 1e9e 1ef2-1ef9 2009 200b 2013-2014 2018-201a 201c-201e
    2020 2022 2026 2032-2033 2039-203a 2044 20a1 20a3-20a4 20a6-20a7 20a9 20ab-20ae 20b1-20b2
    20b4-20b5 20b8-20ba 20bc-20bd 2113 2122 2212 2215
  `),
};

export const sourceSans: Face = {
  name: 'Source Sans 3',
  characters: runs(`
    20-7e a0-181 186 18a 18d-190 192-194 196-197 19a-19b 19e 1a0-1a1 1af-1b1 1b7 1bf-1c3 1cd-1dd
    1e2-1e7 1ea-1eb 1ee-1f0 1f4-1f5 1f7-201 204-205 208-209 20c-20d 218-220 222-223 226-227 237
    23a-23e 241-245 248-249 250-27b 27d-285 287-292 294-295 298-299 29b-29f 2a1-2a8 2b0-2b4
    2b7-2b9 2bb-2c1 2c6-2cc 2d0-2d7 2da 2dc-2de 2e0-2e4 2ed 300-301 303-304 308-309 323 329 1d25
    1d2c 1d2e 1d30-1d31 1d33-1d3a 1d3c 1d3e-1d43 1d47-1d4b 1d4d 1d4f-1d52 1d56-1d58 1d5b
    1d6f-1d70 1d79 1d7b 1d7f 1d9c 1da0 1dac 1dae 1db0 1dbb 1dbf 1e02-1e03 1e06-1e07 1e0a-1e11
    1e16-1e17 1e1e-1e2b 1e32-1e3b 1e3e-1e49 1e52-1e53 1e56-1e63 1e66-1e67 1e6a-1e6f 1e72-1e73
    1e7e-1e85 1e8e-1e97 1e9e-1e9f 1ef2-1ef9 2009 200b 2013-2014 2018-201a 201c-201e 2020 2022
    2026 2032-2033 2039-203a 2044 20a1 20a3-20a4 20a6-20a7 20a9 20ab-20ac 20ae 20b1-20b2
    20b4-20b5 20b8-20ba 20bd 2113 2122 2191 2193 2212 2215 2c60-2c62 2c65-2c66 2c71 2c7d
    a722-a725 a74e-a74f a75a-a75b a764-a765 a779-a787 a789 a7ad-a7ae a7b3 a7b5 a7f2-a7f4 feff
  `),
};

/** An open face for each script that a name in an English school may be written in. */
export const facesByScript: readonly { script: RegExp; name: string; face: string }[] = [
  { script: /\p{Script=Arabic}/u, name: 'Arabic or Urdu', face: 'Noto Sans Arabic' },
  { script: /\p{Script=Hebrew}/u, name: 'Hebrew', face: 'Noto Sans Hebrew' },
  { script: /\p{Script=Bengali}/u, name: 'Bengali', face: 'Noto Sans Bengali' },
  { script: /\p{Script=Devanagari}/u, name: 'Hindi or Nepali', face: 'Noto Sans Devanagari' },
  { script: /\p{Script=Gurmukhi}/u, name: 'Punjabi', face: 'Noto Sans Gurmukhi' },
  { script: /\p{Script=Gujarati}/u, name: 'Gujarati', face: 'Noto Sans Gujarati' },
  { script: /\p{Script=Tamil}/u, name: 'Tamil', face: 'Noto Sans Tamil' },
  { script: /\p{Script=Ethiopic}/u, name: 'Tigrinya or Amharic', face: 'Noto Sans Ethiopic' },
  { script: /\p{Script=Han}/u, name: 'Chinese', face: 'Noto Sans SC' },
  { script: /\p{Script=Cyrillic}/u, name: 'Cyrillic', face: 'Noto Sans' },
  { script: /\p{Script=Greek}/u, name: 'Greek', face: 'Noto Sans' },
  { script: /\p{Extended_Pictographic}/u, name: 'a picture character', face: 'Noto Color Emoji' },
];

/** For everything else, such as rare accents and signs. */
export const fallbackFace = 'Noto Sans';
