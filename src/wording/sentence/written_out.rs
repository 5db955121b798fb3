//! Figures and periods written out, as an office writes them in a document: `150余家`, `2025年1月至2026年1月19日`.

use super::pattern::value_in_words;
use crate::domain::period::Period;
use crate::domain::{Dataset, Key, Observation};
use crate::text::Lang;
use crate::wording::dates::{PeriodInWords, period_in_words};
use crate::wording::labels::phrase;
use crate::wording::prose::capitalized;

/// Returns a figure with its unit in words.
#[must_use]
pub fn figure_in_words(dataset: &Dataset, key: Key<Observation>, lang: Lang) -> String {
    value_in_words(dataset, &dataset.observations[key], lang)
}

/// Returns a period in words, with what of it is inferred or not given.
#[must_use]
pub fn period_written_out(period: &Period, lang: Lang) -> String {
    let inferred = phrase("推断", "inferred");
    let PeriodInWords { leading, inferred: what, remark, .. } = period_in_words(period, lang);
    let words = leading.unwrap_or_default();
    let remarks = what.map(|_| inferred).into_iter().chain(remark).map(|remark| remark.get(lang));
    let remarks: Vec<&str> = remarks.collect();
    match (words.is_empty(), remarks.is_empty(), lang) {
        (true, _, _) => capitalized(&remarks.join("; ")),
        (false, true, _) => bare(&words),
        (false, false, Lang::Zh) => format!("{}（{}）", bare(&words), remarks.join("；")),
        (false, false, Lang::En) => format!("{} ({})", bare(&words), remarks.join("; ")),
    }
}

/// Takes away the preposition that a date has within a sentence, and begins with a capital.
fn bare(words: &str) -> String {
    let bare = words.strip_prefix("in ").or_else(|| words.strip_prefix("on ")).unwrap_or(words);
    capitalized(bare)
}
