//! Draws the list of all slides.

use super::context::SlideContext;
use super::heading;
use super::slide_layout::SlideLayout;
use crate::app::State;
use crate::app::layout::OverviewBox;
use crate::deck::Slide;
use crate::text::{Phrase, pad_left, width};
use crate::view::canvas::{Canvas, cells, right_of};
use crate::view::chrome;
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

/// Draws the keys that work now, and on the right the number that is being typed.
pub(super) fn draw_foot(state: &State, canvas: &mut Canvas<'_>, area: Rect) {
    let foot = SlideLayout::new(area).foot;
    let Some(presentation) = state.presentation() else { return };
    let used = chrome::draw_hints(state, canvas, foot);
    if let Some(number) = presentation.view().typed() {
        let number = number.get();
        canvas.text_right(
            right_of(foot, used),
            &format!("{} {number}", canvas.appearance.sign("→", "->")),
            canvas.appearance.strong(),
        );
    }
}
