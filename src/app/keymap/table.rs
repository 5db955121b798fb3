//! The key tables in force: the defaults, with the keys that the settings change.

use super::binding::Binding;
use super::chord::Chord;
use super::dashboard::BINDINGS;
use crate::app::action::Action;
use crate::app::presentation::keymap;
use crate::app::screen::Screen;
use std::borrow::Cow;

/// The key tables in force.
#[derive(Clone, Debug)]
pub struct Keys {
    /// The keys of the dashboard.
    pub dashboard: KeyTable,
    /// The keys over slides, and of the speaker's view.
    pub presentation: KeyTable,
}

impl Default for Keys {
    fn default() -> Self {
        Self { dashboard: KeyTable::new(BINDINGS), presentation: KeyTable::new(keymap::BINDINGS) }
    }
}

/// A key table in force, with a row for each of the defaults.
#[derive(Clone, Debug)]
pub struct KeyTable(Vec<Binding>);

impl KeyTable {
    /// Makes a table of default bindings.
    #[must_use]
    pub fn new(rows: &[Binding]) -> Self {
        Self(rows.to_vec())
    }

    /// Binds other keys to an action; an id that names no action changes nothing.
    pub fn bind(&mut self, id: &str, chords: Vec<Chord>) {
        if let Some(binding) = self.0.iter_mut().find(|binding| binding.id == id) {
            binding.chords = Cow::Owned(chords);
        }
    }

    /// Returns the bindings in the order of the defaults.
    pub fn iter(&self) -> std::slice::Iter<'_, Binding> {
        self.0.iter()
    }

    /// Returns the action of a key on a screen.
    #[must_use]
    pub fn action(&self, chord: Chord, screen: Screen) -> Option<Action> {
        let works = |binding: &&Binding| binding.works_on(screen) && binding.chords.contains(&chord);
        self.iter().find(works).map(|binding| binding.action)
    }

    /// Returns the screens on which a key works; `None` if it works on all, or on none.
    #[must_use]
    pub fn screens_of(&self, chord: Chord) -> Option<&'static [Screen]> {
        self.iter().find(|binding| binding.chords.contains(&chord))?.screens
    }

    /// Returns the first key of an action; `None` if it has none.
    #[must_use]
    pub fn key_of(&self, action: Action) -> Option<Chord> {
        self.iter().find(|binding| binding.action == action)?.chords.first().copied()
    }

    /// Returns another binding of this key, if some screen has both that one and `id`.
    #[must_use]
    pub fn rival(&self, id: &str, chord: Chord) -> Option<&Binding> {
        let own = self.iter().find(|binding| binding.id == id)?;
        let meets = |other: &&Binding| Screen::ALL.iter().any(|on| own.works_on(*on) && other.works_on(*on));
        self.iter().filter(|other| other.id != id && other.chords.contains(&chord)).find(meets)
    }
}

impl<'a> IntoIterator for &'a KeyTable {
    type Item = &'a Binding;
    type IntoIter = std::slice::Iter<'a, Binding>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chord(written: &str) -> Chord {
        Chord::parse(written).unwrap()
    }

    #[test]
    fn a_key_bound_anew_takes_the_place_of_the_old_ones() {
        let mut table = KeyTable::new(BINDINGS);
        table.bind("next-measure", vec![chord("v"), chord("F12")]);
        assert_eq!(table.action(chord("v"), Screen::Compare), Some(Action::NextMeasure));
        assert_eq!(table.action(chord("m"), Screen::Compare), None);
        assert_eq!(table.key_of(Action::NextMeasure), Some(chord("v")));
        table.bind("reload", Vec::new());
        assert_eq!(table.key_of(Action::Reload), None);
    }

    #[test]
    fn rivals_are_those_that_meet_on_a_screen() {
        let mut table = KeyTable::new(BINDINGS);
        // Sorting is for Compare, the next figure for the Reader.
        table.bind("sort", vec![chord("n")]);
        assert!(table.rival("sort", chord("n")).is_none());
        table.bind("zoom", vec![chord("q")]);
        assert_eq!(table.rival("zoom", chord("q")).map(|other| other.id), Some("quit"));
        assert_eq!(table.rival("quit", chord("q")).map(|other| other.id), Some("zoom"));
    }
}
