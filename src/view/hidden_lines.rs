//! Tells how many lines of a pane are out of sight, in a row that shows nothing else.

use super::canvas::{Canvas, cells, right_of};
use crate::app::overflow::lines_shown;
use crate::text::{Lang, width};
use ratatui::layout::Rect;
use ratatui::style::Style;

/// Returns the row of `area` that says how `count` lines go on, if not all of them have room.
pub(super) fn row_of(area: Rect, count: usize) -> Option<Rect> {
    let height = usize::from(area.height);
    (lines_shown(count, height) < height).then(|| Rect { y: area.bottom() - 1, height: 1, ..area })
}

/// Draws how many lines lie before and after those that are visible, at the right end of a row that is kept free for it.
/// Returns what is left of the row.
pub(super) fn draw(
    canvas: &mut Canvas<'_>,
    row: Rect,
    (before, after): (usize, usize),
    lang: Lang,
    background: Style,
) -> Rect {
    let signs = (canvas.appearance.sign("↑", "^"), canvas.appearance.sign("↓", "v"));
    let text = text(signs, (before, after), lang, usize::from(row.width));
    canvas.text_right(row, &text, background.patch(canvas.appearance.dim()));
    Rect { width: row.width.saturating_sub(cells(width(&text) + 1)), ..right_of(row, 0) }
}

/// Returns the two numbers in as many words as have room.
fn text((up, down): (&str, &str), (before, after): (usize, usize), lang: Lang, room: usize) -> String {
    let above = |count: usize| match lang {
        Lang::Zh => format!("{up} 前有 {count} 行"),
        Lang::En => format!("{up} {count} above"),
    };
    let below = |count: usize| match lang {
        Lang::Zh => format!("{down} 还有 {count} 行"),
        Lang::En => format!("{down} {count} more"),
    };
    let parts = |above: &dyn Fn(usize) -> String, below: &dyn Fn(usize) -> String, between: &str| {
        let parts = [(before > 0).then(|| above(before)), (after > 0).then(|| below(after))];
        parts.into_iter().flatten().collect::<Vec<_>>().join(between)
    };
    let worded = parts(&above, &below, "  ");
    let brief = parts(&|count| format!("{up}{count}"), &|count| format!("{down}{count}"), " ");
    [worded, brief].into_iter().find(|text| width(text) <= room).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_directions_are_counted_in_the_words_that_fit() {
        let of = |counts, lang, room| text(("↑", "↓"), counts, lang, room);
        assert_eq!(of((3, 21), Lang::Zh, 40), "↑ 前有 3 行  ↓ 还有 21 行");
        assert_eq!(of((0, 21), Lang::En, 40), "↓ 21 more");
        assert_eq!(of((3, 0), Lang::En, 40), "↑ 3 above");
        assert_eq!(of((3, 21), Lang::En, 10), "↑3 ↓21");
        assert_eq!(of((3, 21), Lang::En, 3), "");
    }
}
