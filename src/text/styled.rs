//! Breaking words of several styles into lines, by the same rules as plain text.

use super::width::pad_right;
use super::wrap::wrap;
use unicode_segmentation::UnicodeSegmentation;

/// Words with whatever style their user gives them.
pub type Span<S> = (String, S);

/// Breaks `spans` into lines of at most `room` cells; each character keeps its style.
#[must_use]
pub fn flow<S: Copy + PartialEq + Default>(spans: &[Span<S>], room: usize) -> Vec<Vec<Span<S>>> {
    let text: String = spans.iter().map(|(text, _)| text.as_str()).collect();
    let mut styled =
        spans.iter().flat_map(|(text, style)| text.graphemes(true).map(move |cluster| (cluster, *style))).peekable();
    wrap(&text, room)
        .into_iter()
        .map(|line| {
            let mut spans: Vec<Span<S>> = Vec::new();
            for cluster in line.graphemes(true) {
                // Spaces and line ends at a break are not in the line.
                while styled.peek().is_some_and(|(next, _)| *next != cluster) {
                    styled.next();
                }
                let style = styled.next().map_or_else(S::default, |(_, style)| style);
                match spans.last_mut() {
                    Some((text, before)) if *before == style => text.push_str(cluster),
                    _ => spans.push((cluster.to_owned(), style)),
                }
            }
            spans
        })
        .collect()
}

/// The same beside a label: the first line has `label` before it, and the others are indented as far.
#[must_use]
pub fn labelled<S: Copy + PartialEq + Default>(
    label: &Span<S>,
    indent: usize,
    spans: &[Span<S>],
    room: usize,
) -> Vec<Vec<Span<S>>> {
    let mut lines = flow(spans, room.saturating_sub(indent));
    for (index, line) in lines.iter_mut().enumerate() {
        let before =
            if index == 0 { (pad_right(&label.0, indent), label.1) } else { (" ".repeat(indent), S::default()) };
        line.insert(0, before);
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn styles_follow_their_words_over_a_break() {
        let spans = [("走访 ".to_owned(), 0), ("≥150".to_owned(), 1), (" 家企业".to_owned(), 0)];
        let lines = flow(&spans, 10);
        assert_eq!(lines, [vec![("走访 ".to_owned(), 0), ("≥150".to_owned(), 1)], vec![("家企业".to_owned(), 0)]]);
        let lines = labelled(&("出处".to_owned(), 2), 6, &spans, 16);
        assert_eq!(lines[1], [("      ".to_owned(), 0), ("家企业".to_owned(), 0)]);
    }
}
