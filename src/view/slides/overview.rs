//! Draws the list of all slides.

use super::context::SlideContext;
use super::heading;
use super::slide_layout::SlideLayout;
use crate::app::layout::OverviewBox;
use crate::app::{Action, SlideCommand, State};
use crate::deck::Slide;
use crate::text::{Phrase, pad_left, width};
use crate::view::canvas::{Canvas, cells, right_of};
use crate::view::hidden_lines;
use ratatui::layout::Rect;
use ratatui::style::Style;

const TITLE: Phrase = Phrase { zh: "全部幻灯片", en: "All slides" };

/// Draws the headings of all slides, one on each line, with the cursor in view.
pub(super) fn draw(context: SlideContext, canvas: &mut Canvas<'_>, slides: &[Slide], cursor: usize, area: Rect) {
    let OverviewBox { head, list, top } = OverviewBox::new(area, slides.len(), cursor);
    canvas.text(head, TITLE.get(context.lang), canvas.appearance.strong());
    let height = usize::from(list.height);
    for (rect, (index, slide)) in list.rows().zip(slides.iter().enumerate().skip(top)) {
        let selected = index == cursor;
        if selected {
            canvas.paint(rect, canvas.appearance.selected_row());
            canvas.text(rect, canvas.appearance.sign("▌", ">"), canvas.appearance.strong());
        }
        let style = if selected { canvas.appearance.selected_name() } else { Style::new() };
        let mut used =
            canvas.text(right_of(rect, 2), &pad_left(&(index + 1).to_string(), 3), canvas.appearance.dim()) + 4;
        // A heading on one endless line needs no wrapping; the canvas cuts it.
        let heading = heading::lines(context, canvas.appearance, slide, u16::MAX);
        let text: String = heading.first().into_iter().flatten().map(|(text, _)| text.as_str()).collect();
        used += canvas.text(right_of(rect, used), &text, style);
        let kind = slide.content.kind().label().get(context.lang);
        if used + 2 + cells(width(kind)) <= rect.width {
            canvas.text_right(right_of(rect, used), kind, canvas.appearance.dim());
        }
    }
    let hidden = slides.len().saturating_sub(top + height);
    let under = Rect { y: list.bottom(), height: area.bottom().saturating_sub(list.bottom() + 1).min(1), ..list };
    hidden_lines::draw(canvas, under, (top, hidden), context.lang, Style::new());
}

const HINTS: [(SlideCommand, Phrase); 6] = [
    (SlideCommand::Open, Phrase { zh: "打开", en: "open" }),
    (SlideCommand::Earlier, Phrase { zh: "上移", en: "up" }),
    (SlideCommand::Later, Phrase { zh: "下移", en: "down" }),
    (SlideCommand::Rename, Phrase { zh: "改标题", en: "heading" }),
    (SlideCommand::Remove, Phrase { zh: "删除", en: "remove" }),
    (SlideCommand::Undo, Phrase { zh: "撤销", en: "undo" }),
];
const BACK: Phrase = Phrase { zh: "返回", en: "back" };

/// Draws the hints of keys, and on the right the number that is being typed. Only the user's own deck has keys that
/// change it.
pub(super) fn draw_foot(state: &State, canvas: &mut Canvas<'_>, area: Rect) {
    let foot = SlideLayout::new(area).foot;
    let Some(presentation) = state.presentation() else { return };
    let is_own = state.user_deck() == Some(presentation.deck());
    let shown =
        HINTS.into_iter().filter(|(step, _)| is_own || *step == SlideCommand::Open).chain([(SlideCommand::Stop, BACK)]);
    let mut used = 0;
    for (step, word) in shown {
        let Some(key) = state.keys().presentation.key_of(Action::Present(step)) else { continue };
        let (key, word) = (key.name(state.charset()), word.get(state.lang()));
        let needed = cells(width(&key) + width(word)) + 1;
        if used + needed > foot.width {
            break;
        }
        used += canvas.text(right_of(foot, used), &key, canvas.appearance.strong()) + 1;
        used += canvas.text(right_of(foot, used), word, canvas.appearance.dim()) + 2;
    }
    if let Some(number) = presentation.view().typed() {
        let number = number.get();
        canvas.text_right(
            right_of(foot, used.min(foot.width)),
            &format!("{} {number}", canvas.appearance.sign("→", "->")),
            canvas.appearance.strong(),
        );
    }
}
