import { PDFContext, PDFName } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { readFont } from '../../../src/pdf/finish/fonts.ts';
import { Objects } from '../../../src/pdf/finish/objects.ts';

function font(subtype: string, cmap: string | null) {
  const context = PDFContext.create();
  const dict = context.obj({ Subtype: subtype });
  if (cmap) dict.set(PDFName.of('ToUnicode'), context.register(context.stream(cmap)));
  return readFont(dict, new Objects(context));
}

const wide = `2 beginbfchar
<0001> <0020>
<0002> <00660069>
endbfchar
2 beginbfrange
<0010> <0012> <0061>
<0020> <0021> [<D83DDE00> <0041>]
endbfrange`;

describe('a font', () => {
  it('says what its codes stand for, one by one, in ranges and in lists', () => {
    const { decode } = font('Type0', wide);
    expect(decode(Uint8Array.of(0, 0x10, 0, 0x12, 0, 1, 0, 2))).toBe('ac fi');
    expect(decode(Uint8Array.of(0, 0x20, 0, 0x21))).toBe('😀A');
  });

  it('says the same of codes in digits', () => {
    expect(font('Type0', wide).decodeDigits('001000120001')).toBe('ac ');
  });

  it('has a space, or none', () => {
    expect(font('Type0', wide).space).toBe('<0001>');
    expect(font('Type3', '1 beginbfchar <41> <0020> endbfchar').space).toBe('<41>');
    expect(font('Type0', '1 beginbfchar <0041> <0041> endbfchar').space).toBeNull();
  });

  it('with codes of one byte and no map says them as they are', () => {
    expect(font('TrueType', null).decode(Uint8Array.of(0x48, 0x69))).toBe('Hi');
  });

  it('marks what it does not know', () => {
    expect(font('Type0', wide).decode(Uint8Array.of(0, 0x99))).toBe('\ufffd');
  });
});
