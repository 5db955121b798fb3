//! Whether the figures of an indicator can be compared, in one sentence that goes with them wherever they are pasted.

use crate::domain::{Comparison, Dataset, Exclusion, Pair, Reason, Refusal, Verdict};
use crate::text::{Phrase, Text};
use crate::wording::difference_text;
use itertools::Itertools;

const ONE_ALONE: Phrase = Phrase { zh: "仅一市有数字", en: "one city alone has a figure" };
const NOT_COUNTED: Phrase = Phrase { zh: "不是数量", en: "not a quantity" };

/// Says that there are not two figures to compare; `None` where there are.
fn too_few(comparison: &Comparison) -> Option<Phrase> {
    const NEITHER: Phrase = Phrase { zh: "两市均无数字", en: "neither city has a figure" };
    const NONE: Phrase = Phrase { zh: "各市均无数字", en: "no city has a figure" };
    match (comparison.reported(), comparison.cells.len()) {
        (0, 2) => Some(NEITHER),
        (0, _) => Some(NONE),
        (1, _) => Some(ONE_ALONE),
        _ => None,
    }
}

/// Stands in the place of a difference of figures that may not be set against each other; why not is told beside it.
const NOT_TOLD: Phrase = Phrase { zh: "不计", en: "not told" };

/// Returns the difference of two areas in words, or that there is none; `None` where there are not two areas. A reason stands
/// with the verdict; where that has none, what keeps a difference from being told stands here.
#[must_use]
pub fn difference_or_not(dataset: &Dataset, comparison: &Comparison) -> Option<Text> {
    let (one, other) = comparison.indices().collect_tuple()?;
    let names = [one, other].map(|index| &dataset.areas[comparison[index].area].name);
    let indicator = &dataset.indicators[comparison.request.indicator];
    let about = (indicator.nature, &indicator.unit);
    Some(match (comparison.difference(dataset, one, other), comparison.pair(dataset, one, other)) {
        (Some(difference), _) => difference_text(difference, about, comparison.request.measure, names),
        (None, None) => too_few(comparison).unwrap_or(ONE_ALONE).into(),
        (None, Some(pair)) if pair.reasons.is_empty() && comparison.refused.is_none() => NOT_COUNTED.into(),
        (None, Some(_)) => NOT_TOLD.into(),
    })
}

/// Returns the reason that weighs most on two figures: what keeps a difference from being told, or else the first one; `None`
/// where nothing weighs on them.
#[must_use]
pub fn weightiest_reason(dataset: &Dataset, comparison: &Comparison, pair: &Pair) -> Option<Text> {
    let forbids = |reason: &&Reason| reason.forbids_rank() || matches!(reason, Reason::OrderTurnsPerMonth { .. });
    let is_told = comparison
        .indices()
        .collect_tuple()
        .is_some_and(|(one, other)| comparison.difference(dataset, one, other).is_some());
    let decisive = pair.reasons.iter().find(forbids).filter(|_| !is_told);
    let reason = decisive.or_else(|| pair.reasons.first().filter(|_| is_told)).map(|reason| reason.text(dataset));
    reason.or_else(|| comparison.refused.map(Refusal::text)).or_else(|| Some(pair.reasons.first()?.text(dataset)))
}

/// Says whether the figures of a row can be compared, with the first reason against it: `不可比；聊城：口径不同`. Of more than
/// two figures it is told which are left out of the order: `可比；未排 咸阳：时段不同`.
#[must_use]
pub fn comparability(dataset: &Dataset, comparison: &Comparison) -> Text {
    if let Some(too_few) = too_few(comparison) {
        return too_few.into();
    }
    let (verdict, why) = match pair_alone(dataset, comparison) {
        Some(pair) => {
            let reason = pair.reasons.first().map(|reason| reason.text(dataset));
            // Among more areas the row has the verdict of its order, as on the screen: a reservation does not forbid a rank.
            let is_of_two = comparison.cells.len() == 2;
            let name = if is_of_two { pair.verdict.name() } else { name_of_row(dataset, comparison) };
            (name.into(), reason.or_else(|| comparison.refused.map(Refusal::text)))
        }
        None => of_many(dataset, comparison),
    };
    match why {
        Some(why) => Text::new(format!("{}；{}", verdict.zh, why.zh), format!("{}; {}", verdict.en, why.en)),
        None => verdict,
    }
}

/// Returns what can be done with the figures of more than two areas: that some have ranks says nothing of each pair.
fn name_of_row(dataset: &Dataset, comparison: &Comparison) -> Phrase {
    let counts = || comparison.verdict_counts(dataset);
    match comparison.best_verdict(dataset) {
        Verdict::Comparable => Phrase { zh: "可排位次", en: "can be ranked" },
        Verdict::WithCaution if counts().of(Verdict::Comparable) > 0 => Verdict::Comparable.name(),
        verdict => verdict.name(),
    }
}

/// Returns the pair of the only two figures; `None` where there are more.
fn pair_alone(dataset: &Dataset, comparison: &Comparison) -> Option<Pair> {
    let with_figure = comparison.indices().filter(|index| comparison[*index].figure().is_some());
    let (one, other) = with_figure.collect_tuple()?;
    comparison.pair(dataset, one, other)
}

/// Returns the best verdict between more than two figures, and what stands against comparing all of them.
fn of_many(dataset: &Dataset, comparison: &Comparison) -> (Text, Option<Text>) {
    let verdict = comparison.best_verdict(dataset);
    let is_of_some = comparison.verdict_counts(dataset).of(Verdict::NotComparable) > 0;
    let name = name_of_row(dataset, comparison);
    let name = match verdict {
        // No order says here which figures are left out.
        Verdict::WithCaution if is_of_some => {
            Text::new(format!("{}（仅部分城市之间）", name.zh), format!("{} (between some cities only)", name.en))
        }
        _ => name.into(),
    };
    match comparison.refused {
        // That no two can be compared is the verdict itself; the reasons lie in the figures.
        None | Some(Refusal::NothingComparable) => (name, left_out(dataset, comparison, verdict)),
        Some(refusal) => (name, Some(refusal.text())),
    }
}

/// Says which figures are left out and why, with the first reason of each; `None` where there is nothing to say.
fn left_out(dataset: &Dataset, comparison: &Comparison, verdict: Verdict) -> Option<Text> {
    let exclusions = Exclusion::briefly(comparison.exclusions(dataset));
    let texts = exclusions.iter().map(|exclusion| exclusion.text(dataset)).collect_vec();
    let zh = texts.iter().map(|text| text.zh.as_str()).join("；");
    let en = texts.iter().map(|text| text.en.as_str()).join("; ");
    match (texts.is_empty(), verdict) {
        (true, _) => comparison.no_order.map(|why| {
            let name = why.name();
            Text::new(name.zh, lower_first(name.en))
        }),
        (false, Verdict::Comparable) => Some(Text::new(format!("未排 {zh}"), format!("not ranked: {en}"))),
        (false, _) => Some(Text::new(zh, en)),
    }
}

/// Puts a sentence behind a semicolon, where it has no capital.
fn lower_first(sentence: &str) -> String {
    let mut characters = sentence.chars();
    characters.next().map(|first| first.to_lowercase().chain(characters).collect()).unwrap_or_default()
}
