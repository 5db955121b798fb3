//! Reading which areas the settings name: the user's own, and groups of them. Whether the data know the areas is not asked
//! here, for the settings are read before the data.

use super::faults;
use super::settings::{SettledGroup, SettledName};
use crate::checked::{Position, Sink, SourceSpan, TomlValue};
use crate::cli::short_names::{is_group_name, plain};
use crate::deck::Origin;

/// Reads the area of the user's own committee.
pub(super) fn read_home(value: TomlValue<'_>) -> Option<SettledName> {
    settled_name(value)
}

/// Reads all groups, and reports two of one name and an area that stands in a group twice.
pub(super) fn read_groups(value: TomlValue<'_>) -> Vec<SettledGroup> {
    let mut groups: Vec<SettledGroup> = Vec::new();
    for (name, place, areas) in value.named_entries() {
        let first = groups.iter().find(|group| plain(&group.name) == plain(name));
        match first {
            _ if !is_group_name(name) => value.sink.report(place, faults::not_a_group_name(name)),
            Some(first) => value.sink.report(place, faults::taken_group(name, &first.name)),
            None => groups.extend(read_group(name, areas)),
        }
    }
    groups
}

fn read_group(name: &str, value: TomlValue<'_>) -> Option<SettledGroup> {
    if !value.is_list() {
        return value.report(faults::not_a_group(name));
    }
    let listed = value.list();
    if listed.is_empty() {
        return value.report(faults::empty_group(name));
    }
    let mut areas: Vec<SettledName> = Vec::new();
    for value in listed {
        let Some(area) = settled_name(value) else { continue };
        if areas.iter().any(|other| plain(&other.written) == plain(&area.written)) {
            value.report::<()>(faults::area_twice(name, &area.written));
        } else {
            areas.push(area);
        }
    }
    Some(SettledGroup { name: name.to_owned(), areas })
}

fn settled_name(value: TomlValue<'_>) -> Option<SettledName> {
    let written = value.string()?.trim().to_owned();
    Some(SettledName { written, origin: origin(value.sink, value.span) })
}

/// Remembers where a name stands, for what can only be found wrong with it once the data are loaded.
fn origin(sink: &Sink, span: SourceSpan) -> Origin {
    let (Position { line, column }, text, cut) = sink.line_of(span);
    Origin { path: sink.path(span.file).to_owned(), line, column, text, cut }
}
