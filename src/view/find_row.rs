//! What a row of the popup for finding says of a thing, in the cells that there are for it.

use crate::app::State;
use crate::domain::{Key, Observation};
use crate::search::{IndexEntry, SearchTarget};
use crate::text::{Lang, fit, fit_name, width};
use crate::wording::{indicator_name_within, observation_value, period_brief, printed_unit, says_unit, unit_behind};

/// Returns what is said of an entry in `room` cells. Of a figure the value and the year stay whole, and the name tells it from
/// others of the same city; the mark before it says which city that is.
pub(super) fn label(state: &State, entry: &IndexEntry, room: usize) -> String {
    match entry.target {
        _ if width(entry.label()) <= room => entry.label().to_owned(),
        SearchTarget::Figure(key) => figure(state, key, room),
        SearchTarget::Indicator(key) => indicator_name_within(&state.dataset().indicators[key], state.lang(), room),
        SearchTarget::Initiative(_) => fit_name(entry.label(), room),
        SearchTarget::Area(_) | SearchTarget::Article(_) => fit(entry.label(), room),
    }
}

/// Returns a figure in fewer cells than it takes: first without a unit that its name says, then without the name of its city.
fn figure(state: &State, key: Key<Observation>, room: usize) -> String {
    let (dataset, lang) = (state.dataset(), state.lang());
    let observation = &dataset.observations[key];
    let indicator = &dataset.indicators[observation.indicator];
    let area = dataset.areas[observation.area].name.get(lang);
    let value = observation_value(observation, lang, state.charset());
    let unit = printed_unit(indicator, observation);
    let is_said = lang == Lang::En && says_unit(indicator.name.get(lang), unit.get(lang));
    let unit = if is_said { String::new() } else { unit_behind(&unit, lang) };
    let behind = format!(" {value}{unit}  {}", period_brief(&observation.period, lang));
    let free = room.saturating_sub(width(&behind));
    let named = |free: usize| indicator_name_within(indicator, lang, free);
    let beside_area = named(free.saturating_sub(width(area) + 1));
    // Without any room nothing is left of it.
    if !beside_area.is_empty() && !beside_area.contains('…') {
        return format!("{area} {beside_area}{behind}");
    }
    fit(&format!("{}{behind}", named(free)), room)
}

/// Returns the places of the marked characters in another wording of a text: where it has the same runs of them.
pub(super) fn marked_in(shown: &str, text: &str, positions: &[usize]) -> Vec<usize> {
    let letters: Vec<char> = text.chars().collect();
    if shown == text {
        return positions.to_vec();
    }
    let mut runs: Vec<String> = Vec::new();
    let mut last = None;
    for place in positions {
        let Some(letter) = letters.get(*place) else { continue };
        match runs.last_mut().filter(|_| last.is_some_and(|last| last + 1 == *place)) {
            Some(run) => run.push(*letter),
            None => runs.push(letter.to_string()),
        }
        last = Some(*place);
    }
    let found = runs.iter().filter_map(|run| {
        let start = shown.get(..shown.find(run.as_str())?)?.chars().count();
        Some(start..start + run.chars().count())
    });
    found.flatten().collect()
}
