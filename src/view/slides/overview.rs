//! The list of all slides.

use super::heading;
use super::stage::{Stage, below, cells};
use crate::domain::deck::{Shows, Slide};
use crate::text::{Phrase, pad_left};
use crate::view::pen::{Pen, line, right_of};
use ratatui::layout::Rect;
use ratatui::style::Style;

const TITLE: Phrase = Phrase { zh: "全部幻灯片", en: "All slides" };

impl Shows {
    /// What kind of slide shows it.
    const fn kind(&self) -> Phrase {
        match self {
            Self::Title => Phrase { zh: "开篇", en: "title" },
            Self::Text => Phrase { zh: "文字", en: "text" },
            Self::Compare { .. } => Phrase { zh: "对比", en: "compare" },
            Self::City { .. } => Phrase { zh: "城市", en: "city" },
            Self::Initiatives(_) => Phrase { zh: "平台", en: "initiatives" },
            Self::Timeline(_) => Phrase { zh: "时间", en: "timeline" },
            Self::Coverage(_) => Phrase { zh: "覆盖", en: "coverage" },
            Self::Figure(_) => Phrase { zh: "数字", en: "figure" },
        }
    }
}

/// Draws the headings of all slides, one to a line, with the cursor in view.
pub(super) fn draw(stage: Stage, pen: &mut Pen<'_>, slides: &[Slide], cursor: usize, area: Rect) {
    let frame = super::Frame::new(area);
    if let Some(head) = line(frame.content, 0) {
        pen.text(head, TITLE.get(stage.lang), pen.look.strong());
    }
    let list = below(frame.content, 2);
    let height = usize::from(list.height);
    let top = (cursor + 1).saturating_sub(height).max(cursor.saturating_sub(height / 2));
    let top = top.min(slides.len().saturating_sub(height));
    for (row, (index, slide)) in slides.iter().enumerate().skip(top).take(height).enumerate() {
        let Some(place) = line(list, row) else { continue };
        let selected = index == cursor;
        if selected {
            pen.paint(place, pen.look.row());
            pen.text(place, pen.look.sign("▌", ">"), pen.look.strong());
        }
        let style = if selected { pen.look.strong() } else { Style::new() };
        let mut used = pen.text(right_of(place, 2), &pad_left(&(index + 1).to_string(), 3), pen.look.dim()) + 4;
        let heading = heading::lines(stage, pen.look, slide, u16::MAX);
        let text: String = heading.first().into_iter().flatten().map(|(text, _)| text.as_str()).collect();
        used += pen.text(right_of(place, used), &text, style);
        let kind = slide.shows.kind().get(stage.lang);
        if used + 2 + cells(crate::text::width(kind)) <= place.width {
            pen.text_right(right_of(place, used), kind, pen.look.faint());
        }
    }
}
