//! Words for figures that stand apart from those that may be ranked together: what stands in the place of their bar.

use super::labels::phrase;
use crate::domain::{CellIndex, Comparison, Dataset, Reason, Verdict};
use crate::text::{Lang, Phrase, width};

/// What is said of a figure in the place of its bar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ApartRemark {
    /// Whether the figure may not be compared, or is only not ranked.
    pub verdict: Verdict,
    /// The main reason in few words; `None` where no two figures may be ranked, which is told once for all of them.
    pub reason: Option<Phrase>,
}

impl ApartRemark {
    /// Returns what is said of the figure of a cell; `None` where it may be ranked with others, and where there is nothing
    /// to set it against.
    #[must_use]
    pub fn of(dataset: &Dataset, comparison: &Comparison, index: CellIndex) -> Option<Self> {
        if comparison[index].is_on_one_scale() {
            return None;
        }
        let verdict = comparison.verdict_of(dataset, index)?;
        let reason = comparison.why_apart(dataset, index).first().map(Reason::name);
        Some(Self { verdict, reason })
    }

    /// Returns the sign and the reason: `× 不可比：口径不同`.
    #[must_use]
    pub fn text(self, lang: Lang) -> String {
        let sign = self.verdict.sign();
        self.words(lang).map_or_else(|| sign.to_owned(), |words| format!("{sign} {words}"))
    }

    /// Returns the reason with what it means for the figure: `不可比：口径不同`.
    #[must_use]
    pub fn words(self, lang: Lang) -> Option<String> {
        let means = match self.verdict {
            Verdict::NotComparable => phrase("不可比：", "not comparable: "),
            Verdict::WithCaution | Verdict::Comparable => phrase("不排序：", "not ranked: "),
        };
        self.reason.map(|reason| format!("{}{}", means.get(lang), reason.get(lang)))
    }

    /// Returns the sign and the reason alone: `× 口径不同`.
    #[must_use]
    pub fn brief(self, lang: Lang) -> String {
        let sign = self.verdict.sign();
        self.reason.map_or_else(|| sign.to_owned(), |reason| format!("{sign} {}", reason.get(lang)))
    }

    /// Returns as much as has room in a line, which is never a part of a word: the whole remark, the sign and the reason, or
    /// the sign alone.
    #[must_use]
    pub fn fitting(self, lang: Lang, room: usize) -> String {
        let all = [self.text(lang), self.brief(lang)];
        all.into_iter().find(|text| width(text) <= room).unwrap_or_else(|| self.verdict.sign().to_owned())
    }

    /// Whether the reason has room in a line of that many cells.
    #[must_use]
    pub fn tells_reason(self, lang: Lang, room: usize) -> bool {
        self.reason.is_some() && self.fitting(lang, room) != self.verdict.sign()
    }
}
