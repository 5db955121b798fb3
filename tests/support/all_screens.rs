//! Every screen, overlay and slide, for tests of what holds of all that is drawn.

use super::library::{shipped, user_deck, with_slides};
use cppcc::app::input::Edit;
use cppcc::app::{Action, Mode, Screen, SlideCommand, StartOptions, State};
use cppcc::present::protocol::SpeakerStatus;
use cppcc::present::speaker::SpeakerView;
use cppcc::text::{CharSet, Lang};
use cppcc::view::Appearance;
use cppcc::view::slides::draw_speaker;
use itertools::Itertools;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::rc::Rc;

const SIZES: [(u16, u16); 2] = [(46, 14), (120, 40)];

/// Every screen in both languages at several sizes, bare and with each overlay, scrolled down as well.
pub fn states(charset: CharSet) -> Vec<State> {
    // One state in each language is made, with all that can be found, and the others are copies of it.
    let opened = [Lang::Zh, Lang::En].map(|lang| {
        let mut state = State::new(shipped(), StartOptions { lang, size: (80, 24), charset }).unwrap();
        state.apply(Action::Find);
        state.apply(Action::Back);
        state
    });
    let at = |(columns, rows), opened: &State| {
        let mut state = opened.clone();
        state.apply(Action::Resize(columns, rows));
        state
    };
    let mut states = Vec::new();
    let overlays = [None, Some(Action::Help), Some(Action::Find)];
    for ((size, opened), (screen, overlay)) in SIZES
        .into_iter()
        .cartesian_product(&opened)
        .cartesian_product(Screen::ALL.into_iter().cartesian_product(overlays))
    {
        let mut state = at(size, opened);
        state.apply(Action::Show(screen));
        state.apply(Action::FoldAll);
        overlay.map(|overlay| state.apply(overlay));
        states.push(state.clone());
        state.apply(Action::Last);
        states.push(state);
    }
    for (size, opened) in [(80, 24), (120, 40)].into_iter().cartesian_product(&opened) {
        let mut state = at(size, opened);
        state.apply(Action::Present(SlideCommand::Begin));
        for _ in 0..state.slides().len() {
            states.push(state.clone());
            state.apply(Action::Present(SlideCommand::Next));
        }
    }
    states.extend(making_decks(charset));
    states
}

/// The making of a deck of one's own, in both languages and at several sizes: the list of decks, that of slides, the menu for a
/// new slide, the editor of words empty, filled and asking, and a slide with a number without a source.
fn making_decks(charset: CharSet) -> Vec<State> {
    let slide = "kind = \"text\"\ntitle = { zh = \"差67件\", en = \"67 fewer\" }\n\
                 words = \"{binzhou-2025-leader-instructions}\"\nnotes = \"…\"";
    let library = with_slides(&[slide]);
    let mut states = Vec::new();
    for (size, lang) in [(46, 14), (80, 24), (120, 40)].into_iter().cartesian_product([Lang::Zh, Lang::En]) {
        let mut state = State::new(Rc::clone(&library), StartOptions { lang, size, charset }).unwrap();
        state.set_user_deck(user_deck(&library));
        // The list of decks, and after Enter the slide; then each step from the list of slides on.
        let commands = [
            SlideCommand::Begin,
            SlideCommand::Open,
            SlideCommand::Overview,
            SlideCommand::New,
            SlideCommand::Open,
            SlideCommand::Stop,
            SlideCommand::Words,
        ];
        for command in commands {
            let is_choosing = matches!(state.mode(), Mode::ChooseDeck(_));
            state.apply(if is_choosing { Action::Open } else { Action::Present(command) });
            states.push(state.clone());
        }
        state.apply(Action::Edit(Edit::Insert('好')));
        state.apply(Action::Present(SlideCommand::Stop));
        states.push(state);
    }
    states
}

/// The speaker's view while it waits, and beside each slide of the first deck.
pub fn speaker_views(look: Appearance) -> Vec<Buffer> {
    let dataset = shipped();
    let deck = &dataset.decks[dataset.decks.keys().next().unwrap()];
    let status = |slide| SpeakerStatus {
        deck: deck.id.clone(),
        edition: deck.edition(&dataset),
        slide,
        blank: false,
        live: true,
        wall: None,
        began: 0,
        minutes: None,
        audience: None,
    };
    let mut buffers = Vec::new();
    for (lang, slide) in [Lang::Zh, Lang::En].into_iter().cartesian_product(0..=deck.slides.len()) {
        let mut speaker = SpeakerView::new(Rc::clone(&dataset), lang, Rc::default(), Some(15));
        speaker.set_status((slide > 0).then(|| status(slide)));
        let mut buffer = Buffer::empty(Rect::new(0, 0, speaker.size().0, speaker.size().1));
        draw_speaker(&speaker, look, &mut buffer);
        buffers.push(buffer);
    }
    buffers
}
