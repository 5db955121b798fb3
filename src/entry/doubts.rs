//! What speaks for looking at a new figure once more before it is written, though nothing is wrong with it.

use super::draft::FigureDraft;
use super::entries::NewFigure;
use super::read::DraftReading;
use crate::domain::observation::Status;
use crate::domain::period::{Period, Shape};
use crate::domain::{Dataset, Indicator, Key, Observation};
use crate::printed::{CandidateValue, FigureCandidate, candidates};
use crate::text::number::BoundNotation;
use crate::text::{Lang, Text, is_han};
use crate::wording::{observation_value, period_brief, printed_unit, unit_behind};

/// Returns what speaks for looking at the figure of a draft once more: the words before its number are those of another
/// indicator, or a figure is held for the same time already. It looks through the figures held, so it is asked once, before
/// the figure is written.
#[must_use]
pub fn doubts(draft: &FigureDraft, reading: &DraftReading, dataset: &Dataset) -> Vec<Text> {
    let Some(figure) = reading.entries.as_ref().and_then(|entries| entries.figures.first()) else { return Vec::new() };
    let taken = reading.taken.and_then(|taken| reading.candidates.get(taken));
    let named = taken.and_then(|candidate| of_another_indicator(draft, figure, candidate, dataset));
    named.into_iter().chain(held_already(draft, figure, dataset)).chain(not_over_yet(reading, dataset)).collect()
}

/// Says that an achieved figure is of a time that was not over when its article appeared.
fn not_over_yet(reading: &DraftReading, dataset: &Dataset) -> Option<Text> {
    let entries = reading.entries.as_ref()?;
    let figure = entries.figures.first().filter(|figure| figure.status == Status::Achieved)?;
    let new = entries.articles.iter().find(|article| article.id == figure.source.article);
    let held = || dataset.articles.find(&figure.source.article).map(|key| &dataset.articles[key].published);
    let published = new.map(|article| &article.published).or_else(held)?.date()?;
    let (end, _) = figure.period.as_ref()?.last_days()?;
    (end > published.latest()).then(|| {
        Text::new(
            format!("时段到 {end} 为止，文章 {published} 已发表：若是计划、预计，请改“状态”；若只到发表时，请改“时段”"),
            format!("The period ends on {end}, and the article is of {published}: if it is planned or forecast, change the status; if it stops before, the period"),
        )
    })
}

/// Says that the words before the number stand before those of another indicator in what is held.
fn of_another_indicator(
    draft: &FigureDraft,
    figure: &NewFigure,
    candidate: &FigureCandidate,
    dataset: &Dataset,
) -> Option<Text> {
    let sentence: Vec<char> = draft.sentence.chars().collect();
    let before = words_before(sentence.get(..candidate.place.start)?);
    // An indicator that is new has no words of its own yet.
    let own = dataset.indicators.find(&figure.indicator)?;
    let (words, others) = indicators_of_words(&before, own, dataset)?;
    let names = |lang: Lang| {
        let names = others.iter().map(|other| format!("“{}”", dataset.indicators[*other].name.get(lang)));
        names.collect::<Vec<_>>().join(if lang == Lang::Zh { "或" } else { " or " })
    };
    let own = &dataset.indicators[own].name;
    Some(Text::new(
        format!("“{words}”在已录的数字里是{}，这里填的是“{}”：请核对指标", names(Lang::Zh), own.zh),
        format!("“{words}” is {} in what is held, and here it is “{}”: look at the indicator", names(Lang::En), own.en),
    ))
}

/// Returns the indicators whose printed words stand right before a number, and those words, where they say more than what the
/// words have in common with an indicator's own.
fn indicators_of_words(
    before: &[char],
    own: Key<Indicator>,
    dataset: &Dataset,
) -> Option<(String, Vec<Key<Indicator>>)> {
    let end: String = before.get(before.len().checked_sub(LEAST)?..)?.iter().collect();
    let Indicator { name, short, .. } = &dataset.indicators[own];
    let names = std::iter::once(&name.zh).chain(short.as_ref().map(|short| &short.zh));
    let mut of_own = names.map(|name| in_common(before, name)).max().unwrap_or(0);
    let mut best: (Vec<char>, Vec<Key<Indicator>>) = Default::default();
    for observation in dataset.observations.iter().map(|(_, one)| one).filter(|one| one.source.printed.contains(&end)) {
        let Some(words) = printed_words(observation) else { continue };
        if observation.indicator == own {
            let alike = before.iter().rev().zip(words.iter().rev()).take_while(|(one, other)| one == other).count();
            of_own = of_own.max(alike);
        } else if before.ends_with(&words) && words.len() > best.0.len() {
            best = (words, vec![observation.indicator]);
        } else if words == best.0 && !best.1.contains(&observation.indicator) {
            best.1.push(observation.indicator);
        }
    }
    let (words, others) = best;
    let tells = words.len() > of_own && words.len() >= LEAST;
    let words: String = words.into_iter().collect();
    (tells && !SAY_NOTHING.contains(&words.as_str())).then_some((words, others))
}

