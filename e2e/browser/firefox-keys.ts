/** Keys that print nothing, as WebDriver writes them. */
const codes: Record<string, string> = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE006',
  '\n': '\uE006',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Escape: '\uE00C',
  Space: ' ',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Insert: '\uE016',
  Delete: '\uE017',
  Meta: '\uE03D',
  F1: '\uE031',
  F2: '\uE032',
  F10: '\uE03A',
};

/** One movement of a key. */
interface KeyMove {
  type: 'keyDown' | 'keyUp';
  value: string;
}

/** The moves of pressing a key or a chord, as in `Control+Shift+a`. Throws when a name is unknown. */
export function keyMoves(chord: string): KeyMove[] {
  // The plus sign itself is a key too.
  const names = chord === '+' ? ['+'] : chord.split('+').map((name) => name || '+');
  const values = names.map((name) => {
    const value = codes[name] ?? name;
    if ([...value].length !== 1) throw new Error(`There is no key named ${name}`);
    return value;
  });
  const down = values.map((value): KeyMove => ({ type: 'keyDown', value }));
  const up = values.toReversed().map((value): KeyMove => ({ type: 'keyUp', value }));
  return [...down, ...up];
}
