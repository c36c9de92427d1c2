//! What the random commands are made of.

/// Newlines stand as `\n`, as in `tests/vi`.
#[rustfmt::skip]
pub const TEXTS: &[&str] = &[
    "one two three\\nfour five six\\nseven eight nine\\n",
    "foo(bar, baz[1], {a: b})\\n  if x == 10:\\n      return 'it' + \"is\"\\n\\nend\\n",
    "One. Two three!  Four five?\\nSix seven. Eight\\n\\nNine.  Ten\\n", "a\\n\\nb\\n\\n\\nc d\\n",
    "你好 世界 abc\\nèé ñ, x_y\\n1 2 3 -4\\n", "<div><b>bold text</b> and</div>\\n<p>x</p>\\n",
    "x = [1, (2, 3), {'k': \"v w\"}]\\nprint(x[0], `ls`)\\n",
    "def f(a, b=0x1f):\\n    for i in range(10):\\n        if a[i] > 007:\\n            return {\\n                'a': i,\\n            }\\n\\n    return a\\n",
    "\\n  a b\\n   \\n\\tq r\\n", "s = \"a 'q' b\" + 'c \\\\' d' + f\"{x!r}\"\\nno quotes\\n",
    "aaa bab aba baa\\naab\\nbaa aa\\n", "one\\n", "foo.bar(baz)->qux[ 3 ] ; END\\n  ))) (( [ ) ] {\\n}\\n",
    "-5 0x0f 9 99 a1b2 1.5\\n-1--2 007 08\\n",
];

#[rustfmt::skip]
pub const COUNTS: &[&str] = &[
    "", "", "", "", "", "2", "3", "4",
];

#[rustfmt::skip]
pub const MOTIONS: &[&str] = &[
    "h", "l", "j", "k", "0", "^", "$", "w", "W", "b", "B", "e", "E", "ge", "gE", "g_", "gg", "G", "(", ")",
    "{", "}", "%", "*", "#", "g*", "g#", "+", "-", "_", "|", "n", "N", ";", ",", "H", "M", "L", "g0", "g^",
    "[(", "])", "[{", "]}", "`a", "'a", "``", "''", "`[", "`]", "`<", "`>", "'[", "']", "`.", "`^", "fa",
    "Fa", "ta", "Ta", "to", "Fo", "f(", "t)", "/e<Enter>", "?a<Enter>", "/o/e<Enter>", "?e?+1<Enter>",
    "/b/b+1<Enter>", "//<Enter>", "[[", "]]", "[]", "][", "/a/;/e<Enter>", "<BS>", "<C-N>", "<C-P>", "<C-J>", "<C-H>", " ",
];

#[rustfmt::skip]
pub const OBJECTS: &[&str] = &[
    "iw", "iW", "is", "ip", "i(", "i)", "ib", "i[", "i]", "i{", "i}", "iB", "i<", "i>", "i\"", "i'", "i`",
    "it", "aw", "aW", "as", "ap", "a(", "a)", "ab", "a[", "a]", "a{", "a}", "aB", "a<", "a>", "a\"", "a'",
    "a`", "at",
];

#[rustfmt::skip]
pub const OPERATORS: &[&str] = &[
    "d", "c", "y", ">", "<", "g~", "gu", "gU", "g?",
];

#[rustfmt::skip]
/// What is typed in insert mode.
pub const TYPED: &[&str] = &[
    "X", "foo", "a<Enter>b", "<C-W>", "x<C-W>y z", "<C-U>q", "<C-T>x", "<C-R>\"", "<C-R>a", "<C-A>",
    "<C-O>w", "<C-O>x", "z<C-O>D", "<C-V>065", "<C-V>u20ac", "<C-K>a:", "<C-K>e'", "<BS>", "ab<BS>",
    "<C-R><C-R>a", "<C-O>p", "<C-O>$z", "x0<C-D>", "é你", " ", "(", "<C-H><C-H>", "", "<C-R>.", "<C-R>-",
    "<C-G>uab", "x<C-O>:s/a/z/<Enter>", "<C-R>/", "<C-R>=1+2<Enter>", "<C-V><Esc>",
];

