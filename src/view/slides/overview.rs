//! The list of all slides.

use super::frame::Frame;
use super::heading;
use super::stage::{Stage, cells};
use crate::app::layout::OverviewBox;
use crate::app::{Action, SlideCommand, State};
use crate::deck::{Slide, SlideKind};
use crate::text::{Phrase, pad_left, width};
use crate::view::chrome;
use crate::view::pen::{Pen, line, right_of};
use ratatui::layout::Rect;
use ratatui::style::Style;

const TITLE: Phrase = Phrase { zh: "全部幻灯片", en: "All slides" };

impl SlideKind {
    /// Returns what the list of slides calls it.
    const fn label(self) -> Phrase {
        match self {
            Self::Title => Phrase { zh: "开篇", en: "title" },
            Self::Text => Phrase { zh: "文字", en: "text" },
            Self::Compare => Phrase { zh: "对比", en: "compare" },
            Self::City => Phrase { zh: "城市", en: "city" },
            Self::Initiatives => Phrase { zh: "平台", en: "initiatives" },
            Self::Timeline => Phrase { zh: "时间", en: "timeline" },
            Self::Coverage => Phrase { zh: "覆盖", en: "coverage" },
            Self::Figure => Phrase { zh: "数字", en: "figure" },
        }
    }
}

/// Draws the headings of all slides, one to a line, with the cursor in view.
pub(super) fn draw(stage: Stage, pen: &mut Pen<'_>, slides: &[Slide], cursor: usize, area: Rect) {
    let OverviewBox { head, list, top } = OverviewBox::new(area, slides.len(), cursor);
    pen.text(head, TITLE.get(stage.lang), pen.look.strong());
    let height = usize::from(list.height);
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
        let kind = slide.shows.kind().label().get(stage.lang);
        if used + 2 + cells(width(kind)) <= place.width {
            pen.text_right(right_of(place, used), kind, pen.look.faint());
        }
    }
    let hidden = slides.len().saturating_sub(top + height);
    let under = Rect { y: list.bottom(), height: area.bottom().saturating_sub(list.bottom() + 1).min(1), ..list };
    chrome::more(pen, under, hidden, stage.lang, Style::new());
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

/// What the keys do here: changing slides only in one's own deck. On the right the number that is being typed.
pub(super) fn draw_foot(state: &State, pen: &mut Pen<'_>, area: Rect) {
    let foot = Frame::new(area).foot;
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
        used += pen.text(right_of(foot, used), &key, pen.look.strong()) + 1;
        used += pen.text(right_of(foot, used), word, pen.look.dim()) + 2;
    }
    if let Some(number) = presentation.view().typed() {
        let number = number.get();
        pen.text_right(
            right_of(foot, used.min(foot.width)),
            &format!("{} {number}", pen.look.sign("→", "->")),
            pen.look.strong(),
        );
    }
}
