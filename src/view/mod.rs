//! Drawing. Everything here is a pure function of the state and the look: drawing twice gives the same buffer, and
//! changes nothing.

mod bars;
mod chrome;
mod find;
mod grid;
mod help;
mod list;
mod look;
mod marked;
mod order;
mod pen;
mod popup;
pub mod slides;
mod stand_ins;
pub mod svg;
mod table;
mod trend;

pub use look::Look;

use crate::app::keymap::bindings;
use crate::app::layout::{FindBox, SMALLEST};
use crate::app::{Action, Mode, Pane, Screen, State};
use crate::text::{Phrase, wrap};
use pen::Pen;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Draws the dashboard into `buffer`, which must have the size that the state holds.
pub fn draw(state: &State, look: Look, buffer: &mut Buffer) {
    draw_signs(state, look, buffer);
    stand_ins::apply(buffer, look.charset);
}

/// The same with the punctuation of running text as it stands in the data.
fn draw_signs(state: &State, look: Look, buffer: &mut Buffer) {
    let layout = state.layout();
    let mut pen = Pen::new(buffer, look);
    if layout.is_too_small() {
        too_small(state, &mut pen);
        return;
    }
    if state.is_presenting() {
        slides::draw(state, &mut pen);
        if let Mode::Help { scroll } = state.mode() {
            help::draw(state, &mut pen, layout.body, *scroll);
        }
        return;
    }
    chrome::header(state, &mut pen);
    for rule in &layout.rules {
        chrome::rule(&mut pen, *rule);
    }
    for (pane, area) in &layout.panes {
        match pane {
            Pane::Main => draw_main(state, &mut pen, *area),
            Pane::Bars => bars::draw(state, &mut pen, *area),
            Pane::Drilldown => marked::drilldown(state, &mut pen, *area),
        }
    }
    chrome::footer(state, &mut pen, layout.footer);
    match state.mode() {
        Mode::Help { scroll } => help::draw(state, &mut pen, layout.body, *scroll),
        Mode::Find(find) => find::draw(state, find, &mut pen, FindBox::new(layout.body)),
        Mode::Browse => {}
    }
}

fn draw_main(state: &State, pen: &mut Pen<'_>, area: Rect) {
    match state.screen() {
        Screen::Compare => table::draw(state, pen, area),
        Screen::Coverage => grid::draw(state, pen, area),
        Screen::List(_) => list::draw(state, pen, area),
        Screen::Reader => marked::reader(state, pen, area),
    }
}

const TOO_SMALL: Phrase = Phrase {
    zh: "窗口太小，请放大到 40 列 12 行以上。",
    en: "Window too small: 40 columns by 12 rows needed. ",
};
const QUITS: Phrase = Phrase { zh: "退出", en: "quits" };

fn too_small(state: &State, pen: &mut Pen<'_>) {
    debug_assert_eq!(SMALLEST, (40, 12), "the words name the size");
    let (width, height) = state.size();
    let quit = bindings(state)
        .key_of(Action::Quit)
        .map(|key| format!("{} {}", key.name(state.charset()), QUITS.get(state.lang())));
    let words = TOO_SMALL.get(state.lang()).to_owned() + &quit.unwrap_or_default();
    for (line, text) in (0..height).zip(wrap(&words, usize::from(width))) {
        pen.text(Rect::new(0, line, width, 1), &text, ratatui::style::Style::new());
    }
}
