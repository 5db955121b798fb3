//! The lines that a slide's heading is typed into.

use super::heading;
use super::stage::{Stage, draw_lines};
use crate::app::State;
use crate::app::layout::LANGUAGE_LABEL;
use crate::text::{Lang, Phrase, fit, wrap};
use crate::view::pen::{Pen, Span};
use crate::view::popup;
use ratatui::layout::Rect;

const TITLE: Phrase = Phrase { zh: " 标题 ", en: " Heading " };
const CHINESE: Phrase = Phrase { zh: "中文", en: "Chinese" };
const ENGLISH: Phrase = Phrase { zh: "英文", en: "English" };
const HOW: Phrase = Phrase {
    zh: "Enter 保存（先到下一行）  Tab 另一行  Esc 取消\n两行都空为默认标题；数字写成 {编号}",
    en: "Enter next line, then save  Tab other line  Esc leave\nBoth empty: the default. A number is written as {its id}",
};

/// Draws them, in an empty line what stands there by default.
pub(super) fn draw(state: &State, pen: &mut Pen<'_>) {
    let (Some(editor), Some(places)) = (state.heading(), state.heading_box()) else { return };
    popup::frame(pen, places.popup, TITLE.get(state.lang()));
    let ground = pen.look.row();
    for (index, (lang, place)) in editor.order().into_iter().zip(places.inputs).enumerate() {
        let label = Rect { x: place.x - LANGUAGE_LABEL.min(place.x), width: LANGUAGE_LABEL, ..place };
        let name = if lang == Lang::Zh { CHINESE } else { ENGLISH };
        let style = if index == editor.line() { pen.look.strong() } else { pen.look.dim() };
        let sign = if index == editor.line() { pen.look.sign("›", ">") } else { " " };
        pen.text(label, &format!("{sign} {}", name.get(state.lang())), style.patch(ground));
        let input = editor.input(lang);
        let (shown, _) = input.window(usize::from(place.width));
        if input.text().is_empty() {
            let default = state
                .slides()
                .get(editor.slide().get())
                .map(|slide| heading::default_title(Stage { dataset: state.dataset(), lang }, slide));
            // The cursor stands before it, on a free cell.
            let room = usize::from(place.width.saturating_sub(1));
            let text = format!(" {}", fit(&default.unwrap_or_default(), room));
            pen.text(place, &text, pen.look.dim().patch(ground));
        } else {
            pen.text(place, shown, style.patch(ground));
        }
    }
    // Why it was not taken matters more than how it is done.
    let (words, style) = match state.notice() {
        Some(notice) => (notice.get(state.lang()), pen.look.strong()),
        None => (HOW.get(state.lang()), pen.look.dim()),
    };
    let how = wrap(words, usize::from(places.hint.width));
    let how: Vec<Vec<Span>> = how.into_iter().map(|text| vec![(text, style.patch(ground))]).collect();
    draw_lines(pen, places.hint, &how);
}
