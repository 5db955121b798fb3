//! Reading key tables from the file of settings.

use super::faults;
use crate::app::keymap::{Binding, Chord, KeyTable};
use crate::checked::{Reader, TomlValue};

/// The heading of the dashboard's keys.
pub(super) const DASHBOARD: &str = "keys";
/// The heading of the keys while slides are shown.
pub(super) const SLIDES: &str = "slides";

/// Reads a key table with what is bound anew under a heading. An action that is not named there keeps its keys.
pub(super) fn read_keys(reader: &Reader<'_>, heading: &'static str, rows: &'static [Binding]) -> KeyTable {
    let read = reader.find(heading).and_then(|value| value.fields(|reader| table(reader, heading, rows)));
    read.unwrap_or_else(|| KeyTable::new(rows))
}

/// The keys of one action, and where they are written.
struct Rebinding<'a> {
    id: &'static str,
    list: TomlValue<'a>,
    chords: Vec<(Chord, TomlValue<'a>)>,
    /// Whether all of the list could be read.
    is_sound: bool,
}

impl<'a> Rebinding<'a> {
    fn read(id: &'static str, list: TomlValue<'a>) -> Self {
        let read = |value: TomlValue<'a>| {
            let written = value.string()?;
            let chord =
                Chord::parse(written).map_err(|why| value.report::<()>(faults::not_a_key(written, why))).ok()?;
            Some((chord, value))
        };
        let (is_list, values) = (list.is_list(), list.list());
        let length = values.len();
        let chords: Vec<_> = values.into_iter().filter_map(read).collect();
        Self { id, list, is_sound: is_list && chords.len() == length, chords }
    }

    /// Returns whether these keys leave no way out: of the program, of a presentation, or of a line of typing.
    fn shuts_in(&self, heading: &str) -> bool {
        match self.id {
            // A presentation is ended by its own key, and the program then by that of the dashboard.
            "quit" => heading == DASHBOARD && self.chords.is_empty(),
            "stop" => self.chords.is_empty(),
            "back" => self.chords.iter().all(|(chord, _)| chord.is_typing()),
            _ => false,
        }
    }
}

/// Reads the table, and reports two actions on one key and keys that leave no way out.
fn table(reader: &Reader<'_>, heading: &str, rows: &'static [Binding]) -> KeyTable {
    let named = rows.iter().map(|binding| binding.id).filter(|id| !id.is_empty());
    let rebound: Vec<Rebinding<'_>> = named.filter_map(|id| Some(Rebinding::read(id, reader.find(id)?))).collect();
    let mut table = KeyTable::new(rows);
    for Rebinding { id, chords, .. } in &rebound {
        table.bind(id, chords.iter().map(|(chord, _)| *chord).collect());
    }
    for (index, one) in rebound.iter().enumerate() {
        for (chord, value) in &one.chords {
            let rival = table.rival(one.id, *chord);
            // Where both actions are bound anew, only the later one is reported.
            let is_reported_later = |id| rebound.iter().skip(index).any(|later| later.id == id);
            if let Some(rival) = rival.filter(|rival| !is_reported_later(rival.id)) {
                value.report::<()>(faults::taken(*chord, one.id, rival, heading));
            }
        }
        if one.is_sound && one.shuts_in(heading) {
            one.list.report::<()>(faults::no_way_out(one.id));
        }
    }
    table
}
