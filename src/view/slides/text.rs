//! Draws slides of text alone.

use super::context::SlideContext;
use super::drawn_content::DrawnContent;
use crate::deck::Slide;
use crate::deck::content::TextSlide;
use crate::domain::RichText;
use crate::view::canvas::{Canvas, StyledSpan, below, cells, right_of};
use ratatui::layout::Rect;
use ratatui::style::Style;

impl DrawnContent for TextSlide {
    fn draw(&self, context: SlideContext, canvas: &mut Canvas<'_>, slide: &Slide, area: Rect) -> bool {
        slide.words.as_ref().is_none_or(|words| draw(context, canvas, words, area))
    }
}

/// Draws paragraphs with a free line between them, slightly above the middle.
fn draw(context: SlideContext, canvas: &mut Canvas<'_>, words: &RichText, area: Rect) -> bool {
    let paragraphs = context.paragraphs(canvas.appearance, words, Style::new(), area.width.saturating_sub(3));
    let mut lines: Vec<(bool, Vec<StyledSpan>)> = Vec::new();
    for paragraph in paragraphs {
        if !lines.is_empty() {
            lines.push((false, Vec::new()));
        }
        lines.extend(paragraph.into_iter().enumerate().map(|(index, spans)| (index == 0, spans)));
    }
    let spare = area.height.saturating_sub(cells(lines.len()));
    let rect = below(area, (spare / 3).min(4));
    for (row, (is_first, spans)) in rect.rows().zip(&lines) {
        if *is_first {
            canvas.text(row, canvas.appearance.sign("▌", "*"), canvas.appearance.faint());
        }
        canvas.spans(right_of(row, 3), spans);
    }
    lines.len() <= usize::from(area.height)
}
