//! Draws what concerns those who follow a presentation: how many they are, where the speaker is, and what they see before there
//! is anything to follow.

use crate::app::{SlideCommand, SpeakerScreen, State};
use crate::domain::Dataset;
use crate::present::protocol::{AskedStatus, SpeakerStatus};
use crate::present::speaker::SpeakerView;
use crate::text::{Lang, Phrase, Text, fit, width, wrap};
use crate::view::appearance::Appearance;
use crate::view::canvas::{Canvas, below, line, right_of};
use crate::view::stand_ins;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

const AT_THE_DASHBOARD: Phrase = Phrase { zh: "演讲者在看板中", en: "speaker at the dashboard" };
const QUESTIONS: Phrase = Phrase { zh: "提问", en: "Asked" };
const OPENS: Phrase = Phrase { zh: "打开", en: "opens" };
const PROGRAM: Phrase = Phrase { zh: " 跟看 ", en: " Watching " };
const KEYS: Phrase = Phrase { zh: "q 退出  L English", en: "q quit  L 中文" };

/// Returns the words at the foot of a slide: for the speaker how many follow, for a follower that the speaker is elsewhere.
pub(super) fn note(state: &State) -> Option<String> {
    if let Some(following) = state.following() {
        let is_elsewhere = following.screen() == SpeakerScreen::Dashboard;
        return is_elsewhere.then(|| AT_THE_DASHBOARD.get(state.lang()).to_owned());
    }
    Some(followers(state.followers()?, state.lang()))
}

/// Returns how many follow, for the speaker's view; `None` where nobody may.
pub(super) fn count(status: &SpeakerStatus, lang: Lang) -> Option<String> {
    Some(followers(status.audience.as_ref()?.followers, lang))
}

fn followers(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{count} 人跟看"),
        Lang::En => format!("{count} following"),
    }
}

/// Draws what the audience has asked about in one line, with the key that opens it; nothing where it has asked nothing.
pub(super) fn draw_questions(speaker: &SpeakerView, canvas: &mut Canvas<'_>, rect: Rect) {
    let lang = speaker.lang();
    let Some(audience) = speaker.status().and_then(|status| status.audience.as_ref()) else { return };
    if audience.questions.is_empty() {
        return;
    }
    let asked = (1..).zip(&audience.questions).map(|(number, question)| {
        format!("{number} {} ×{}", asked_about(&question.about, speaker.dataset(), lang), question.count)
    });
    let more = (audience.more > 0).then(|| format!("… +{}", audience.more));
    let words = asked.chain(more).collect::<Vec<_>>().join("  ");
    let key = speaker.key_of(SlideCommand::Answer).map(|key| key.name(canvas.appearance.charset)).unwrap_or_default();
    let used = canvas.text(rect, QUESTIONS.get(lang), canvas.appearance.strong()) + 1;
    let opens = format!("  {key} {}", OPENS.get(lang));
    let room = usize::from(rect.width.saturating_sub(used)).saturating_sub(width(&opens));
    let words = format!("{}{opens}", fit(&words, room));
    canvas.text(right_of(rect, used), &words, canvas.appearance.dim());
}

/// Names what was asked about.
fn asked_about(about: &AskedStatus, dataset: &Dataset, lang: Lang) -> String {
    match (about, lang) {
        (AskedStatus::Slide(number), Lang::Zh) => format!("第 {number} 页"),
        (AskedStatus::Slide(number), Lang::En) => format!("slide {number}"),
        (AskedStatus::Figure(id), _) => match dataset.observations.find(id) {
            Some(figure) => {
                let figure = &dataset.observations[figure];
                let (area, indicator) = (&dataset.areas[figure.area], &dataset.indicators[figure.indicator]);
                format!("{} {}", area.name.get(lang), indicator.name.get(lang))
            }
            None => id.clone(),
        },
    }
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
    let Rect { width: columns, height, .. } = buffer.area;
    let inner = Rect::new(2.min(columns), 0, columns.saturating_sub(4), height);
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
