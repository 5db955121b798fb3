//! A row of a key table: what a key does, what the help and the footer say of it, and which keys do the same thing.

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
    /// Its name in files of settings, which never changes; empty where its keys can't be others.
    pub id: &'static str,
    /// What it is about.
    pub group: BindingGroup,
    /// The keys that do it; the first is the one that the footer shows.
    pub chords: Cow<'static, [Chord]>,
    pub action: Action,
    /// The screens on which they do it; `None` for all.
    pub screens: Option<&'static [Screen]>,
    /// A word for the footer; `None` where the footer leaves it out.
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
