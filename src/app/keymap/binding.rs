//! A row of a key table: an action, its keys, and its words in the help and the footer.

use super::chord::Chord;
pub(in crate::app) use super::chord::{control, key, letter, shifted};
use super::group::BindingGroup;
use crate::app::action::Action;
use crate::app::screen::Screen;
use crate::text::Phrase;
use std::borrow::Cow;

/// One row of the key table.
#[derive(Clone, Debug)]
pub struct Binding {
    /// The id in the settings, which never changes; empty if the keys cannot be changed.
    pub id: &'static str,
    /// The group in the help.
    pub group: BindingGroup,
    /// The keys of the action; the footer shows the first.
    pub chords: Cow<'static, [Chord]>,
    pub action: Action,
    /// The screens on which the keys work; `None` for all.
    pub screens: Option<&'static [Screen]>,
    /// A word for the footer; `None` if the footer leaves it out.
    pub hint: Option<Phrase>,
    /// A sentence for the help.
    pub about: Phrase,
}

pub(in crate::app) const fn binding(
    group: BindingGroup,
    id: &'static str,
    chords: &'static [Chord],
    action: Action,
    hint: Option<Phrase>,
    about: Phrase,
) -> Binding {
    Binding { id, group, chords: Cow::Borrowed(chords), action, screens: None, hint, about }
}

/// Returns the row of keys that copy, write or set something.
pub(in crate::app) const fn words(
    id: &'static str,
    chords: &'static [Chord],
    action: Action,
    hint: Option<Phrase>,
    about: Phrase,
) -> Binding {
    binding(BindingGroup::Words, id, chords, action, hint, about)
}

pub(in crate::app) const fn only_on(screens: &'static [Screen], mut binding: Binding) -> Binding {
    binding.screens = Some(screens);
    binding
}

impl Binding {
    /// Whether the keys do something on this screen.
    #[must_use]
    pub fn works_on(&self, screen: Screen) -> bool {
        self.screens.is_none_or(|screens| screens.contains(&screen))
    }
}

pub(in crate::app) const fn phrase(zh: &'static str, en: &'static str) -> Phrase {
    Phrase { zh, en }
}
