//! Draws the dialog that exports what is on the screen: what, in which format, and to which file.

use super::canvas::{Canvas, right_of};
use super::popup;
use crate::app::State;
use crate::app::export_dialog::{ExportDialog, OFFERED_FORMATS};
use crate::app::layout::{ExportBox, PROMPT};
use crate::text::{Phrase, fit, visible_line};
use ratatui::layout::Rect;

const TITLE: Phrase = Phrase { zh: " 导出 ", en: " Export " };
const CONTENT: Phrase = Phrase { zh: "内容：", en: "What: " };
/// The cells of an ending in the list.
const ENDING: u16 = 8;

/// Draws what is exported, the formats, the path, and what is to be said of it.
pub(super) fn draw(state: &State, dialog: &ExportDialog, canvas: &mut Canvas<'_>, layout: ExportBox) {
    let (appearance, lang) = (canvas.appearance, state.lang());
    let background = appearance.selected_row();
    popup::draw_frame(canvas, layout.popup, TITLE.get(lang));
    let name = dialog.content().map_or("", |content| content.name.get(lang));
    let content = format!("{}{name}", CONTENT.get(lang));
    canvas.text(layout.content, &fit(&content, usize::from(layout.content.width)), background);
    for (rect, (index, format)) in layout.list.rows().zip(OFFERED_FORMATS.iter().enumerate().skip(dialog.top())) {
        let selected = index == dialog.cursor();
        let style = if selected { appearance.selected_row_in_popup() } else { background };
        canvas.paint(rect, style);
        if selected {
            canvas.text(rect, appearance.sign("▌", ">"), appearance.strong().patch(style));
        }
        canvas.text(right_of(rect, 2), &format!(".{}", format.ending), appearance.strong().patch(style));
        canvas.text(right_of(rect, 2 + ENDING), format.about.get(lang), style);
    }
    let prompt = Rect { x: layout.path.x - PROMPT.min(layout.path.x), width: PROMPT, ..layout.path };
    canvas.text(right_of(prompt, 1), appearance.sign("›", ">"), appearance.strong().patch(background));
    let (shown, _) = dialog.path().window(usize::from(layout.path.width));
    canvas.text(layout.path, shown, appearance.strong().patch(background));
    if let Some(message) = dialog.message() {
        let message = fit(&visible_line(message.get(lang)), usize::from(layout.message.width));
        canvas.text(layout.message, &message, appearance.strong().patch(background));
    }
}
