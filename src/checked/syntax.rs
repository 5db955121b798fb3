//! Parsing TOML, and the parser's own messages in both languages with what would be right.

use super::bare_value::bare_value;
use super::fault::{Fault, fault};
use crate::text::Text;
use toml::de::DeTable;
use toml_parser::parser::{RecursionGuard, parse_document};
use toml_parser::{ParseError, Source};

/// A file of more bytes than these is looked through before it is parsed, since the parser keeps every fault.
const LARGE: usize = 1 << 18;

/// A file with more faults of syntax than these is no TOML, and is told to be none.
const MOST_FAULTS: usize = 10_000;

/// How deep lists and tables may be nested, as the parser has it.
const DEEPEST: u32 = 80;

/// Parses a text as far as it can be parsed; the faults stand in the order of the text.
pub(super) fn parse_toml(text: &str) -> (DeTable<'_>, Vec<(std::ops::Range<usize>, Fault)>) {
    if text.len() > LARGE
        && let Some(first) = first_of_too_many(text)
    {
        return (DeTable::default(), vec![(first, not_toml())]);
    }
    let (table, errors) = DeTable::parse_recoverable(text);
    let faults = errors.iter().map(|error| {
        let span = error.span().unwrap_or_default();
        // The parser takes no value at all for a string without its quotes.
        let message = if span.is_empty() && error.message().starts_with(UNQUOTED) { MISSING } else { error.message() };
        let bare = bare_value(text, span.start, message.starts_with(UNQUOTED));
        (span, bare.unwrap_or_else(|| in_words(message)))
    });
    (table.into_inner(), faults.collect())
}

/// Returns where the first of the faults is, where there are far too many to be told.
fn first_of_too_many(text: &str) -> Option<std::ops::Range<usize>> {
    let (mut first, mut count) = (None, 0);
    let tokens = Source::new(text).lex().into_vec();
    let mut take = |error: ParseError| {
        first.get_or_insert_with(|| error.unexpected().map_or(0..0, |span| span.start()..span.end()));
        count += 1;
    };
    // Without its guard the parser would follow a text as deep as it is nested.
    let mut nothing = ();
    let mut guarded = RecursionGuard::new(&mut nothing, DEEPEST);
    parse_document(&tokens, &mut guarded, &mut take);
    first.filter(|_| count > MOST_FAULTS)
}

fn not_toml() -> Fault {
    fault!(
        "这不是 TOML 文件：从这里起有一万多处语法错误", "this is no TOML file: from here on it has more than 10,000 faults of syntax";
        "检查文件是否放错、损坏；空的模板可用 cppcc init 生成", "see whether it is the right file, and whole; cppcc init writes one to begin with",
    )
}

const UNQUOTED: &str = "string values must be quoted";
/// How the parser names a list and a table that have no end.
pub(super) const UNCLOSED_LIST: &str = "unclosed array";
pub(super) const UNCLOSED_TABLE: &str = "unclosed inline table";
const MISSING: &str = "missing value";

/// What a message of the parser begins with, the message in Chinese, and what would be right.
type KnownMessage = (&'static str, &'static str, &'static str, &'static str);

const STRING: (&str, &str) = (
    "字符串写在一对英文双引号里，如 \"督导163次\"；里面的英文双引号写作 \\\"，反斜杠写作 \\\\；占几行的，前后各写三个",
    "a string stands between two straight double quotes; within it write \\\" and \\\\, and for several lines three on each side",
);
const LINE: (&str, &str) =
    ("一行写一个“键 = 值”，如 qualifier = \"exact\"", "write one `key = value` a line, as in qualifier = \"exact\"");
const LIST: (&str, &str) = ("列表写作 [\"a\", \"b\"]", "a list is written [\"a\", \"b\"]");
const TABLE: (&str, &str) = (
    "行内表写作 { zh = \"…\", en = \"…\" }，各项以逗号分隔",
    "an inline table is written { zh = \"…\", en = \"…\" }, with commas",
);
const HEADER: (&str, &str) = (
    "表头写作 [pack]，可有多个的写作 [[observation]]",
    "a header is written [pack], or [[observation]] where there can be several",
);
const NUMBER: (&str, &str) = (
    "数只写数字和小数点，如 163、13.5；27亿 写作 2700000000",
    "write digits and a point alone, as in 163 or 13.5; 27亿 is 2700000000",
);
const KEY: (&str, &str) = (
    "键用英文字母、数字、“-”和“_”",
    "a key is made of letters, digits, `-` and `_`; any other stands in quotation marks",
);

