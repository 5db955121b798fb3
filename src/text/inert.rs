//! Text in a cell of a spreadsheet: words and nothing else, whatever a file of data holds.

use super::visible;
use std::borrow::Cow;

/// Returns a text that a spreadsheet takes for words: an apostrophe stands before what it would take for a formula, and
/// characters that can't be seen are written as escapes. Numbers are not text, and do not come here.
///
/// An apostrophe is also added where the text itself has some before such a character, so that taking one away always gives
/// the text back; see [`without_apostrophe`].
#[must_use]
pub fn inert(text: &str) -> Cow<'_, str> {
    let seen = visible(text);
    if is_active(text) { Cow::Owned(format!("'{seen}")) } else { seen }
}

/// Returns what stood in the cell before the apostrophe of [`inert`].
#[must_use]
pub fn without_apostrophe(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|rest| is_active(rest)).unwrap_or(cell)
}

/// Whether a spreadsheet would calculate with a text. Space before the sign is passed over by some of them, and full-width
/// signs mean the same where people type Chinese.
fn is_active(text: &str) -> bool {
    let bare = text.trim_start_matches('\'');
    let first = bare.trim_start().chars().next();
    let is_sign = matches!(first, Some('=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠'));
    is_sign || bare.starts_with(['\t', '\r', '\n'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_becomes_a_formula_and_each_reads_back() {
        let table = [
            ("=cmd|'/c calc'!A0", "'=cmd|'/c calc'!A0"),
            ("+1", "'+1"),
            ("-2", "'-2"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("  =1", "'  =1"),
            ("\t=1", "'\t=1"),
            ("\tx", "'\tx"),
            ("＝1", "'＝1"),
            ("'=1", "''=1"),
            ("'70", "'70"),
            ("1+10", "1+10"),
            ("滨州", "滨州"),
            ("", ""),
        ];
        for (text, cell) in table {
            assert_eq!(inert(text), cell);
            assert_eq!(without_apostrophe(cell), text);
        }
    }

    #[test]
    fn what_steers_a_terminal_or_turns_text_round_is_written_as_an_escape() {
        assert_eq!(inert("a\u{1b}[31mb"), "a\\u001B[31mb");
        assert_eq!(inert("\r=1"), "'\\r=1");
        assert_eq!(inert("\u{202e}fdp.exe"), "\\u202Efdp.exe");
    }
}
