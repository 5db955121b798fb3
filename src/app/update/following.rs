//! Following a presentation: the live slide, the keys of a follower, and its questions.

use crate::app::action::{Action, Effect};
use crate::app::asked::AskedAbout;
use crate::app::following::{FollowerSeat, Following, LiveView, QuestionsTaken, SpeakerScreen, is_for_followers};
use crate::app::keymap::{KeyEvent, following_keys, presentation_action};
use crate::app::presentation::show::Show;
use crate::app::selection::Selection;
use crate::app::state::State;
use crate::domain::{Key, Observation};
use crate::text::Phrase;
use std::rc::Rc;

const ASKED: Phrase = Phrase { zh: "已向演讲者标出", en: "Marked for the speaker" };
const SPEAKER_LEADS: Phrase =
    Phrase { zh: "由演讲者翻页；按 Enter 自己查看", en: "The speaker leads; Enter looks around" };
const NOT_WHILE_FOLLOWING: Phrase = Phrase { zh: "跟看时此键不可用", en: "Not while you follow" };

impl State {
    /// Makes this the dashboard of a follower, whose keys are those that neither lead nor write.
    pub fn become_follower(&mut self, seat: FollowerSeat) {
        let following =
            Following { seat, questions: QuestionsTaken::No, screen: SpeakerScreen::Slide, has_gone_on: false };
        self.context.own_keys = Rc::clone(&self.context.keys);
        self.context.following = Some(following);
        self.take_follower_keys();
    }

    /// Returns what is known of the presentation that is followed; `None` where none is.
    #[must_use]
    pub const fn following(&self) -> Option<&Following> {
        self.context.following.as_ref()
    }

    /// Shows how the followed presentation stands. Whoever looks around in the dashboard stays there.
    pub fn show_live(&mut self, live: LiveView) {
        if self.presentation.is_none() {
            self.begin(live.deck, live.slide, true);
        }
        let Some(presentation) = &mut self.presentation else { return };
        let is_other = (presentation.deck, presentation.slide) != (live.deck, live.slide);
        (presentation.deck, presentation.slide) = (live.deck, live.slide);
        let is_looking_around = presentation.view.is_dashboard();
        if !is_looking_around {
            let is_blank = live.screen == SpeakerScreen::Blank;
            presentation.view = if is_blank { Show::Blank { editor: None } } else { Show::SLIDE };
            if is_other {
                self.notice = None;
            }
        }
        let Some(following) = &mut self.context.following else { return };
        following.has_gone_on = is_looking_around && (following.has_gone_on || is_other);
        following.screen = live.screen;
        if std::mem::replace(&mut following.questions, live.questions) != live.questions {
            self.take_follower_keys();
        }
    }

    /// Notes that the followed presentation has ended.
    pub const fn note_end_of_followed(&mut self) {
        if let Some(following) = &mut self.context.following {
            following.screen = SpeakerScreen::Ended;
        }
    }

    /// Shows the speaker's screen to whoever has come back from looking around.
    pub(super) fn catch_up_with_speaker(&mut self) {
        let (Some(following), Some(presentation)) = (&mut self.context.following, &mut self.presentation) else {
            return;
        };
        if presentation.view.is_dashboard() {
            return;
        }
        following.has_gone_on = false;
        let is_blank = following.screen == SpeakerScreen::Blank;
        if is_blank != presentation.view.is_blank() {
            presentation.view = if is_blank { Show::Blank { editor: None } } else { Show::SLIDE };
        }
    }

    /// Opens the dashboard for a follower, also while the speaker's screen is blank.
    pub(super) fn look_around_from_blank(&mut self) -> bool {
        let is_blank = self.presentation.as_ref().is_some_and(|presentation| presentation.view.is_blank());
        let opens = is_blank && self.context.following.is_some();
        if opens {
            self.open_dashboard();
        }
        opens
    }

    fn take_follower_keys(&mut self) {
        if let Some(Following { seat, questions, .. }) = self.context.following {
            self.context.keys = Rc::new(following_keys(&self.context.own_keys, seat, questions));
        }
    }

    /// Says why a key does nothing that would do something elsewhere.
    pub fn say_why_not(&mut self, key: &KeyEvent) {
        let (own, is_presenting) = (&self.context.own_keys, self.is_presenting());
        let table = if is_presenting { &own.presentation } else { &own.dashboard };
        if presentation_action(table, key, false).is_some() {
            self.notify(if is_presenting { SPEAKER_LEADS } else { NOT_WHILE_FOLLOWING });
        }
    }

    /// Whether an action is one that this dashboard carries out. Keys of a follower that lead or write are not bound, but the
    /// mouse has its own ways.
    pub(super) fn may(&self, action: Action) -> bool {
        self.context.following.is_none_or(|Following { seat, questions, .. }| is_for_followers(action, seat, questions))
    }

    /// Returns what is looked at, to be marked for the speaker.
    pub(super) fn ask(&mut self) -> Effect {
        let Some(presentation) = &self.presentation else { return Effect::None };
        let slide = AskedAbout::Slide(presentation.slide.number());
        let figure = if presentation.view.is_dashboard() { self.figure_looked_at() } else { None };
        let asked = figure.map_or(slide, |figure| AskedAbout::Figure(self.dataset().observations[figure].id.clone()));
        self.notify(ASKED);
        Effect::Ask(asked)
    }

    /// Returns the figure under the cursor.
    fn figure_looked_at(&self) -> Option<Key<Observation>> {
        match self.selection() {
            Selection::Figure(figure) => Some(figure),
            Selection::Cell { indicator, area } => {
                let comparison = self.comparison(indicator);
                let cell = comparison.cells.iter().find(|cell| cell.area == area)?;
                cell.content.as_ref().ok()?.observations.first().copied()
            }
            Selection::Theme { .. } | Selection::Article(_) | Selection::Initiative(_) | Selection::Nothing => None,
        }
    }
}
