//! Rows that are figures which the data hold already: the same, or with something else in them.

use super::fault::FaultPlace;
use super::rows::SheetRow;
use super::words::List;
use crate::domain::date::PartialDate;
use crate::domain::{Dataset, Indicator, Key, Observation, short_form};
use crate::entry::{NewFigure, held_figure, typed_time};
use crate::text::{CharSet, Lang, Text, fold_fullwidth};
use crate::wording::printed_value;

/// A row with a figure that is held, and says something else.
#[derive(Debug)]
pub struct ChangedFigure {
    pub id: String,
    pub(super) place: FaultPlace,
    /// What is held, and what the row says.
    pub words: Text,
}

/// A row that is taken for a figure which is held.
pub(super) struct HeldRow {
    pub key: Key<Observation>,
    pub place: FaultPlace,
}

/// Finds the figure that a row is: by its id; or by what it counts, of which time, and in which article. The same number in
/// another article is another witness.
pub(super) fn find(
    dataset: &Dataset,
    row: &SheetRow,
    area: &str,
    indicator: Option<Key<Indicator>>,
    article: &str,
) -> Option<Key<Observation>> {
    if let Some(id) = row.words("id") {
        return dataset.observations.find(&id);
    }
    let area = dataset.areas.find(area)?;
    let scope = row.words("scope").map(|typed| List::Scope.word(&typed));
    let of_row = |key: &&Key<Observation>| {
        let held = &dataset.observations[**key];
        Some(held.indicator) == indicator
            && dataset.articles[held.source.article].id == article
            && row.words("variant") == held.variant.as_ref().map(|variant| variant.zh.clone())
    };
    let mut of_row: Vec<Key<Observation>> = dataset.observations.of_area(area).iter().filter(of_row).copied().collect();
    if let Some(same) = of_row.iter().find(|key| has_phrase(dataset, row, **key)) {
        return Some(*same);
    }
    let is_same = |key: &Key<Observation>| {
        let held = &dataset.observations[*key];
        scope.as_deref() == Some(held.scope.id())
            && row.words("period").is_none_or(|typed| is_period(held, &typed_time(&typed)))
    };
    of_row.retain(is_same);
    match of_row.as_slice() {
        [one] => Some(*one),
        _ => None,
    }
}

/// Whether a row quotes a figure in the words in which it is held.
fn has_phrase(dataset: &Dataset, row: &SheetRow, key: Key<Observation>) -> bool {
    let phrase = ["source.printed", "sentence", "value"].into_iter().find_map(|key| row.words(key));
    let plain = |text: &str| text.chars().map(fold_fullwidth).filter(|one| !one.is_whitespace()).collect::<String>();
    let held = &dataset.observations[key];
    let is_period = row.words("period").is_none_or(|typed| is_period(held, &typed_time(&typed)));
    is_period && phrase.is_some_and(|phrase| plain(&phrase).contains(&plain(&held.source.printed)))
}

/// Whether the time of a figure is one that was typed, or contains it as far as that can be said.
fn is_period(held: &Observation, typed: &str) -> bool {
    let days = |(first, last): (PartialDate, PartialDate)| (first.earliest(), last.latest());
    let Some((first, last)) = short_form::ends(typed).map(days) else { return false };
    let ends = (held.period.first_days().map(|(day, _)| day), held.period.last_days().map(|(_, day)| day));
    match ends {
        (Some(start), Some(end)) => (start, end) == (first, last) || (start == end && end == last),
        (None, Some(end)) => end == last,
        _ => false,
    }
}

/// Returns the figure that a row makes of the one that is held: what the row leaves out stays.
pub(super) fn merged(dataset: &Dataset, key: Key<Observation>, row: &NewFigure, is_same_period: bool) -> NewFigure {
    let held = held_figure(dataset, key);
    let text = |held: Option<Text>, row: &Option<Text>| match (&held, row) {
        (Some(held), Some(row)) if row.zh == held.zh || row.zh == held.en => Some(held.clone()),
        (_, Some(row)) => Some(row.clone()),
        (_, None) => held,
    };
    let keeps_phrase = row.value == held.value && row.source.printed.contains(&held.source.printed);
    let mut source = row.source.clone();
    if keeps_phrase {
        source.printed.clone_from(&held.source.printed);
    }
    source.paragraph = source.paragraph.or(held.source.paragraph.filter(|_| source.article == held.source.article));
    NewFigure {
        id: held.id,
        area: row.area.clone(),
        indicator: row.indicator.clone(),
        value: row.value.clone(),
        unit: text(held.unit, &row.unit),
        each: row.each,
        base: text(held.base, &row.base),
        nature: row.nature.or(held.nature),
        period: if is_same_period { held.period } else { row.period.clone() },
        scope: row.scope,
        status: row.status,
        actor: text(held.actor, &row.actor),
        variant: text(held.variant, &row.variant),
        sentence: held.sentence,
        note: text(held.note, &row.note),
        reading: text(held.reading, &row.reading),
        part_of: row.part_of.clone().or(held.part_of),
        source,
        also: held.also,
    }
}

/// Says what is held and what a row says instead.
pub(super) fn difference(held: &NewFigure, row: &NewFigure) -> Text {
    let value = |figure: &NewFigure, lang| printed_value(&figure.value, lang, CharSet::Unicode);
    if held.value == row.value {
        return Text::new(
            format!("{} 的其他各项与已有的不同", held.id),
            format!("{} differs from what is held, though not in its value", held.id),
        );
    }
    let say = |lang| (value(held, lang), value(row, lang));
    let ((was_zh, now_zh), (was_en, now_en)) = (say(Lang::Zh), say(Lang::En));
    Text::new(
        format!("{} 已有 {was_zh}，这里是 {now_zh}", held.id),
        format!("{} is held as {was_en}, and this row says {now_en}", held.id),
    )
}
