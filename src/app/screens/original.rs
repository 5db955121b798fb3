//! The lines of an article's own text, where the user has attached it: every printed phrase is marked at its place.

use crate::app::span_role::{SpanRole, StyledLine};
use crate::domain::{Article, Dataset, Key, Observation, Original, PhrasePlace};
use crate::sorting::InOrder;
use crate::sorting::PutInOrder;
use crate::text::{Lang, Phrase, flow, labelled, quoted};
use std::ops::Range;

/// Stands over the text: nobody may take it for our own words, or the other way round.
const ORIGINAL: Phrase = Phrase {
    zh: "以下是你附上的原文，一段一号；加粗处是所收数字的原文短语。",
    en: "What follows is the original that you have attached, its paragraphs numbered; phrases of figures stand out.",
};
const OTHER_TEXT: Phrase = Phrase {
    zh: "这份原文与整理时所读的不同，段号可能对不上。",
    en: "This is not the text that the curator read: paragraphs may have other numbers.",
};
const UNFOUND: Phrase = Phrase { zh: "原文中未见的短语", en: "Phrases that this text does not print" };

/// Returns the places of a figure's phrases in the original of an article, the one that is meant first.
fn places(dataset: &Dataset, article: Key<Article>, original: &Original, figure: Key<Observation>) -> Vec<PhrasePlace> {
    let sources = dataset.observations[figure].sources().filter(|source| source.article == article);
    sources.filter_map(|source| original.find(source).place().cloned()).collect()
}

/// Sorts figures by their places in the text; those that it does not print come last, in the order in which they were.
pub(super) fn by_place(
    dataset: &Dataset,
    article: Key<Article>,
    original: &Original,
    figures: Vec<Key<Observation>>,
) -> Vec<Key<Observation>> {
    let with_place = figures.into_iter().map(|figure| {
        let first =
            places(dataset, article, original, figure).into_iter().map(|place| (place.paragraph, place.bytes.start));
        (first.min().map_or((true, (0, 0)), |place| (false, place)), figure)
    });
    with_place.in_order_by_key(|(place, _)| *place).map(|(_, figure)| figure).collect()
}

/// Returns the lines of an original. Where phrases overlap, the shorter one is marked, and the selected one before all.
pub(super) fn lines(
    dataset: &Dataset,
    article: Key<Article>,
    original: &Original,
    (figures, selected): (&[Key<Observation>], Option<Key<Observation>>),
    lang: Lang,
    room: usize,
) -> Vec<StyledLine> {
    let mut lines = vec![StyledLine::new()];
    lines.extend(flow(&[(ORIGINAL.get(lang).to_owned(), SpanRole::Dim)], room));
    if dataset.articles[article].original.is_some_and(|read| read != original.hash()) {
        lines.extend(flow(&[(OTHER_TEXT.get(lang).to_owned(), SpanRole::Refused)], room));
    }
    let mut marks: Vec<(PhrasePlace, Key<Observation>)> = Vec::new();
    let mut unfound = Vec::new();
    for figure in figures {
        let found = places(dataset, article, original, *figure);
        if found.is_empty() {
            unfound.push(*figure);
        }
        marks.extend(found.into_iter().map(|place| (place, *figure)));
    }
    // What is painted later stands over what is painted before.
    marks.put_in_order_by_key(|(place, figure)| (Some(*figure) == selected, std::cmp::Reverse(place.bytes.len())));
    let digits = original.paragraphs().len().to_string().len();
    for (number, text) in (1..=u16::MAX).zip(original.paragraphs()) {
        let of_paragraph = marks.iter().filter(|(place, _)| place.paragraph == number);
        let spans = painted(text, of_paragraph.map(|(place, figure)| (place.bytes.clone(), *figure)));
        let label = (format!("{number:>digits$}"), SpanRole::Dim);
        lines.push(StyledLine::new());
        lines.extend(labelled(&label, digits + 2, &spans, room));
    }
    lines.extend(unfound_lines(dataset, &unfound, lang, room));
    lines
}

/// Returns a text in pieces, those in a marked place with their figure.
fn painted(text: &str, marks: impl Iterator<Item = (Range<usize>, Key<Observation>)>) -> Vec<(String, SpanRole)> {
    let mut owners: Vec<Option<Key<Observation>>> = vec![None; text.len()];
    for (bytes, figure) in marks {
        owners.iter_mut().take(bytes.end).skip(bytes.start).for_each(|owner| *owner = Some(figure));
    }
    let mut spans: Vec<(String, SpanRole)> = Vec::new();
    for (at, character) in text.char_indices() {
        let role = owners.get(at).copied().flatten().map_or(SpanRole::Plain, SpanRole::Figure);
        match spans.last_mut() {
            Some((words, last)) if *last == role => words.push(character),
            _ => spans.push((character.to_string(), role)),
        }
    }
    spans
}

/// Returns the lines of the figures whose phrases are not in the text, so that they can be reached, too.
fn unfound_lines(dataset: &Dataset, figures: &[Key<Observation>], lang: Lang, room: usize) -> Vec<StyledLine> {
    if figures.is_empty() {
        return Vec::new();
    }
    let mut lines = vec![StyledLine::new()];
    lines.extend(flow(&[(UNFOUND.get(lang).to_owned(), SpanRole::Strong)], room));
    for figure in figures {
        let observation = &dataset.observations[*figure];
        let name = dataset.indicators[observation.indicator].name.get(lang);
        let phrase = (quoted(&observation.source.printed), SpanRole::Figure(*figure));
        lines.extend(flow(&[phrase, (format!("  {name}"), SpanRole::Dim)], room));
    }
    lines
}
