//! What somebody means who writes a number with its unit, or a date, without quotation marks.

use super::fault::{Fault, fault, text};
use crate::text::fold_fullwidth;

/// The keys that take a number.
const NUMBERS: [&str; 5] = ["value", "to", "paragraph", "paragraphs", "place"];

/// The keys that take a date, or a time in its short form.
const TIMES: [&str; 13] = [
    "period",
    "date",
    "start",
    "end",
    "as_of",
    "accessed",
    "start_earliest",
    "start_latest",
    "end_earliest",
    "end_latest",
    "as_of_earliest",
    "as_of_latest",
    "published",
];

/// Words beside a number, each with the qualifier that says the same.
const HEDGES: [(&str, &str); 16] = [
    ("不超过", "at-most"),
    ("以内", "at-most"),
    ("不足", "below"),
    ("不到", "below"),
    ("近", "below"),
    ("大约", "about"),
    ("约", "about"),
    ("左右", "about"),
    ("上下", "about"),
    ("余", "at-least"),
    ("多", "at-least"),
    ("超过", "at-least"),
    ("超", "at-least"),
    ("逾", "at-least"),
    ("以上", "at-least"),
    ("至少", "at-least"),
];

/// In a longer line a fault is only told, so that many of them take no time.
const LONGEST_LINE: usize = 400;

/// A longer value is no number and no date.
const LONGEST: usize = 40;

/// A key with what stands bare behind it.
struct BareValue<'t> {
    key: &'t str,
    raw: &'t str,
}

/// Returns the fault of a value without quotation marks at a byte, with what would be right; `None` where another thing is
/// wrong there. A word is only taken for one where the parser misses its quotation marks.
pub(super) fn bare_value(text: &str, byte: usize, misses_quotes: bool) -> Option<Fault> {
    let BareValue { key, raw } = at(text, byte)?;
    let plain: String = raw.chars().map(fold_fullwidth).collect();
    let has_digit = plain.contains(|character: char| character.is_ascii_digit());
    match key {
        _ if NUMBERS.contains(&key) && has_digit => Some(number(key, raw, &plain)),
        _ if TIMES.contains(&key) && has_digit => Some(time(key, raw, &plain)),
        _ if misses_quotes && !raw.contains(['"', '\'']) => Some(word(key, raw)),
        _ => None,
    }
}

/// Finds the key and the bare value that a byte stands in.
fn at(text: &str, byte: usize) -> Option<BareValue<'_>> {
    let from = byte.saturating_sub(LONGEST_LINE);
    let before = text.as_bytes().get(from..byte)?.iter().rposition(|one| *one == b'\n');
    let start = if from == 0 { before.map_or(0, |at| at + 1) } else { from + before? + 1 };
    let rest = text.get(start..)?;
    let end = rest.char_indices().take(LONGEST_LINE).find(|(_, character)| *character == '\n');
    let end = end.or_else(|| rest.char_indices().nth(LONGEST_LINE)).map_or(rest.len(), |(at, _)| at);
    let line = rest.get(..end)?.trim_end_matches('\r');
    let (mut equals, mut quote, mut before) = (None, None, ' ');
    for (at, character) in line.char_indices().take_while(|(at, _)| start + at <= byte) {
        match quote {
            Some(mark) if mark == character && before != '\\' => quote = None,
            None if matches!(character, '"' | '\'') => quote = Some(character),
            None if character == '=' => equals = Some(at),
            _ => {}
        }
        before = character;
    }
    let equals = equals?;
    let key = line.get(..equals)?.trim_end().rsplit([' ', '\t', '{', ',', '.']).next()?;
    let value = line.get(equals + 1..)?.trim_start();
    let raw = value.split([' ', '\t', '}', ']', '#']).next()?.trim_end_matches(',');
    let is_short = raw.chars().nth(LONGEST).is_none();
    (is_short && !key.is_empty() && !raw.is_empty() && !raw.starts_with(['"', '\'', '[', '{', '=']))
        .then_some(BareValue { key, raw })
}