/// The fewest characters that name anything.
const LEAST: usize = 2;

/// Words before a number that do not say what is counted.
const SAY_NOTHING: [&str; 9] = ["全市", "累计", "全年", "先后", "达到", "其中", "已有", "现有", "共有"];

/// The marks at which the words before a number begin.
const CLAUSE_ENDS: &str = "，。；：！？、（）,;:!?()\n\r\t…";

/// Hedges and verbs between the words that name what is counted and the number.
const BEFORE_NUMBER: &str = "近约超过达共计逾为至多少不 ";

/// Returns the words of a clause that stand before a number, without hedges.
fn words_before(text: &[char]) -> Vec<char> {
    let start = text.iter().rposition(|character| CLAUSE_ENDS.contains(*character)).map_or(0, |at| at + 1);
    let clause = text.get(start..).unwrap_or_default();
    let end = clause.iter().rposition(|character| !BEFORE_NUMBER.contains(*character)).map_or(0, |at| at + 1);
    let words = clause.get(..end).unwrap_or_default();
    // English names are words apart, and are not looked for.
    if words.last().is_some_and(|last| is_han(*last)) { words.to_vec() } else { Vec::new() }
}

/// Returns the words before the number of a held figure.
fn printed_words(observation: &Observation) -> Option<Vec<char>> {
    let printed = &observation.source.printed;
    let offered = candidates(printed, Some(observation.nature), None);
    let [only] = offered.as_slice() else { return None };
    let CandidateValue::Number(_) = only.value else { return None };
    let printed: Vec<char> = printed.chars().collect();
    Some(words_before(printed.get(..only.place.start)?))
}

/// Returns how many characters in a row two texts have in common at most.
fn in_common(words: &[char], name: &str) -> usize {
    let name: Vec<char> = name.chars().collect();
    let from = |at: usize, other: usize| {
        let pairs = words.iter().skip(at).zip(name.iter().skip(other));
        pairs.take_while(|(one, other)| one == other && is_han(**one)).count()
    };
    (0..words.len())
        .flat_map(|at| (0..name.len()).map(move |other| (at, other)))
        .map(|(at, other)| from(at, other))
        .max()
        .unwrap_or(0)
}

/// Says that a figure of the area is held for this indicator and the same time.
fn held_already(draft: &FigureDraft, figure: &NewFigure, dataset: &Dataset) -> Option<Text> {
    let (area, indicator) = (dataset.areas.find(&figure.area)?, dataset.indicators.find(&figure.indicator)?);
    let article = dataset.articles.find(&figure.source.article);
    let period = figure.period.as_ref().or_else(|| dataset.articles[article?].period.as_ref())?;
    let is_same = |one: &&Observation| {
        (one.area, one.indicator) == (area, indicator)
            && one.id != draft.corrects
            && one.variant.as_ref().map(|variant| &variant.zh) == figure.variant.as_ref().map(|variant| &variant.zh)
            && (are_of_one_time(&one.period, period)
                || (Some(one.source.article) == article && one.value == figure.value))
    };
    let mut held = dataset.observations.iter().map(|(_, one)| one).filter(is_same);
    let one = held.next()?;
    // The same value tells most.
    let one = held.find(|other| other.value == figure.value).filter(|_| one.value != figure.value).unwrap_or(one);
    let source = dataset.articles[one.source.article].outlet_name();
    let told = |lang: Lang| {
        let unit = unit_behind(&printed_unit(&dataset.indicators[indicator], one), lang);
        format!(
            "{}{unit} · {} · {}",
            observation_value(one, lang, BoundNotation::Words),
            period_brief(&one.period, lang),
            source.get(lang)
        )
    };
    let (zh, en) = if Some(one.source.article) == article && one.value == figure.value {
        ("这篇文章的这个数已录", "Held from this article already")
    } else {
        ("同期已录", "Held for that time")
    };
    Some(Text::new(
        format!("{zh}：{}；若是同一个数，不必再录", told(Lang::Zh)),
        format!("{en}: {}; if it is the same figure, leave it", told(Lang::En)),
    ))
}

/// Whether two periods have more than half of the longer one in common, or one of them is a day in the other.
fn are_of_one_time(one: &Period, other: &Period) -> bool {
    let (Some((start, end)), Some((from, to))) = (one.reach(), other.reach()) else { return false };
    let (first, last) = (start.max(from), end.min(to));
    let days = |from, to| crate::domain::date::days_between(from, to) + 1;
    let has_day = matches!(one.shape, Shape::AsOf(_)) || matches!(other.shape, Shape::AsOf(_));
    first <= last && (has_day || days(first, last) * 2 > days(start, end).max(days(from, to)))
}
