//! Giving a slide of the person's own deck another heading, in both languages.

use super::Step;
use crate::app::action::{Action, Effect};
use crate::app::input::Input;
use crate::app::layout::NamingBox;
use crate::app::state::State;
use crate::deck::DeckEdit;
use crate::text::{Lang, Text};

/// A heading that is being typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Naming {
    /// The slide, by its place in the deck.
    pub slide: usize,
    /// The languages, in the order in which they are asked for: that of the interface first.
    pub order: [Lang; 2],
    /// Which of the two is typed into.
    pub at: usize,
    zh: Input,
    en: Input,
    /// What it was.
    before: Text,
}

impl Naming {
    fn new(slide: usize, first: Lang, title: Text) -> Self {
        let (zh, en) = (Input::from(title.zh), Input::from(title.en));
        let before = Text::new(zh.text(), en.text());
        Self { slide, order: [first, first.other()], at: 0, zh, en, before }
    }

    /// The same for the slide that now stands at this place.
    pub(super) fn of_slide(&self, slide: usize) -> Self {
        Self { slide, ..self.clone() }
    }

    /// The line of a language.
    #[must_use]
    pub const fn input(&self, lang: Lang) -> &Input {
        match lang {
            Lang::Zh => &self.zh,
            Lang::En => &self.en,
        }
    }

    /// The line that is typed into.
    pub(in crate::app) fn active(&mut self) -> &mut Input {
        match self.order.get(self.at) {
            Some(Lang::En) => &mut self.en,
            _ => &mut self.zh,
        }
    }

    fn is_unchanged(&self) -> bool {
        (self.zh.text(), self.en.text()) == (self.before.zh.as_str(), self.before.en.as_str())
    }

    /// What has been typed; `None` where both lines are empty, so that what the slide shows gives the heading.
    fn typed(&self) -> Option<Text> {
        let [zh, en] = [&self.zh, &self.en].map(|input| input.text().trim());
        (!zh.is_empty() || !en.is_empty()).then(|| Text::new(zh, en))
    }
}

impl State {
    /// The heading that is being typed.
    #[must_use]
    pub fn naming(&self) -> Option<&Naming> {
        self.talk.as_ref()?.naming.as_ref()
    }

    /// Shows the lines for a heading, with what it is now.
    pub(super) fn open_naming(&mut self, slide: usize) {
        let Some(held) = self.slides().get(slide) else { return };
        let title = held.title.as_ref();
        let written = |lang| title.map(|title| title.written(&self.dataset.observations, lang)).unwrap_or_default();
        let naming = Naming::new(slide, self.lang, Text::new(written(Lang::Zh), written(Lang::En)));
        if let Some(talk) = &mut self.talk {
            talk.naming = Some(naming);
        }
    }

    /// Does what was asked while a heading is typed. Nothing is lost where it is refused: the lines stay.
    pub(in crate::app) fn apply_to_naming(&mut self, action: Action) -> Effect {
        let Some(naming) = self.talk.as_mut().and_then(|talk| talk.naming.as_mut()) else { return Effect::None };
        match action {
            Action::Edit(edit) => drop(naming.active().edit(edit)),
            Action::Move(_) | Action::Talk(Step::Next | Step::Previous) => naming.at = 1 - naming.at.min(1),
            Action::Talk(Step::Open) if naming.at == 0 => naming.at = 1,
            Action::Talk(Step::Open) if naming.is_unchanged() => self.close_naming(),
            Action::Talk(Step::Open) => {
                return Effect::Edit(DeckEdit::Rename { slide: naming.slide, title: naming.typed() });
            }
            Action::Talk(Step::Stop) => self.close_naming(),
            _ => {}
        }
        Effect::None
    }

    fn close_naming(&mut self) {
        if let Some(talk) = &mut self.talk {
            talk.naming = None;
        }
    }

    /// Where the lines for a heading stand; `None` where none is typed, or on a terminal that is too small.
    #[must_use]
    pub fn naming_box(&self) -> Option<NamingBox> {
        let layout = self.layout();
        (self.naming().is_some() && !layout.is_too_small()).then(|| NamingBox::new(layout.body))
    }

    /// Where the terminal's cursor belongs while a heading is typed.
    pub(in crate::app) fn naming_cursor(&self) -> Option<(u16, u16)> {
        let naming = self.naming()?;
        let place = *self.naming_box()?.inputs.get(naming.at)?;
        let (_, column) = naming.input(*naming.order.get(naming.at)?).window(usize::from(place.width));
        Some((place.x + u16::try_from(column).ok()?.min(place.width.saturating_sub(1)), place.y))
    }
}
