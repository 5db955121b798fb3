//! Draws named platforms, brands and mechanisms, each with its area and its description.

use super::context::{SlideContext, draw_foot};
use super::drawn_content::DrawnContent;
use super::left_out::{Listed, draw_left_out, fitting};
use crate::deck::Slide;
use crate::deck::content::InitiativesSlide;
use crate::domain::digest::RichText;
use crate::domain::{Initiative, Key};
use crate::text::{Phrase, fit, flow, wrap};
use crate::view::canvas::{Canvas, StyledSpan, below, cells, line, right_of};
use ratatui::layout::Rect;
use ratatui::style::Style;

const HEADING: Phrase = Phrase { zh: "平台", en: "Initiatives" };

impl DrawnContent for InitiativesSlide {
    fn default_heading(&self, context: SlideContext) -> String {
        HEADING.get(context.lang).to_owned()
    }

    fn draw(&self, context: SlideContext, canvas: &mut Canvas<'_>, slide: &Slide, area: Rect) -> bool {
        draw(context, canvas, &self.initiatives, slide.words.as_ref(), area)
    }
}

/// Draws the initiatives one below the other; at the foot is the slide's text.
fn draw(
    context: SlideContext,
    canvas: &mut Canvas<'_>,
    all: &[Key<Initiative>],
    words: Option<&RichText>,
    area: Rect,
) -> bool {
    let words = context.lines(canvas.appearance, words, Style::new(), area.width);
    let area = draw_foot(canvas, area, &words);
    let dataset = context.dataset;
    let label = context.widest_name(all.iter().map(|key| dataset.initiatives[*key].area)) + 5;
    let max_width = usize::from(area.width.saturating_sub(label).min(80));
    let gaps = cells(all.len().saturating_sub(1));
    let lines_of = |entries: &[InitiativeLines]| entries.iter().map(|entry| cells(entry.lines.len())).sum::<u16>();
    // A description is shown in full if there is room, otherwise its first sentences. No sentence is cut.
    let entries_of = |most: usize| -> Vec<InitiativeLines> {
        all.iter().map(|key| initiative_lines(context, canvas, *key, max_width, most)).collect()
    };
    let fits = |entries: &Vec<InitiativeLines>| {
        entries.iter().all(|entry| entry.is_whole) && lines_of(entries) + gaps <= area.height
    };
    // The first limit at which everything fits shows the most. If there is none, as many as fit are shown, each as briefly
    // as whole sentences allow.
    let fitting_all = [usize::MAX, 4, 3, 2, 1].into_iter().map(entries_of).find(fits);
    let mut entries = fitting_all.unwrap_or_else(|| {
        let mut brief = [1, 2, 3, 4].into_iter().map(entries_of);
        brief.find(|entries| entries.iter().all(|entry| entry.is_whole)).unwrap_or_else(|| entries_of(usize::MAX))
    });
    let heights: Vec<u16> = entries.iter().map(|entry| cells(entry.lines.len())).collect();
    entries.truncate(fitting(&heights, 1, area.height));
    let left_out = all.len() - entries.len();
    let room = area.height - u16::from(left_out > 0).min(area.height);
    let gaps = cells(entries.len().saturating_sub(1));
    let spare = room.saturating_sub(lines_of(&entries));
    let gap = (spare / gaps.max(1)).clamp(1, 2);
    let mut at = 0;
    for (key, entry) in all.iter().zip(&entries) {
        let rect = below(area, at);
        if let Some(head) = line(rect, 0) {
            context.draw_name(canvas, head, dataset.initiatives[*key].area);
        }
        super::context::draw_lines(canvas, right_of(rect, label), &entry.lines);
        at += cells(entry.lines.len()) + gap;
    }
    draw_left_out(context, canvas, below(area, room), &[(Listed::Initiatives, left_out)]) && !entries.is_empty()
}

/// The lines of one initiative.
struct InitiativeLines {
    lines: Vec<Vec<StyledSpan>>,
    /// Whether only whole sentences are shown.
    is_whole: bool,
}

/// Returns an initiative's name and design, and at most `most` lines of its description.
fn initiative_lines(
    context: SlideContext,
    canvas: &Canvas<'_>,
    key: Key<Initiative>,
    max_width: usize,
    most: usize,
) -> InitiativeLines {
    let initiative = &context.dataset.initiatives[key];
    let mut name = vec![(initiative.name.get(context.lang).to_owned(), canvas.appearance.strong())];
    if let Some(design) = &initiative.design {
        name.push((format!("  {design}"), canvas.appearance.dim()));
    }
    let mut lines = flow(&name, max_width);
    let about = initiative.about.get(context.lang);
    let whole = sentences(about, max_width, most);
    let is_whole = whole.is_some();
    let about = whole.unwrap_or_else(|| vec![fit(about, max_width)]);
    lines.extend(about.into_iter().map(|text| vec![(text, Style::new())]));
    InitiativeLines { lines, is_whole }
}

/// Returns as many whole sentences from the beginning of `text` as fit into `most` lines; `None` if not even the first
/// fits.
fn sentences(text: &str, max_width: usize, most: usize) -> Option<Vec<String>> {
    let ends = text.char_indices().filter(|(_, sign)| matches!(sign, '。' | '；' | '.' | ';'));
    let ends = ends.map(|(at, sign)| at + sign.len_utf8()).filter(|end| {
        let rest = text.get(*end..).unwrap_or_default();
        rest.is_empty()
            || rest.starts_with(' ')
            || text.get(..*end).is_some_and(|sentences| sentences.ends_with(['。', '；']))
    });
    let ends: Vec<usize> = ends.chain([text.len()]).collect();
    ends.into_iter().rev().find_map(|end| {
        let sentences = text.get(..end)?;
        let closed = match (sentences.strip_suffix('；'), sentences.strip_suffix(';')) {
            (Some(sentences), _) => format!("{sentences}。"),
            (_, Some(sentences)) => format!("{sentences}."),
            _ => sentences.to_owned(),
        };
        Some(wrap(&closed, max_width)).filter(|lines| lines.len() <= most)
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
