//! Provides what all slides use: the data, names, values, and text in lines.

use crate::domain::digest::{Inline, RichText};
use crate::domain::{Area, Article, Dataset, Key, Observation};
use crate::text::{Lang, flow, width};
use crate::view::Appearance;
use crate::view::canvas::{Canvas, StyledSpan, cells, right_of};
use crate::wording::{UNNAMED_OUTLET, observation_value, worded};
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

/// The data and the language that a slide is drawn with.
#[derive(Clone, Copy, Debug)]
pub(super) struct SlideContext<'a> {
    pub dataset: &'a Dataset,
    pub lang: Lang,
}

/// The greatest width of a line of text, in cells.
const MEASURE: u16 = 72;

impl SlideContext<'_> {
    /// Returns a figure's value as its source has it.
    pub fn value(self, appearance: Appearance, figure: Key<Observation>) -> String {
        observation_value(&self.dataset.observations[figure], self.lang, appearance.charset)
    }

    /// Returns the name of an outlet; what must be said of it stands in the drilldown.
    pub fn outlet(&self, article: Key<Article>) -> &str {
        let outlet = self.dataset.articles[article].outlet.as_ref();
        outlet.map_or(UNNAMED_OUTLET.get(self.lang), |outlet| outlet.get(self.lang))
    }

    /// Returns the name of an area in the current language.
    pub fn name(&self, area: Key<Area>) -> &str {
        self.dataset.areas[area].name.get(self.lang)
    }

    /// Returns the width of the longest of the areas' names, in cells.
    pub fn widest_name(&self, areas: impl Iterator<Item = Key<Area>>) -> u16 {
        cells(areas.map(|area| width(self.name(area))).max().unwrap_or(0))
    }

    /// Draws the symbol and the name of an area. Returns the cells used.
    pub fn draw_name(&self, canvas: &mut Canvas<'_>, rect: Rect, area: Key<Area>) -> u16 {
        let style = canvas.appearance.area_text(area.position()).add_modifier(Modifier::BOLD);
        let used = canvas.area_symbol(rect, area.position()) + 1;
        used + canvas.text(right_of(rect, used), self.name(area), style)
    }

    /// Returns a text as spans. Its figures have the colours of their areas.
    fn spans(self, appearance: Appearance, inlines: &[Inline], style: Style) -> Vec<StyledSpan> {
        let style_of = |figure: Key<Observation>| {
            let area = self.dataset.observations[figure].area.position();
            appearance.area_text(area).add_modifier(Modifier::BOLD)
        };
        let pieces = worded(self.dataset, inlines, self.lang).into_iter();
        pieces.map(|(text, figure)| (text, figure.map_or(style, style_of))).collect()
    }

    /// Returns the paragraphs of a text, each broken into lines.
    pub fn paragraphs(
        self,
        appearance: Appearance,
        rich_text: &RichText,
        style: Style,
        max_width: u16,
    ) -> Vec<Vec<Vec<StyledSpan>>> {
        let mut paragraphs: Vec<Vec<StyledSpan>> = vec![Vec::new()];
        for (text, style) in self.spans(appearance, rich_text.inlines(self.lang), style) {
            for (index, part) in text.split('\n').enumerate() {
                if index > 0 {
                    paragraphs.push(Vec::new());
                }
                if let Some(paragraph) = paragraphs.last_mut().filter(|_| !part.is_empty()) {
                    paragraph.push((part.to_owned(), style));
                }
            }
        }
        let max_width = usize::from(max_width.min(MEASURE));
        paragraphs.iter().filter(|spans| !spans.is_empty()).map(|spans| flow(spans, max_width)).collect()
    }

    /// Returns the lines of a text, without free lines between its paragraphs.
    pub fn lines(
        self,
        appearance: Appearance,
        rich_text: Option<&RichText>,
        style: Style,
        max_width: u16,
    ) -> Vec<Vec<StyledSpan>> {
        rich_text.map(|rich_text| self.paragraphs(appearance, rich_text, style, max_width).concat()).unwrap_or_default()
    }
}

/// Draws lines from the top of `area`. Returns whether all of them fit.
pub(super) fn draw_lines(canvas: &mut Canvas<'_>, area: Rect, lines: &[Vec<StyledSpan>]) -> bool {
    for (row, spans) in area.rows().zip(lines) {
        canvas.spans(row, spans);
    }
    lines.len() <= usize::from(area.height)
}

/// Draws lines at the foot of `area`. Returns what remains above them and above a free line.
pub(super) fn draw_foot(canvas: &mut Canvas<'_>, area: Rect, lines: &[Vec<StyledSpan>]) -> Rect {
    if lines.is_empty() {
        return area;
    }
    let height = cells(lines.len()).min(area.height);
    let foot = Rect { y: area.bottom() - height, height, ..area };
    draw_lines(canvas, foot, lines);
    Rect { height: area.height.saturating_sub(height + 1), ..area }
}
