//! The audience of a presentation that is being given: how many follow it, and what they have asked about.

use crate::app::asked::{AskedAbout, OpenQuestions};
use crate::app::state::State;
use crate::deck::SlideNumber;
use crate::text::Phrase;

const NO_QUESTION: Phrase = Phrase { zh: "听众没有提问", en: "The audience has asked nothing" };
const NO_SUCH_QUESTION: Phrase = Phrase { zh: "没有这一条提问", en: "There is no such question" };
const NOT_THERE: Phrase =
    Phrase { zh: "所问之处已不在数据中", en: "What was asked about is no longer in the data" };

impl State {
    /// Sets how many follow the presentation; `None` where nobody may.
    pub const fn set_followers(&mut self, followers: Option<usize>) {
        self.context.followers = followers;
    }

    /// Returns how many follow the presentation; `None` where nobody may.
    #[must_use]
    pub const fn followers(&self) -> Option<usize> {
        self.context.followers
    }

    /// Counts something that a follower has marked; what is not in the data counts for nothing.
    pub fn take_question(&mut self, about: AskedAbout) {
        if self.is_there(&about) {
            self.context.questions.add(about);
        }
    }

    /// Returns what the audience has asked about and was not shown yet.
    #[must_use]
    pub const fn questions(&self) -> &OpenQuestions {
        &self.context.questions
    }

    /// Shows what was asked about, by its number in the list, or what most have asked about.
    pub(in crate::app) fn answer(&mut self, number: Option<SlideNumber>) {
        let place = number.map_or(0, |number| number.get().saturating_sub(1));
        let Some(question) = self.context.questions.take(place) else {
            self.notify(if self.context.questions.all().is_empty() { NO_QUESTION } else { NO_SUCH_QUESTION });
            return;
        };
        match question.about {
            AskedAbout::Figure(id) => match self.dataset().observations.find(&id) {
                Some(figure) => self.open_dashboard_at(figure),
                None => self.notify(NOT_THERE),
            },
            AskedAbout::Slide(number) => match number.index_in(self.slides().len()) {
                Some(slide) => self.turn_to(slide),
                None => self.notify(NOT_THERE),
            },
        }
    }

    fn is_there(&self, about: &AskedAbout) -> bool {
        match about {
            AskedAbout::Slide(number) => number.index_in(self.slides().len()).is_some(),
            AskedAbout::Figure(id) => self.dataset().observations.find(id).is_some(),
        }
    }

    /// Keeps what is known of the audience, and of a presentation that is followed, in data that were read again.
    pub(in crate::app) fn keep_audience_of(&mut self, old: &Self) {
        self.context.own_keys = std::rc::Rc::clone(&old.context.own_keys);
        self.context.following = old.context.following;
        self.context.followers = old.context.followers;
        self.context.questions.clone_from(&old.context.questions);
    }
}