#[rustfmt::skip]
pub const INSERTIONS: &[&str] = &[
    "i", "a", "I", "A", "o", "O", "s", "S", "C", "R", "gI", "gi", "cc",
];

#[rustfmt::skip]
pub const REGISTERS: &[&str] = &[
    "", "", "", "", "\"a", "\"b", "\"A", "\"_", "\"1", "\"-", "\"2", "\"0", "\"B",
];

#[rustfmt::skip]
/// Commands by themselves.
pub const SINGLE: &[&str] = &[
    "x", "X", "D", "p", "P", "gp", "gP", ".", ".", ".", "J", "gJ", "~", "rZ", "r<Enter>", "ma", "mb", "Y",
    "dd", "yy", ">>", "<<", "<C-A>", "<C-X>", "gv<Esc>", "u", "u", "<C-R>", "&", "g&", "gUU", "guu", "g~~",
    "g??", "]p", "@:", "@@", "@a", "r<C-K>a:", "r<C-V>065", "ga", "&", "qaxq", "qaA;<Esc>jq", "qbdwq",
    "qa<C-A>jq", "qqxq@q", "qAxq", "\"ap", "\"bP", "yiw", "xp", "qaq", "qaciwX<Esc>wq",
    "U", "r<C-E>", "3r<C-Y>", "r<C-K>!!",
];

#[rustfmt::skip]
/// Commands on a selection.
pub const VISUAL: &[&str] = &[
    "d", "y", "x", "X", "D", "Y", "C", "S", "s", "c", "r-", "rZ", "~", "u", "U", "J", "gJ", ">", "<", "p",
    "P", "I", "A", "o", "O", "<Esc>", "<C-A>", "<C-X>", "g<C-A>", "g<C-X>", "R", "g?", "gv", "\"ap", "\"ay",
    "\"Ay", "\"ad", "$", "gU", "gu", "g~", "v", "V", "<C-V>", "gn", "@a",
];

#[rustfmt::skip]
/// Commands by name.
pub const EX: &[&str] = &[
    "s/a/x/", "s/a/x/g", "%s/a/[&]/", "%s/e/\\u&/g", "s/\\(\\w\\+\\) \\(\\w\\+\\)/\\2 \\1/", "s/o/\\r/",
    "%s/$/;/", "s/x*/-/g", "&&", "%&&", "~", "d", "2d", "1,2d a", "m0", "m$", "1m.", "t.", "1t$", "j",
    "1,3j", "2,3>", "<", "y a", "1y", "pu", "pu a", "0pu", "pu!", "norm x", "%norm A!", "g/a/d", "v/a/d",
    "g/e/s//E/", "g/o/norm x", "g/./m0", "g/^/t.", "sor", "sor!", "sor u", "sor n", "k a", "u", "red",
    ".,$s/\\s\\+/_/g", "s/\\v(a|e)(.)/\\2\\1/g", "%s/\\<\\w/\\U&/g", "%s/b\\zsa/Q/", "3", "$", "-1", "+1",
    "'a", "1;+1d", "/e/d", "?a?s/a/b/", "%s/a//gn", "%s/a/b/|s/b/c/", "s#a#/#", "s/\\n//", "%s/\\n/,/",
    "s/a\\|b/(&)/g", "%s/.*/\\L&/", "%s/\\w\\+/\\u\\L&/g", "1,2norm! ~", "co0", ".t.", ">>", ".,+1d",
    "'<,'>d", "@a", "@:", "delm a",
];

#[rustfmt::skip]
pub const SEARCHES: &[&str] = &[
    "/e<Enter>", "/a<Enter>", "?o<Enter>", "/\\<a<Enter>", "/e/e<Enter>", "/o/+1<Enter>", "n", "N", "*",
    "#", "g*", "g#", "gn<Esc>", "dgn", "cgnX<Esc>", "gN<Esc>", "dgN", "/\\d\\+<Enter>", "/\\w\\+$/e<Enter>",
    "/^$<Enter>", "?^<Enter>", "/\\v[a-c]+<Enter>", "/nothere<Enter>", "d/e/e<Enter>", "d?a<Enter>",
    "c/o<Enter>X<Esc>",
];