const fn row(start: &'static str, zh: &'static str, help: (&'static str, &'static str)) -> KnownMessage {
    (start, zh, help.0, help.1)
}

/// All messages of the parser. The longest beginning that fits decides.
const MESSAGES: [KnownMessage; 54] = [
    row(
        "duplicate key",
        "键重复",
        (
            "同一张表里一个键只写一次；另一条数据要另起表头，如 [[observation]]",
            "a key stands once in a table; another entry begins with a header of its own, such as [[observation]]",
        ),
    ),
    row(UNQUOTED, "字符串要加引号", STRING),
    row("key with no value", "键没有值", LINE),
    row(MISSING, "缺少值", LINE),
    row("invalid value", "值写得不对", LINE),
    row("invalid key-value pair", "“键 = 值”写得不对", LINE),
    row("missing assignment", "键和值之间缺少“=”", LINE),
    row("extra assignment", "多了一个“=”", LINE),
    row("extra `=`", "多了一个“=”", LINE),
    row("unexpected key or value", "这里多了一个键或值", LINE),
    row("unexpected content between comment and newline", "注释后面有不能用的字符", LINE),
    row("unexpected content", "这里的内容多余", LINE),
    row("unclosed table", "表头没有写完，缺少“]”", HEADER),
    row("unclosed array table", "表头没有写完，缺少“]]”", HEADER),
    row("missing table open", "表头缺少“[”", HEADER),
    row("missing key", "缺少键", LINE),
    row(UNCLOSED_LIST, "列表没有写完，缺少“]”", LIST),
    row("missing array opening", "列表缺少“[”", LIST),
    row("missing comma between array elements", "列表的两项之间缺少逗号", LIST),
    row("extra comma in array", "列表里多了一个逗号", LIST),
    row("unexpected `=` in array", "列表里不能有“=”", LIST),
    row(UNCLOSED_TABLE, "行内表没有写完，缺少“}”", TABLE),
    row("missing inline table opening", "行内表缺少“{”", TABLE),
    row("missing key for inline table element", "行内表的一项缺少键", TABLE),
    row("missing comma between key-value pairs", "两项之间缺少逗号", TABLE),
    row("missing assignment between key-value pairs", "键和值之间缺少“=”", TABLE),
    row("extra assignment between key-value pairs", "多了一个“=”", TABLE),
    row("extra comma in inline table", "行内表里多了一个逗号", TABLE),
    row("invalid inline table element", "行内表的一项写得不对", TABLE),
    row("missing comma", "缺少逗号", LIST),
    row("extra comma", "多了一个逗号", LIST),
    row("invalid basic string", "字符串没有写完，或含有不能用的字符", STRING),
    row("invalid literal string", "单引号字符串没有写完，或含有不能用的字符", STRING),
    row("invalid multi-line basic string", "多行字符串没有写完，或含有不能用的字符", STRING),
    row("invalid multi-line literal string", "多行单引号字符串没有写完，或含有不能用的字符", STRING),
    row("missing opening quote", "字符串前面缺少引号", STRING),
    row("missing escaped value", "反斜杠后面缺少字符，或不能跟这个字符", STRING),
    row("too few unicode value digits", "\\u 后面的位数不够", STRING),
    row("invalid unquoted key", "不加引号的键只能用英文字母、数字、“-”和“_”", KEY),
    row("unquoted keys cannot be empty", "缺少键", KEY),
    row("keys cannot be multi-line", "键不能占几行", KEY),
    row(
        "invalid comment character",
        "注释里有不能用的字符",
        (
            "注释从“#”到行末，删去看不见的字符",
            "a comment goes from # to the end of its line; take the invisible character out",
        ),
    ),
    row("missing comment start", "注释缺少“#”", ("注释从“#”到行末", "a comment goes from # to the end of its line")),
    row(
        "carriage return must be followed by newline",
        "回车符后面没有换行符",
        ("请用编辑器把换行存为 LF 或 CRLF", "save the line ends as LF or CRLF in an editor"),
    ),
    row(
        "cannot recurse further",
        "嵌套太深",
        (
            "表和列表至多套八十层，数据里用不到三层",
            "lists and tables may be nested eighty deep; data need no more than three",
        ),
    ),
    row("cannot extend value", "前面已给它写了值，不能再作表", HEADER),
    row("integers with a radix cannot be signed", "这样写的整数不能有正负号", NUMBER),
    row("radix must be lowercase", "这样写的整数要用小写字母", NUMBER),
    row("unexpected leading zero", "数的前面不能有 0", NUMBER),
    row("unexpected sign", "正负号多余", NUMBER),
    row("redundant", "数前面的符号或前缀多余", NUMBER),
    row("`_` may only go between digits", "“_”只能写在数字之间", NUMBER),
    row("invalid", "写得不对", NUMBER),
    row("", "写得不对", LINE),
];

