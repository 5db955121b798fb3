//! Draws the popup in which the heading of a slide is edited.

use super::context::{SlideContext, draw_lines};
use super::drawn_content::drawn_content;
use crate::app::State;
use crate::app::layout::LANGUAGE_LABEL;
use crate::text::{Lang, Phrase, fit, wrap};
use crate::view::canvas::{Canvas, StyledSpan};
use crate::view::popup;
use ratatui::layout::Rect;

const TITLE: Phrase = Phrase { zh: " 标题 ", en: " Heading " };
const CHINESE: Phrase = Phrase { zh: "中文", en: "Chinese" };
const ENGLISH: Phrase = Phrase { zh: "英文", en: "English" };
const HOW: Phrase = Phrase {
    zh: "Enter 保存（先到下一行）  Tab 另一行  Esc 取消\n写一行即可，两行都空为默认标题；数字按 Ctrl-F 查找填入，以代号表示",
    en: "Enter next line, then save  Tab other line  Esc leave\nOne line is enough; none: the default. Ctrl-F puts a figure in",
};

/// What to do about a number, which is what a heading is refused for most often.
const FIGURE: Phrase = Phrase { zh: "数字按 Ctrl-F 查找填入", en: "Ctrl-F puts a figure in" };

/// Draws the two input lines, and in an empty one the default heading.
pub(super) fn draw(state: &State, canvas: &mut Canvas<'_>) {
    let (Some(editor), Some(layout)) = (state.heading(), state.heading_box()) else { return };
    popup::draw_frame(canvas, layout.popup, TITLE.get(state.lang()));
    let background = canvas.appearance.selected_row();
    for (index, (lang, rect)) in editor.order().into_iter().zip(layout.inputs).enumerate() {
        let label = Rect { x: rect.x - LANGUAGE_LABEL.min(rect.x), width: LANGUAGE_LABEL, ..rect };
        let name = if lang == Lang::Zh { CHINESE } else { ENGLISH };
        let style = if index == editor.line() { canvas.appearance.strong() } else { canvas.appearance.dim() };
        let sign = if index == editor.line() { canvas.appearance.sign("›", ">") } else { " " };
        canvas.text(label, &format!("{sign} {}", name.get(state.lang())), style.patch(background));
        let input = editor.input(lang);
        let (shown, _) = input.window(usize::from(rect.width));
        let other = editor.input(lang.other()).text();
        if input.text().is_empty() && !other.is_empty() {
            // The other line stands for both.
            let max_width = usize::from(rect.width.saturating_sub(1));
            canvas.text(rect, &format!(" {}", fit(other, max_width)), canvas.appearance.dim().patch(background));
        } else if input.text().is_empty() {
            let default = state.slides().get(editor.slide().get()).map(|slide| {
                drawn_content(&slide.content).default_heading(SlideContext { dataset: state.dataset(), lang })
            });
            // The cursor is on the free cell before the default.
            let max_width = usize::from(rect.width.saturating_sub(1));
            let text = format!(" {}", fit(&default.unwrap_or_default(), max_width));
            canvas.text(rect, &text, canvas.appearance.dim().patch(background));
        } else {
            canvas.text(rect, shown, style.patch(background));
        }
    }
    // A reason for a refusal is more important than the hint.
    let (words, style) = match state.notice() {
        Some(notice) => {
            (format!("{}\n{}", notice.get(state.lang()), FIGURE.get(state.lang())), canvas.appearance.strong())
        }
        None => (HOW.get(state.lang()).to_owned(), canvas.appearance.dim()),
    };
    let how = wrap(&words, usize::from(layout.hint.width));
    let how: Vec<Vec<StyledSpan>> = how.into_iter().map(|text| vec![(text, style.patch(background))]).collect();
    draw_lines(canvas, layout.hint, &how);
}
