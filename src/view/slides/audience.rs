//! Draws what concerns those who follow a presentation: how many they are, where the speaker is, and what they see before there
//! is anything to follow.

use crate::app::{SpeakerScreen, State};
use crate::text::{Lang, Phrase, Text, wrap};
use crate::view::appearance::Appearance;
use crate::view::canvas::{Canvas, below, line};
use crate::view::stand_ins;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

const AT_THE_DASHBOARD: Phrase = Phrase { zh: "演讲者在看板中", en: "speaker at the dashboard" };
const PROGRAM: Phrase = Phrase { zh: " 跟看 ", en: " Watching " };
const KEYS: Phrase = Phrase { zh: "q 退出  L English", en: "q quit  L 中文" };

/// Returns the words at the foot of a slide: for the speaker how many follow, for a follower that the speaker is elsewhere.
pub(super) fn note(state: &State) -> Option<String> {
    if let Some(following) = state.following() {
        let is_elsewhere = following.screen() == SpeakerScreen::Dashboard;
        return is_elsewhere.then(|| AT_THE_DASHBOARD.get(state.lang()).to_owned());
    }
    let count = state.followers()?;
    Some(match state.lang() {
        Lang::Zh => format!("{count} 人跟看"),
        Lang::En => format!("{count} following"),
    })
}

/// What is shown while there is nothing to follow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WaitingScreen {
    /// How things stand, in a few words.
    pub title: Text,
    /// What would change that.
    pub words: Text,
}

/// Draws the screen of a follower that has nothing to show yet, into the whole `buffer`.
pub fn draw_waiting(screen: &WaitingScreen, lang: Lang, appearance: Appearance, buffer: &mut Buffer) {
    let Rect { width, height, .. } = buffer.area;
    let inner = Rect::new(2.min(width), 0, width.saturating_sub(4), height);
    let mut canvas = Canvas::new(buffer, appearance);
    if let Some(head) = line(inner, 0) {
        canvas.text(head, PROGRAM.get(lang), canvas.appearance.badge());
    }
    let middle = below(inner, height / 3);
    canvas.text(middle, screen.title.get(lang), canvas.appearance.strong());
    let lines = wrap(screen.words.get(lang), usize::from(inner.width));
    for (row, text) in below(middle, 2).rows().zip(&lines) {
        canvas.text(row, text, canvas.appearance.dim());
    }
    if let Some(foot) = line(inner, usize::from(height.saturating_sub(1))) {
        canvas.text(foot, KEYS.get(lang), canvas.appearance.dim());
    }
    stand_ins::replace(buffer, appearance.charset);
}
