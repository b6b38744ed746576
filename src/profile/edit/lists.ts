import type { Node, YAMLSeq } from 'yaml';
import { isEmpty, type Value } from '../yaml/values.ts';
import { align } from './align.ts';
import { insideBrackets, removeFromBrackets } from './brackets.ts';
import { flowText, itemLines } from './fragment.ts';
import { beginsLine, columnOf, lineEnd, lineStart } from './lines.ts';
import type { NodePlace, Pass } from './rewrite.ts';
import { insertLines, setIn } from './scalars.ts';
import { contentEnd, hyphens } from './tree.ts';

/** Makes a list hold `after`, leaving alone the items it holds already. */
export function changeList(
  pass: Pass,
  list: YAMLSeq,
  before: readonly Value[],
  after: readonly Value[],
  { path, flow }: Omit<NodePlace, 'replace'>,
) {
  // `before` counts only the items that hold something.
  const items = (list.items as (Node | null)[])
    .map((node, place) => ({ node, place }))
    .filter(({ node }) => !isEmpty(node)) as { node: Node; place: number }[];
  const marks = flow ? [] : hyphens(list);
  const pairs = align(before, after);
  if (flow && addsAmongOthers(pairs)) {
    const [start, end] = list.range ?? [0, 0];
    pass.goes(list);
    pass.splices.replace(start, end, flowText([...after]));
    return;
  }
  const removed = new Set(
    pairs.flatMap(({ before: index, after: kept }) =>
      index !== undefined && kept === undefined ? [items[index]?.place ?? -1] : [],
    ),
  );

  let last = -1;
  for (const { before: from, after: to } of pairs) {
    const item = from === undefined ? undefined : items[from];
    if (item) {
      const mark = marks[item.place] ?? 0;
      last = item.place;
      if (to === undefined) {
        pass.goes(item.node);
        if (flow) {
          removeFromBrackets(pass, list, item.place, (other) =>
            removed.has(list.items.indexOf(other)),
          );
        } else removeItem(pass, item.node, mark);
      } else {
        pass.change(item.node, before[from as number] as Value, after[to] as Value, {
          path: [...path, to],
          flow,
          column: columnOf(pass.text, mark),
          replace: (value) => replaceItem(pass, item.node, mark, value, flow),
        });
      }
    } else if (to !== undefined && !flow) {
      addItem(pass, list, marks, last, after[to] as Value);
    }
  }
  if (!flow) return;
  const added = pairs.filter(({ before: from }) => from === undefined);
  if (added.length > 0) {
    const texts = added.map(({ after: to }) => flowText(after[to as number] as Value));
    insideBrackets(pass, list, texts);
  }
}

/** Whether items come and others go, or come before others. Between brackets the list is then written anew. */
function addsAmongOthers(pairs: ReturnType<typeof align>): boolean {
  const first = pairs.findIndex(({ before }) => before === undefined);
  if (first === -1) return false;
  return pairs.some(
    ({ before, after }, index) => after === undefined || (index > first && before !== undefined),
  );
}

function addItem(pass: Pass, list: YAMLSeq, marks: number[], previous: number, value: Value) {
  const { text, style, splices } = pass;
  const first = marks[0] ?? 0;
  const column = columnOf(text, first);
  const lines = setIn(itemLines(value, style, column), column);
  if (previous >= 0) {
    const node = list.items[previous] as Node | null;
    const mark = marks[previous] ?? 0;
    const end = node ? Math.max(mark + 1, contentEnd(node)) : mark + 1;
    insertLines(pass, lineEnd(text, end), lines);
  } else if (beginsLine(text, first)) insertLines(pass, lineStart(text, first), lines);
  else {
    const [head = '', ...rest] = lines;
    const again = style.eol + ' '.repeat(column);
    splices.insert(first, [head.trimStart(), ...rest].join(style.eol) + again);
  }
}

function removeItem({ text, splices }: Pass, node: Node, mark: number) {
  const end = lineEnd(text, contentEnd(node));
  splices.replace(beginsLine(text, mark) ? lineStart(text, mark) : mark, end, '');
}

function replaceItem(pass: Pass, node: Node, mark: number, value: Value, flow: boolean) {
  const { text, splices, style } = pass;
  if (flow) {
    splices.replace(node.range?.[0] ?? 0, node.range?.[1] ?? 0, flowText(value));
    return;
  }
  const column = columnOf(text, mark);
  const [head = '', ...rest] = itemLines(value, style, column);
  const stop = lineEnd(text, contentEnd(node));
  const closed = text[stop - 1] === '\n';
  const lines = [head, ...setIn(rest, column)];
  splices.replace(mark, stop, lines.join(style.eol) + (closed ? style.eol : ''));
}
