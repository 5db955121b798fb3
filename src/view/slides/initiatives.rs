//! Named platforms, brands and mechanisms: whose, what they are called, what they are.

use super::stage::{Fits, Stage, below, cells, draw_foot};
use crate::domain::digest::RichText;
use crate::domain::{Initiative, Key};
use crate::text::{fit, flow, wrap};
use crate::view::pen::{Pen, Span, line, right_of};
use ratatui::layout::Rect;
use ratatui::style::Style;

/// Draws each under the other; at the foot, words.
pub(super) fn draw(
    stage: Stage,
    pen: &mut Pen<'_>,
    all: &[Key<Initiative>],
    words: Option<&RichText>,
    area: Rect,
) -> Fits {
    let words = stage.lines(pen.look, words, Style::new(), area.width);
    let area = draw_foot(pen, area, &words);
    let dataset = stage.dataset;
    let label = stage.widest_name(all.iter().map(|key| dataset.initiatives[*key].area)) + 5;
    let room = usize::from(area.width.saturating_sub(label).min(80));
    let gaps = cells(all.len().saturating_sub(1));
    let lines_of = |entries: &[Entry]| entries.iter().map(|entry| cells(entry.lines.len())).sum::<u16>();
    // What they are is told whole where there is room, and otherwise its first sentences; none is broken off.
    let entries_of =
        |most: usize| -> Vec<Entry> { all.iter().map(|key| entry(stage, pen, *key, room, most)).collect() };
    let fits =
        |entries: &Vec<Entry>| entries.iter().all(|entry| entry.is_sound) && lines_of(entries) + gaps <= area.height;
    let fitting = [usize::MAX, 4, 3, 2, 1].into_iter().map(entries_of).find(fits);
    let has_room = fitting.is_some();
    let entries = fitting.unwrap_or_else(|| entries_of(1));
    let spare = area.height.saturating_sub(lines_of(&entries));
    let gap = (spare / gaps.max(1)).clamp(1, 2);
    let mut at = 0;
    for (key, entry) in all.iter().zip(&entries) {
        let place = below(area, at);
        if let Some(head) = line(place, 0) {
            stage.draw_name(pen, head, dataset.initiatives[*key].area);
        }
        super::stage::draw_lines(pen, right_of(place, label), &entry.lines);
        at += cells(entry.lines.len()) + gap;
    }
    has_room
}

/// One of them.
struct Entry {
    lines: Vec<Vec<Span>>,
    /// Whether no sentence had to be broken off.
    is_sound: bool,
}

/// Its name and design, and at most so many lines of what it is.
fn entry(stage: Stage, pen: &Pen<'_>, key: Key<Initiative>, room: usize, most: usize) -> Entry {
    let held = &stage.dataset.initiatives[key];
    let mut name = vec![(held.name.get(stage.lang).to_owned(), pen.look.strong())];
    if let Some(design) = &held.design {
        name.push((format!("  {design}"), pen.look.dim()));
    }
    let mut lines = flow(&name, room);
    let about = held.about.get(stage.lang);
    let whole = sentences(about, room, most);
    let is_sound = whole.is_some();
    let told = whole.unwrap_or_else(|| vec![fit(about, room)]);
    lines.extend(told.into_iter().map(|text| vec![(text, Style::new())]));
    Entry { lines, is_sound }
}

/// As many whole sentences from the beginning of `text` as have room in `most` lines; `None` where not even the first has.
fn sentences(text: &str, room: usize, most: usize) -> Option<Vec<String>> {
    let ends = text.char_indices().filter(|(_, sign)| matches!(sign, '。' | '；' | '.' | ';'));
    let ends = ends.map(|(at, sign)| at + sign.len_utf8()).filter(|end| {
        let rest = text.get(*end..).unwrap_or_default();
        rest.is_empty() || rest.starts_with(' ') || text.get(..*end).is_some_and(|told| told.ends_with(['。', '；']))
    });
    let ends: Vec<usize> = ends.chain([text.len()]).collect();
    ends.into_iter().rev().find_map(|end| {
        let told = text.get(..end)?;
        let closed = match (told.strip_suffix('；'), told.strip_suffix(';')) {
            (Some(told), _) => format!("{told}。"),
            (_, Some(told)) => format!("{told}."),
            _ => told.to_owned(),
        };
        Some(wrap(&closed, room)).filter(|lines| lines.len() <= most)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_sentence_is_broken_off() {
        let zh = "面向委员的平台；有网站。另有客户端。";
        assert_eq!(sentences(zh, 100, 1).unwrap(), [zh]);
        assert_eq!(sentences(zh, 26, 1).unwrap(), ["面向委员的平台；有网站。"]);
        assert_eq!(sentences(zh, 16, 1).unwrap(), ["面向委员的平台。"]);
        assert_eq!(sentences(zh, 10, 1), None);
        let en = "Version 1.5 of a platform; it has a site. And an app.";
        assert_eq!(sentences(en, 28, 1).unwrap(), ["Version 1.5 of a platform."]);
        assert_eq!(sentences(en, 41, 1).unwrap(), ["Version 1.5 of a platform; it has a site."]);
        assert_eq!(sentences("no end", 6, 1).unwrap(), ["no end"]);
    }
}