/// Puts a message of the parser into both languages.
pub(super) fn in_words(message: &str) -> Fault {
    let known = MESSAGES.iter().filter(|(start, ..)| message.starts_with(start)).max_by_key(|(start, ..)| start.len());
    let (_, zh, help_zh, help_en) = known.copied().unwrap_or_default();
    fault!("TOML 语法：{zh}", "TOML syntax: {message}").with_help(Text::new(help_zh, help_en))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_fault_of_syntax_is_told_in_both_languages_with_what_would_be_right() {
        let table = [
            ("a = 1\na = 2", "键重复"),
            ("a = 滨州", "字符串要加引号"),
            ("a\n", "键没有值"),
            ("a =\n", "缺少值"),
            ("a = \"x", "字符串没有写完"),
            ("a = 'x", "单引号字符串没有写完"),
            ("a = \"\"\"x", "多行字符串没有写完"),
            ("a = '''x", "多行单引号字符串没有写完"),
            ("a = \"\\q\"", "反斜杠后面缺少字符"),
            ("a = \"\\u12\"", "\\u 后面的位数不够"),
            ("[a\nb = 1", "缺少“]”"),
            ("[[a]\nb = 1", "缺少“]]”"),
            ("a = [1, 2", "列表没有写完"),
            ("a = [\"x\" \"y\"]", "列表的两项之间缺少逗号"),
            ("a = [1,, 2]", "列表里多了一个逗号"),
            ("a = { b = 1", "行内表没有写完"),
            ("a = { b = \"x\" c = \"y\" }", "两项之间缺少逗号"),
            ("a = { b = 1,, c = 2 }", "行内表里多了一个逗号"),
            ("地区 = 1", "不加引号的键只能用英文字母"),
            ("= 1", "缺少键"),
            ("a = \"x\" b = 2", "这里"),
            ("a = 01", "数的前面不能有 0"),
            ("a = 1__0", "“_”只能写在数字之间"),
            ("a = 1\n[a.b]\nc = 1", "前面已给它写了值"),
            ("# \u{1}\n", "注释里有不能用的字符"),
        ];
        for (text, expected) in table {
            let (_, faults) = parse_toml(text);
            let (_, first) = faults.first().unwrap_or_else(|| panic!("{text}"));
            assert!(first.message.zh.contains(expected), "{text}: {} / {}", first.message.zh, first.message.en);
            assert!(first.help.is_some() && first.message.en.len() > "TOML syntax: ".len(), "{text}");
        }
        let deep = format!("a = {}", "[".repeat(1000));
        assert!(parse_toml(&deep).1.iter().any(|(_, fault)| fault.message.zh.contains("嵌套太深")));
    }

    #[test]
    fn what_is_no_toml_at_all_is_told_once() {
        let (_, faults) = parse_toml(&"=".repeat(LARGE + 1));
        assert_eq!(faults.len(), 1);
        for open in ["[", "{a="] {
            assert!(!parse_toml(&format!("a={}", open.repeat(LARGE))).1.is_empty(), "however deep it is nested");
        }
        let large = "a = 1\n# 滨州\n".replace('a', "\n[[theme]]\na").repeat(LARGE / 8);
        assert!(parse_toml(&large).1.is_empty(), "a large file that is sound is read");
    }
}
