//! The lines into which a slide's heading is typed, one for each language.

use crate::app::input::{Edit, Input};
use crate::deck::SlideIndex;
use crate::text::{Lang, Text};

/// A heading that is being typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeadingEditor {
    slide: SlideIndex,
    /// The languages, in the order in which they are asked for: that of the user first.
    order: [Lang; 2],
    /// Whether the first line alone is asked for, since the user writes in its language.
    is_first_enough: bool,
    /// Whether the second of the two lines is typed into.
    is_on_second: bool,
    zh: Input,
    en: Input,
    /// The heading before it was edited.
    before: Text,
}

impl HeadingEditor {
    /// Opens the editor on the heading that a slide has now. The line of the language in which the user writes comes first, or
    /// else that of the interface. A heading in one language stands on one line.
    pub(super) fn new(slide: SlideIndex, writes: Option<Lang>, interface: Lang, title: Text) -> Self {
        let is_one = title.zh == title.en;
        let first =
            writes.unwrap_or(if is_one && !title.zh.is_empty() { Lang::of_words(&title.zh) } else { interface });
        let (zh, en) = match (is_one, first) {
            (true, Lang::Zh) => (title.zh, String::new()),
            (true, Lang::En) => (String::new(), title.en),
            (false, _) => (title.zh, title.en),
        };
        let (zh, en) = (Input::from(zh), Input::from(en));
        let before = Text::new(zh.text(), en.text());
        let is_first_enough = writes.is_some();
        Self { slide, order: [first, first.other()], is_first_enough, is_on_second: false, zh, en, before }
    }

    /// Whether Enter goes to the other line, and does not save yet.
    pub(super) fn is_other_line_next(&self) -> bool {
        let is_other_empty = self.input(self.lang().other()).text().trim().is_empty();
        !(self.is_on_second || self.is_first_enough && is_other_empty)
    }

    /// Returns the slide whose heading is typed.
    #[must_use]
    pub const fn slide(&self) -> SlideIndex {
        self.slide
    }

    /// Moves the editor along with its slide to a new index.
    pub(super) const fn move_to(&mut self, slide: SlideIndex) {
        self.slide = slide;
    }

    /// Returns the languages in the order of their lines.
    #[must_use]
    pub const fn order(&self) -> [Lang; 2] {
        self.order
    }

    /// Returns the index of the line that is typed into.
    #[must_use]
    pub fn line(&self) -> usize {
        usize::from(self.is_on_second)
    }

    /// Goes to the other line.
    pub(super) const fn switch_line(&mut self) {
        self.is_on_second = !self.is_on_second;
    }

    /// Returns the language that is typed in.
    #[must_use]
    pub const fn lang(&self) -> Lang {
        let [first, second] = self.order;
        if self.is_on_second { second } else { first }
    }

    /// Returns the line of a language.
    #[must_use]
    pub const fn input(&self, lang: Lang) -> &Input {
        match lang {
            Lang::Zh => &self.zh,
            Lang::En => &self.en,
        }
    }

    fn active(&mut self) -> &mut Input {
        match self.lang() {
            Lang::Zh => &mut self.zh,
            Lang::En => &mut self.en,
        }
    }

    /// Inserts pasted text into the active line.
    pub(in crate::app) fn insert(&mut self, text: &str) {
        self.active().insert(text);
    }

    /// Changes the line that is typed into.
    pub(super) fn edit(&mut self, edit: Edit) {
        self.active().edit(edit);
    }

    /// Whether nothing has been changed.
    pub(super) fn is_unchanged(&self) -> bool {
        (self.zh.text(), self.en.text()) == (self.before.zh.as_str(), self.before.en.as_str())
    }

    /// Returns the typed heading. One line alone stands for both languages; if both are empty it is `None`, so that the
    /// heading comes from the content again.
    pub(super) fn typed(&self) -> Option<Text> {
        let [zh, en] = [&self.zh, &self.en].map(|input| input.text().trim());
        match (zh.is_empty(), en.is_empty()) {
            (true, true) => None,
            (false, true) => Some(Text::new(zh, zh)),
            (true, false) => Some(Text::new(en, en)),
            (false, false) => Some(Text::new(zh, en)),
        }
    }
}
