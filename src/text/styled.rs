//! Breaking words of several styles into lines, by the same rules as plain text.

use super::width::pad_right;
use super::wrap::line_ranges;

/// Words with whatever style their user gives them.
pub type Span<S> = (String, S);

/// Breaks `spans` into lines of at most `room` cells; each character keeps its style.
#[must_use]
pub fn flow<S: Copy + PartialEq + Default>(spans: &[Span<S>], room: usize) -> Vec<Vec<Span<S>>> {
    let text: String = spans.iter().map(|(text, _)| text.as_str()).collect();
    let ends = spans.iter().scan(0, |end, (text, style)| {
        *end += text.len();
        Some((*end, *style))
    });
    let mut ends = ends.peekable();
    line_ranges(&text, room)
        .into_iter()
        .map(|line| {
            let mut parts: Vec<Span<S>> = Vec::new();
            let mut start = line.start;
            while start < line.end {
                while ends.next_if(|(end, _)| *end <= start).is_some() {}
                let (end, style) = ends.peek().map_or((line.end, S::default()), |(end, style)| (*end, *style));
                let part = text.get(start..end.min(line.end)).unwrap_or_default();
                match parts.last_mut() {
                    Some((text, before)) if *before == style => text.push_str(part),
                    _ => parts.push((part.to_owned(), style)),
                }
                start = end.min(line.end);
            }
            parts
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
