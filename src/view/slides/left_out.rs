//! Says how much of a list a slide has no room for, so that a list may be shortened and nobody takes it for all.

use super::context::SlideContext;
use crate::text::Lang;
use crate::view::canvas::Canvas;
use ratatui::layout::Rect;

/// What a slide lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Listed {
    Areas,
    Figures,
    Indicators,
    Initiatives,
    Themes,
}

impl Listed {
    /// Says how many are left out.
    pub fn left_out(self, count: usize, lang: Lang) -> String {
        let (zh, one, several) = match self {
            Self::Areas => ("市", "city", "cities"),
            Self::Figures => ("个数字", "figure", "figures"),
            Self::Indicators => ("项指标", "indicator", "indicators"),
            Self::Initiatives => ("个平台", "initiative", "initiatives"),
            Self::Themes => ("个主题", "theme", "themes"),
        };
        match (lang, count) {
            (Lang::Zh, _) => format!("另有 {count} {zh}未列"),
            (Lang::En, 1) => format!("1 more {one} is not shown"),
            (Lang::En, _) => format!("{count} more {several} are not shown"),
        }
    }
}

/// Draws a line that says what is left out, where anything is. Returns whether there is a row for it.
pub(super) fn draw_left_out(
    context: SlideContext,
    canvas: &mut Canvas<'_>,
    area: Rect,
    left_out: &[(Listed, usize)],
) -> bool {
    let left_out = left_out.iter().filter(|(_, count)| *count > 0);
    let words: Vec<String> = left_out.map(|(listed, count)| listed.left_out(*count, context.lang)).collect();
    if !words.is_empty() {
        canvas.text(area, &words.join(if context.lang == Lang::Zh { "，" } else { "; " }), canvas.appearance.dim());
    }
    words.is_empty() || area.height > 0
}

/// Returns how many items have room in `room` rows, each as high as `heights` says and `gap` rows apart. If not all have,
/// a row below them is kept for the line that says so.
pub(super) fn fitting(heights: &[u16], gap: u16, room: u16) -> usize {
    let most = |room: u16| {
        let ends = heights.iter().scan(0_u16, |end, height| {
            let from = *end;
            *end = from.saturating_add(height.saturating_add(gap));
            Some(from.saturating_add(*height))
        });
        ends.take_while(|end| *end <= room).count()
    };
    if most(room) == heights.len() { heights.len() } else { most(room.saturating_sub(1)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_that_is_shortened_keeps_a_row_for_the_line_that_says_so() {
        assert_eq!(fitting(&[1, 1, 1], 0, 3), 3);
        assert_eq!(fitting(&[1, 1, 1], 0, 2), 1);
        assert_eq!(fitting(&[2, 2, 2], 1, 8), 3);
        assert_eq!(fitting(&[2, 2, 2], 1, 7), 2);
        assert_eq!(fitting(&[2], 0, 1), 0);
        assert_eq!(fitting(&[], 0, 0), 0);
    }

    #[test]
    fn what_is_left_out_is_counted_in_both_languages() {
        assert_eq!(Listed::Areas.left_out(11, Lang::Zh), "另有 11 市未列");
        assert_eq!(Listed::Areas.left_out(11, Lang::En), "11 more cities are not shown");
        assert_eq!(Listed::Indicators.left_out(1, Lang::En), "1 more indicator is not shown");
    }
}
