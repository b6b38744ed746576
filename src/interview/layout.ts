/** A text in lines of at most `width` columns, broken between words; `hang` sets the later ones in. */
export function wrapped(text: string, width: number, hang = ''): string[] {
  return text.split('\n').flatMap((paragraph) => {
    const lines: string[] = [];
    let line = '';
    for (const word of paragraph.split(' ')) {
      if (line.trim() !== '' && line.length + 1 + word.length > width) {
        lines.push(line);
        line = hang + word;
      } else line = line === '' ? word : `${line} ${word}`;
    }
    return [...lines, line];
  });
}
