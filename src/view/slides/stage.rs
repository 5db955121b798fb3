//! What slides are drawn from, and the parts that they share: the heading, running words, the names of areas.

use crate::domain::digest::Inline;
use crate::domain::digest::RichText;
use crate::domain::{Area, Article, Dataset, Key, Observation};
use crate::text::{Lang, flow, width};
use crate::view::Look;
use crate::view::pen::{Pen, Span, line};
use crate::wording::observation_value;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

/// What slides are drawn from.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stage<'a> {
    pub dataset: &'a Dataset,
    pub lang: Lang,
}

/// Whether all of a slide had room.
pub(super) type Fits = bool;

/// The widest line of words, in cells.
const MEASURE: u16 = 72;

impl Stage<'_> {
    /// A figure in the words of its print.
    pub fn value(self, look: Look, figure: Key<Observation>) -> String {
        observation_value(&self.dataset.observations[figure], self.lang, look.charset)
    }

    /// The name of an outlet, without what stands in brackets after it: that is told in the drilldown.
    pub fn outlet(&self, article: Key<Article>) -> &str {
        let outlet = self.dataset.articles[article].outlet.get(self.lang);
        outlet.split(['（', '(']).next().map_or(outlet, str::trim_end)
    }

    /// The name of an area.
    pub fn name(&self, area: Key<Area>) -> &str {
        self.dataset.areas[area].name.get(self.lang)
    }

    /// The widest of the names, in cells.
    pub fn widest_name(&self, areas: impl Iterator<Item = Key<Area>>) -> u16 {
        cells(areas.map(|area| width(self.name(area))).max().unwrap_or(0))
    }

    /// Draws the mark and the name of an area; gives the cells used.
    pub fn draw_name(&self, pen: &mut Pen<'_>, place: Rect, area: Key<Area>) -> u16 {
        let colour = pen.look.area(area.position()).add_modifier(Modifier::BOLD);
        let text = format!("{} {}", pen.look.mark(area.position()), self.name(area));
        pen.text(place, &text, colour)
    }

    /// Words in one line, the figures in them in the colours of their areas.
    fn spans(self, look: Look, pieces: &[Inline], style: Style) -> Vec<Span> {
        let span = |piece: &Inline| match piece {
            Inline::Words(words) => (words.clone(), style),
            Inline::Figure(figure) => {
                let area = self.dataset.observations[*figure].area.position();
                (self.value(look, *figure), look.area(area).add_modifier(Modifier::BOLD))
            }
        };
        pieces.iter().map(span).collect()
    }

    /// The paragraphs of words, each broken into lines.
    pub fn paragraphs(self, look: Look, telling: &RichText, style: Style, room: u16) -> Vec<Vec<Vec<Span>>> {
        let mut paragraphs: Vec<Vec<Span>> = vec![Vec::new()];
        for (text, style) in self.spans(look, telling.inlines(self.lang), style) {
            for (index, part) in text.split('\n').enumerate() {
                if index > 0 {
                    paragraphs.push(Vec::new());
                }
                if let Some(paragraph) = paragraphs.last_mut().filter(|_| !part.is_empty()) {
                    paragraph.push((part.to_owned(), style));
                }
            }
        }
        let room = usize::from(room.min(MEASURE));
        paragraphs.iter().filter(|spans| !spans.is_empty()).map(|spans| flow(spans, room)).collect()
    }

    /// Words without free lines between paragraphs.
    pub fn lines(self, look: Look, telling: Option<&RichText>, style: Style, room: u16) -> Vec<Vec<Span>> {
        telling.map(|telling| self.paragraphs(look, telling, style, room).concat()).unwrap_or_default()
    }
}

/// Draws lines from the top of `area`.
pub(super) fn draw_lines(pen: &mut Pen<'_>, area: Rect, lines: &[Vec<Span>]) -> Fits {
    for (row, spans) in lines.iter().enumerate() {
        if let Some(place) = line(area, row) {
            pen.spans(place, spans);
        }
    }
    lines.len() <= usize::from(area.height)
}

/// Takes the lines off the foot of `area` and draws them there; gives what is left above them and a free line.
pub(super) fn draw_foot(pen: &mut Pen<'_>, area: Rect, lines: &[Vec<Span>]) -> Rect {
    if lines.is_empty() {
        return area;
    }
    let height = cells(lines.len()).min(area.height);
    let foot = Rect { y: area.bottom() - height, height, ..area };
    draw_lines(pen, foot, lines);
    Rect { height: area.height.saturating_sub(height + 1), ..area }
}

/// The part of `area` below its first `rows`.
pub(super) fn below(area: Rect, rows: u16) -> Rect {
    let rows = rows.min(area.height);
    Rect { y: area.y + rows, height: area.height - rows, ..area }
}

pub(super) fn cells(count: usize) -> u16 {
    u16::try_from(count).unwrap_or(u16::MAX)
}
