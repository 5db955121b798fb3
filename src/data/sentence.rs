//! Reading the patterns of sentences, whose placeholders stand for what differs from figure to figure.

use super::fault;
use crate::checked::{Languages, Reader, TomlValue};
use crate::text::Text;

/// Names all placeholders that there are.
const PLACEHOLDERS: [&str; 5] = ["committee", "city", "value", "number", "period"];
/// Of each pair one must be there: whose figure it is, and the figure.
const NEEDED: [[&str; 2]; 2] = [["committee", "city"], ["value", "number"]];

/// The pattern of an entry as far as it could be read.
pub(super) enum SentencePattern {
    /// There is none, and none is needed.
    LeftOut,
    /// One is given; `None` where it is at fault.
    Given(Option<Text>),
}

impl SentencePattern {
    pub(super) fn read(reader: &Reader) -> Self {
        reader.find("sentence").map_or(Self::LeftOut, |given| Self::Given(pattern(given)))
    }

    /// Returns the pattern, if there is one; `None` where it is at fault.
    #[expect(clippy::option_option, reason = "a fault is told from what is left out")]
    pub(super) fn finish(self) -> Option<Option<Text>> {
        match self {
            Self::LeftOut => Some(None),
            Self::Given(pattern) => pattern.map(Some),
        }
    }
}

/// Reads the pattern of a sentence. One that is in one language alone stands for both.
fn pattern(value: TomlValue) -> Option<Text> {
    match value.languages()? {
        Languages::One(_, words) => checked(words).map(|words| Text::new(words.clone(), words)),
        Languages::Both { zh, en } => {
            let (zh, en) = (checked(zh), checked(en));
            Some(Text::new(zh?, en?))
        }
    }
}

fn checked(value: TomlValue) -> Option<String> {
    let pattern = value.string()?;
    let Some(found) = placeholders(pattern) else { return value.report(fault::open_placeholder()) };
    if let Some(unknown) = found.iter().find(|name| !PLACEHOLDERS.contains(name)) {
        return value.report(fault::unknown_placeholder(unknown));
    }
    let lacking = NEEDED.iter().find(|pair| !pair.iter().any(|name| found.contains(name)));
    match lacking {
        Some([one, other]) => value.report(fault::sentence_lacks(&format!("{{{one}}} / {{{other}}}"))),
        None => Some(pattern.to_owned()),
    }
}

/// Returns what stands between braces; `None` where a brace has no partner.
fn placeholders(pattern: &str) -> Option<Vec<&str>> {
    let mut found = Vec::new();
    let mut rest = pattern;
    while let Some((before, after)) = rest.split_once('{') {
        let (name, behind) = after.split_once('}').filter(|_| !before.contains('}'))?;
        found.push(name);
        rest = behind;
    }
    (!rest.contains('}')).then_some(found)
}
