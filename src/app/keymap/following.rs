//! The key tables of somebody who follows a presentation: the own ones without what leads or writes, and with a key to ask.

use super::binding::{Binding, binding, key, letter, phrase, shifted};
use super::chord::Chord;
use super::group::BindingGroup;
use super::table::{KeyTable, Keys};
use crate::app::action::Action;
use crate::app::following::{FollowerSeat, QuestionsTaken, is_for_followers};
use crossterm::event::KeyCode;
use std::borrow::Cow;

/// The key that asks, where the speaker takes questions; F1 stays the help.
const ASKING: Chord = letter('?');

/// The keys that only a follower has.
pub const FOLLOWING: &[Binding] = &[binding(
    BindingGroup::Go,
    "",
    &[ASKING, shifted(KeyCode::F(9))],
    Action::Ask,
    Some(phrase("提问", "ask")),
    phrase(
        "向演讲者标出所看的数字或本页（须演讲者接受提问；这时帮助用 F1）",
        "Mark the figure or slide you look at for the speaker, where questions are taken; help is then F1",
    ),
)];

/// Returns the keys of a follower, made of those that are in force for the same person elsewhere.
#[must_use]
pub fn following_keys(own: &Keys, seat: FollowerSeat, questions: QuestionsTaken) -> Keys {
    let allowed = |table: &KeyTable| {
        let rows = table.iter().filter(|row| is_for_followers(row.action, seat, questions));
        let asking = FOLLOWING.iter().filter(|row| is_for_followers(row.action, seat, questions));
        asking.chain(rows).cloned().map(|row| fitting(row, questions)).collect::<Vec<Binding>>()
    };
    Keys {
        dashboard: KeyTable::new(&allowed(&own.dashboard)),
        presentation: KeyTable::new(&allowed(&own.presentation)),
    }
}

/// Fits a row to a follower: over a slide `q` leaves, since nothing ends with it, and help makes room for the key that asks.
fn fitting(mut row: Binding, questions: QuestionsTaken) -> Binding {
    if row.action == Action::Quit && !row.chords.contains(&letter('q')) {
        row.chords = [letter('q')].into_iter().chain(row.chords.iter().copied()).collect();
    }
    if row.action == Action::Help && questions == QuestionsTaken::Yes {
        let rest: Vec<Chord> = row.chords.iter().copied().filter(|chord| *chord != ASKING).collect();
        row.chords = if rest.is_empty() { Cow::Owned(vec![key(KeyCode::F(1))]) } else { Cow::Owned(rest) };
    }
    row
}
