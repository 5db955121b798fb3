//! What somebody in the audience has marked with a question.

use crate::deck::SlideNumber;
use crate::sorting::PutInOrder;

/// What is asked about.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum AskedAbout {
    /// The slide of this number.
    Slide(SlideNumber),
    /// The figure of this id.
    Figure(String),
}

/// Something that was asked about, and how often.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenQuestion {
    pub about: AskedAbout,
    /// How many have marked it.
    pub count: usize,
}

/// The questions that are still open: those that most have asked come first, and among these the oldest.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OpenQuestions(Vec<OpenQuestion>);

impl OpenQuestions {
    /// The most things that are kept: nobody answers more in one meeting.
    const MOST: usize = 99;

    /// Counts that somebody has asked about something.
    pub fn add(&mut self, about: AskedAbout) {
        if let Some(question) = self.0.iter_mut().find(|question| question.about == about) {
            question.count = question.count.saturating_add(1);
        } else if self.0.len() < Self::MOST {
            self.0.push(OpenQuestion { about, count: 1 });
        }
        self.0.put_in_order_by_key(|question| std::cmp::Reverse(question.count));
    }

    /// Takes a question out of the list; places count from 0.
    pub fn take(&mut self, place: usize) -> Option<OpenQuestion> {
        (place < self.0.len()).then(|| self.0.remove(place))
    }

    /// Returns the questions in their order.
    #[must_use]
    pub fn all(&self) -> &[OpenQuestion] {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn figure(id: &str) -> AskedAbout {
        AskedAbout::Figure(id.to_owned())
    }

    #[test]
    fn what_most_have_asked_comes_first_and_the_list_has_an_end() {
        let mut questions = OpenQuestions::default();
        for id in ["a", "b", "c", "b"] {
            questions.add(figure(id));
        }
        let ids = |questions: &OpenQuestions| questions.all().iter().map(|one| one.about.clone()).collect::<Vec<_>>();
        assert_eq!(ids(&questions), [figure("b"), figure("a"), figure("c")]);
        assert_eq!(questions.take(0), Some(OpenQuestion { about: figure("b"), count: 2 }));
        assert_eq!(questions.take(2), None);
        (1..=500).for_each(|number| questions.add(AskedAbout::Slide(SlideNumber::new(number))));
        assert_eq!(questions.all().len(), OpenQuestions::MOST);
    }
}
