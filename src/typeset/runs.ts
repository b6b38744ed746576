import type { Token, TokenizerAndRendererExtension } from 'marked';

/** Things of one kind that stand together. */
interface Run {
  type: 'run';
  raw: string;
  kind: 'voices' | 'source-list';
  tokens: Token[];
}

/** Gathers the voices and the sources that follow one another, so that a theme can set them in columns. */
export function withRuns(tokens: readonly Token[]): Token[] {
  const result: Token[] = [];
  let run: Run | undefined;
  for (const token of tokens) {
    const kind = kindOf(token);
    if (!kind) {
      run = undefined;
      result.push(token);
      continue;
    }
    if (run?.kind !== kind) {
      run = { type: 'run', raw: '', kind, tokens: [] };
      result.push(run as Token);
    }
    run.tokens.push(token);
  }
  return result.map((token) => (isAlone(token) ? (token.tokens[0] as Token) : token));
}

/** A quotation that is no callout is a voice. */
function kindOf({ type, raw }: Token): Run['kind'] | undefined {
  if (type === 'source-definition') return 'source-list';
  return type === 'blockquote' && !raw.startsWith('> [!') ? 'voices' : undefined;
}

function isAlone(token: Token): token is Run {
  return token.type === 'run' && token.kind === 'voices' && token.tokens?.length === 1;
}

export const runs: TokenizerAndRendererExtension = {
  name: 'run',
  renderer(token) {
    const { kind, tokens } = token as Run;
    return `<div class="${kind}">\n${this.parser.parse(tokens)}</div>\n`;
  },
};