fn number(key: &str, raw: &str, plain: &str) -> Fault {
    let is_part = |character: char| character.is_ascii_digit() || matches!(character, '.' | ',');
    let digits: Vec<String> = plain
        .split(|character: char| !is_part(character))
        .map(|part| part.replace(',', "").trim_matches('.').to_owned())
        .filter(|part| !part.is_empty())
        .collect();
    let fault = fault!("“{raw}”不是单纯的数", "`{raw}` is not a number alone");
    let [first, rest @ ..] = digits.as_slice() else { return fault };
    if let [second, ..] = rest {
        let help = text!(
            "两个数之间的写作 {key} = {first}、to = {second}、qualifier = \"between\"",
            "a range is written {key} = {first}, to = {second}, qualifier = \"between\"",
        );
        return fault.with_help(help);
    }
    let first = written_out(first, plain);
    let hedge = HEDGES.iter().find(|(word, _)| plain.contains(word));
    let words = plain.contains(|character: char| character.is_alphabetic() || character == '%');
    fault.with_help(match hedge {
        Some((word, qualifier)) => text!(
            "写作 {key} = {first}，“{word}”写作 qualifier = \"{qualifier}\"；单位写在指标里",
            "write {key} = {first}, and {word} as qualifier = \"{qualifier}\"; the unit stands with the indicator",
        ),
        None if words && key == "value" => text!(
            "只写数，不写单位：{key} = {first}；单位写在指标里",
            "write the number without its unit, {key} = {first}; the unit stands with the indicator",
        ),
        None => text!("写作 {key} = {first}", "write {key} = {first}"),
    })
}

/// Returns a number with its 万 or 亿 written out.
fn written_out(digits: &str, plain: &str) -> String {
    let times = match () {
        () if plain.contains('亿') => 1e8,
        () if plain.contains('万') => 1e4,
        () => return digits.to_owned(),
    };
    digits.parse::<f64>().map_or_else(|_| digits.to_owned(), |number| (number * times).round().to_string())
}

fn time(key: &str, raw: &str, plain: &str) -> Fault {
    let parts: Vec<&str> =
        plain.split(['年', '月', '日', '号', '.', '/', '-']).filter(|part| !part.is_empty()).collect();
    let numbers: Vec<u32> = parts.iter().map_while(|part| part.parse().ok()).take(3).collect();
    let written = match numbers.as_slice() {
        [year] => format!("{year:04}"),
        [year, month] => format!("{year:04}-{month:02}"),
        [year, month, day] => format!("{year:04}-{month:02}-{day:02}"),
        _ => "2024-08".to_owned(),
    };
    fault!(
        "日期“{raw}”要加引号", "the date `{raw}` must stand in quotation marks";
        "写作 {key} = \"{written}\"", "write {key} = \"{written}\"",
    )
}

fn word(key: &str, raw: &str) -> Fault {
    fault!(
        "TOML 语法：字符串要加引号", "TOML syntax: string values must be quoted";
        "写作 {key} = \"{raw}\"，用英文双引号", "write {key} = \"{raw}\", with straight double quotes",
    )
}

#[cfg(test)]
mod tests {
    use super::super::syntax::parse_toml;

    #[test]
    fn a_bare_value_is_told_how_it_is_written() {
        let table = [
            ("value = 412件", "value = 412", "单位写在指标里"),
            ("value = 412 # 件\nvalue = 12件", "value = 12", "单位"),
            ("value = 1,234", "value = 1234", "写作"),
            ("value = 1，234件", "value = 1234", "单位"),
            ("value = 约412", "value = 412", "qualifier = \"about\""),
            ("value = 412余件", "value = 412", "qualifier = \"at-least\""),
            ("value = ４１２", "value = 412", "写作"),
            ("value = 27亿", "value = 2700000000", "单位"),
            ("value = 1.2万件", "value = 12000", "单位"),
            ("value = 96.5%", "value = 96.5", "单位"),
            ("value = 30-40", "to = 40", "between"),
            ("paragraph = 第3段", "paragraph = 3", "写作"),
            ("source = { article = \"a\", paragraph = 3段, printed = \"x\" }", "paragraph = 3", "写作"),
            ("period = 2024年", "period = \"2024\"", "写作"),
            ("period = { start = 2024年1月, end = \"2024-06\" }", "start = \"2024-01\"", "写作"),
            ("published = { date = 2024.8.1, certainty = \"stated\" }", "date = \"2024-08-01\"", "写作"),
            ("area = 得州", "area = \"得州\"", "英文双引号"),
        ];
        for (text, written, said) in table {
            let (_, faults) = parse_toml(text);
            let help = faults.first().and_then(|(_, fault)| fault.help.clone()).unwrap_or_else(|| panic!("{text}"));
            assert!(help.zh.contains(written) && help.zh.contains(said), "{text}: {}", help.zh);
            assert!(help.en.contains(written), "{text}: {}", help.en);
        }
    }
}
