//! Breaking words of several styles into lines, by the same rules as plain text.

use super::pen::Span;
use crate::text::wrap;
use ratatui::style::Style;
use unicode_segmentation::UnicodeSegmentation;

/// A line of words in several styles.
pub(super) type Line = Vec<Span>;

/// Breaks `spans` into lines of at most `room` cells.
pub(super) fn flow(spans: &[Span], room: usize) -> Vec<Line> {
    let text: String = spans.iter().map(|(text, _)| text.as_str()).collect();
    let mut styled =
        spans.iter().flat_map(|(text, style)| text.graphemes(true).map(move |cluster| (cluster, *style))).peekable();
    wrap(&text, room)
        .into_iter()
        .map(|line| {
            let mut spans = Line::new();
            for cluster in line.graphemes(true) {
                // Spaces and line ends at a break are not in the line.
                let same = |(next, _): &(&str, Style)| *next == cluster;
                while styled.peek().is_some_and(|next| !same(next)) {
                    styled.next();
                }
                let style = styled.next().map_or_else(Style::new, |(_, style)| style);
                match spans.last_mut() {
                    Some((text, before)) if *before == style => text.push_str(cluster),
                    _ => spans.push((cluster.to_owned(), style)),
                }
            }
            spans
        })
        .collect()
}

/// The same, each line after the first indented; the first has `label` before it.
pub(super) fn labelled(label: &Span, indent: usize, spans: &[Span], room: usize) -> Vec<Line> {
    let mut lines = flow(spans, room.saturating_sub(indent));
    for (index, line) in lines.iter_mut().enumerate() {
        let before = if index == 0 {
            (crate::text::pad_right(&label.0, indent), label.1)
        } else {
            (" ".repeat(indent), Style::new())
        };
        line.insert(0, before);
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::style::Modifier;

    #[test]
    fn styles_follow_their_words_over_a_break() {
        let bold = Style::new().add_modifier(Modifier::BOLD);
        let spans =
            [("走访 ".to_owned(), Style::new()), ("≥150".to_owned(), bold), (" 家企业".to_owned(), Style::new())];
        let lines = flow(&spans, 10);
        assert_eq!(
            lines,
            [
                vec![("走访 ".to_owned(), Style::new()), ("≥150".to_owned(), bold)],
                vec![("家企业".to_owned(), Style::new())],
            ]
        );
    }
}
