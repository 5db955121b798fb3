//! Draws the dashboard: the screen or the slide, and what lies over it.

use super::appearance::Appearance;
use super::canvas::Canvas;
use super::{
    area_chooser, bars, chrome, coverage_grid, deck_chooser, export_dialog, figure_form, find, help, list, slides,
    stand_ins, styled_lines, table,
};
use crate::app::deck_chooser::DeckChooser;
use crate::app::keymap::bindings;
use crate::app::layout::ChooserBox;
use crate::app::layout::{ExportBox, FindBox, SMALLEST};
use crate::app::{Action, Mode, Pane, Screen, State};
use crate::text::{Lang, Phrase, width as text_width, wrap};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Draws the dashboard into `buffer`, which must have the state's size.
pub fn draw(state: &State, appearance: Appearance, buffer: &mut Buffer) {
    draw_without_stand_ins(state, appearance, buffer);
    stand_ins::apply(buffer, appearance.charset);
}

/// Draws the dashboard with every character as it is in the data, before [`stand_ins`] replaces some of them.
fn draw_without_stand_ins(state: &State, appearance: Appearance, buffer: &mut Buffer) {
    let layout = state.layout();
    let mut canvas = Canvas::new(buffer, appearance);
    if layout.is_too_small() {
        draw_too_small(state, &mut canvas);
        return;
    }
    if state.is_presenting() {
        slides::draw(state, &mut canvas);
        match state.mode() {
            Mode::Help { scroll } => help::draw(state, &mut canvas, layout.body, *scroll),
            Mode::Find(find) => find::draw(state, find, &mut canvas, FindBox::new(layout.body)),
            Mode::ChooseDeck(chooser) => draw_decks(state, chooser, &mut canvas),
            Mode::ChooseAreas(_) | Mode::AddFigure(_) | Mode::Export(_) | Mode::Browse => return,
        }
        canvas.clear(layout.footer);
        chrome::draw_footer(state, &mut canvas, layout.footer);
        return;
    }
    chrome::draw_header(state, &mut canvas);
    for rule in &layout.rules {
        chrome::draw_rule(&mut canvas, *rule, layout.pane(state.focus()));
    }
    for (pane, area) in &layout.panes {
        match pane {
            Pane::Main => draw_main(state, &mut canvas, *area),
            Pane::Bars => bars::draw(state, &mut canvas, *area),
            Pane::Drilldown => styled_lines::drilldown(state, &mut canvas, *area),
        }
    }
    if let Some(banner) = state.banner() {
        chrome::draw_banner(&mut canvas, layout.footer, banner.get(state.lang()));
    }
    chrome::draw_footer(state, &mut canvas, layout.footer);
    match state.mode() {
        Mode::Help { scroll } => help::draw(state, &mut canvas, layout.body, *scroll),
        Mode::Find(find) => find::draw(state, find, &mut canvas, FindBox::new(layout.body)),
        Mode::ChooseAreas(chooser) => {
            area_chooser::draw(state, chooser, &mut canvas, ChooserBox::new(layout.body, chooser.height()));
        }
        Mode::ChooseDeck(chooser) => draw_decks(state, chooser, &mut canvas),
        Mode::AddFigure(form) => {
            if let Some(form_box) = state.form_box() {
                figure_form::draw(state, form, &mut canvas, &form_box);
            }
        }
        Mode::Export(dialog) => export_dialog::draw(state, dialog, &mut canvas, ExportBox::new(layout.body)),
        Mode::Browse => {}
    }
}

fn draw_decks(state: &State, chooser: &DeckChooser, canvas: &mut Canvas<'_>) {
    if let Some(layout) = state.deck_chooser_box() {
        deck_chooser::draw(state, chooser, canvas, layout);
    }
}

fn draw_main(state: &State, canvas: &mut Canvas<'_>, area: Rect) {
    match state.screen() {
        Screen::Compare => table::draw(state, canvas, area),
        Screen::Coverage => coverage_grid::draw(state, canvas, area),
        Screen::List(_) => list::draw(state, canvas, area),
        Screen::Reader => styled_lines::reader(state, canvas, area),
    }
}

const TOO_SMALL: Phrase = Phrase {
    zh: "窗口太小，请放大到 40 列 12 行以上。",
    en: "Window too small: 40 columns by 12 rows needed.",
};
const QUITS: Phrase = Phrase { zh: "退出", en: "quits" };

fn draw_too_small(state: &State, canvas: &mut Canvas<'_>) {
    debug_assert_eq!(SMALLEST, (40, 12), "the words name the size");
    let (width, height) = state.size();
    let quit = bindings(state)
        .key_of(Action::Quit)
        .map(|key| format!("{} {}", key.name(state.charset()), QUITS.get(state.lang())));
    let mut lines = wrap(TOO_SMALL.get(state.lang()), usize::from(width));
    // The key and what it does stay together.
    match (lines.last_mut(), quit) {
        (Some(last), Some(quit)) if text_width(last) + text_width(&quit) < usize::from(width) => {
            let gap = if state.lang() == Lang::Zh { "" } else { " " };
            *last = format!("{last}{gap}{quit}");
        }
        (_, quit) => lines.extend(quit),
    }
    for (line, text) in (0..height).zip(lines) {
        canvas.text(Rect::new(0, line, width, 1), &text, ratatui::style::Style::new());
    }
}
