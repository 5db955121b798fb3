//! The words that a cell can hold, in both languages, beside those of the files of data.

use crate::domain::article::Medium;
use crate::domain::{Genre, Grade, Nature, Qualifier, Scope, Status};
use crate::text::{Phrase, Word};

/// One of the lists of words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum List {
    Genre,
    Grade,
    Medium,
    Qualifier,
    Scope,
    Status,
    Each,
    Nature,
}

/// A word of the files of data, and its name in both languages.
pub(super) type Named = (&'static str, Phrase);

fn named<W: Word + Copy>(name: impl Fn(W) -> Phrase) -> Vec<Named> {
    W::WORDS.iter().map(|(word, value)| (*word, name(*value))).collect()
}

impl List {
    /// Returns all words of the list, with their names.
    pub fn words(self) -> Vec<Named> {
        match self {
            Self::Genre => named(Genre::name),
            Self::Grade => named(Grade::name),
            Self::Medium => named(Medium::name),
            Self::Qualifier => named(Qualifier::name),
            Self::Scope => named(Scope::name),
            Self::Status => named(Status::name),
            Self::Each => EACH.to_vec(),
            Self::Nature => named(Nature::name),
        }
    }

    /// Returns the word of the files of data that a cell means; what is none is left to be told as it is.
    pub fn word(self, typed: &str) -> String {
        let typed = typed.trim();
        let is_meant = |(word, name): &Named| {
            [*word, name.zh, name.en].iter().any(|one| one.eq_ignore_ascii_case(typed)) || typed == short(name.zh)
        };
        let hedged = || (self == Self::Qualifier).then(|| hedge(typed)).flatten();
        let found = self.words().into_iter().find(is_meant).map(|(word, _)| word);
        found.or_else(hedged).unwrap_or(typed).to_owned()
    }
}

/// Returns a name without what stands in brackets.
fn short(name: &str) -> &str {
    name.split('（').next().unwrap_or(name)
}

const fn phrase(zh: &'static str, en: &'static str) -> Phrase {
    Phrase { zh, en }
}

const EACH: [Named; 4] = [
    ("year", phrase("年", "year")),
    ("month", phrase("月", "month")),
    ("week", phrase("周", "week")),
    ("day", phrase("日", "day")),
];

/// Returns what a hedge as printed means, so that it can be copied into a cell.
fn hedge(printed: &str) -> Option<&'static str> {
    Some(match printed {
        "余" | "多" | "超" | "超过" | "逾" | "突破" | "以上" | "至少" | "不少于" | "不低于" => {
            "at-least"
        }
        "近" | "将近" | "不足" | "不到" => "below",
        "不超过" | "至多" | "最多" | "以内" | "以下" => "at-most",
        "至" => "between",
        "约" | "大约" | "左右" | "上下" => "about",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_both_languages_are_read() {
        let table = [
            (List::Qualifier, "余", "at-least"),
            (List::Qualifier, "约数", "about"),
            (List::Qualifier, "at-least", "at-least"),
            (List::Scope, "市本级", "city"),
            (List::Scope, "City level", "city"),
            (List::Status, "实际数", "achieved"),
            (List::Each, "年", "year"),
            (List::Grade, "摘录", "excerpt"),
            (List::Genre, "年度综述", "annual-review"),
            (List::Medium, "报纸", "newspaper"),
            (List::Nature, "时点数", "stock"),
            (List::Scope, "全国", "全国"),
        ];
        for (list, typed, word) in table {
            assert_eq!(list.word(typed), word);
        }
    }
}
