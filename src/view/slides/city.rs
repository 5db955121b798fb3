//! Draws the figures of one area as tiles: a large number, and below it the indicator, the period and the outlet.

use crate::wording::printed_unit;
use super::context::{SlideContext, draw_foot};
use super::drawn_content::DrawnContent;
use super::large_digits::DigitSize;
use crate::deck::Slide;
use crate::deck::content::CitySlide;
use crate::domain::digest::RichText;
use crate::domain::{Key, Observation};
use crate::text::width;
use crate::view::canvas::{Canvas, below, cells, line, right_of};
use crate::wording::period_brief;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

/// The lines of text below a tile's number.
const LABELS: u16 = 2;

impl DrawnContent for CitySlide {
    fn takes_full_width(&self) -> bool {
        true
    }

    fn default_heading(&self, context: SlideContext) -> String {
        context.dataset.areas[self.area].committee.get(context.lang).to_owned()
    }

    fn subheading(&self, context: SlideContext, has_title: bool) -> Option<String> {
        has_title.then(|| self.default_heading(context))
    }

    fn draw(&self, context: SlideContext, canvas: &mut Canvas<'_>, slide: &Slide, area: Rect) -> bool {
        draw(context, canvas, &self.figures, slide.words.as_ref(), area)
    }
}

/// Returns the row of a tile's first label. A number that fills its last row has a free row below it.
fn labels_at(size: DigitSize) -> u16 {
    size.rows() + u16::from(matches!(size, DigitSize::Times(_)))
}

/// Draws the tiles in the number of columns that allows the largest numbers; at the foot is the slide's text.
fn draw(
    context: SlideContext,
    canvas: &mut Canvas<'_>,
    figures: &[Key<Observation>],
    words: Option<&RichText>,
    area: Rect,
) -> bool {
    let words = context.lines(canvas.appearance, words, Style::new(), area.width);
    let area = draw_foot(canvas, area, &words);
    let count = cells(figures.len());
    let rows_of = |columns: u16| count.div_ceil(columns);
    let height_of =
        |size: DigitSize, columns: u16| (rows_of(columns) * (labels_at(size) + LABELS + 1)).saturating_sub(1);
    let widest = |size: DigitSize| {
        let needed = |figure: &Key<Observation>| number_width(context, canvas, size, *figure);
        figures.iter().map(needed).max().unwrap_or(0)
    };
    let sizes = [DigitSize::Times(3), DigitSize::Times(2), DigitSize::Medium, DigitSize::Small, DigitSize::Plain];
    // The larger size wins over fewer columns.
    let tried = sizes.into_iter().flat_map(|size| [1, 2, 3].map(|columns| (size, columns)));
    let fits = |(size, columns): &(DigitSize, u16)| {
        height_of(*size, *columns) <= area.height && widest(*size) + 2 <= area.width / columns
    };
    let (size, columns) =
        tried.filter(|(_, columns)| *columns > 1 || count < 3).find(fits).unwrap_or((DigitSize::Plain, 2));
    let width = area.width / columns;
    let rows = rows_of(columns);
    let tile = labels_at(size) + LABELS;
    let free = area.height.saturating_sub(tile * rows) / rows.max(1);
    for (index, figure) in figures.iter().enumerate() {
        let (row, column) = (cells(index) / columns, cells(index) % columns);
        let rect = below(area, row * (tile + free.clamp(1, 4)));
        let rect = right_of(rect, column * width);
        draw_tile(context, canvas, Rect { width: width.saturating_sub(2), ..rect }, size, *figure);
    }
    height_of(size, columns) <= area.height
}

fn number_width(context: SlideContext, canvas: &Canvas<'_>, size: DigitSize, figure: Key<Observation>) -> u16 {
    let observation = &context.dataset.observations[figure];
    let unit = printed_unit(&context.dataset.indicators[observation.indicator], observation);
    let unit = unit.get(context.lang);
    size.width(&context.value(canvas.appearance, figure), canvas.appearance.charset) + 1 + cells(width(unit))
}

fn draw_tile(context: SlideContext, canvas: &mut Canvas<'_>, area: Rect, size: DigitSize, figure: Key<Observation>) {
    let (dataset, lang) = (context.dataset, context.lang);
    let observation = &dataset.observations[figure];
    let indicator = &dataset.indicators[observation.indicator];
    let colour = canvas.appearance.area(observation.area.position()).add_modifier(Modifier::BOLD);
    let used = size.draw(canvas, area, &context.value(canvas.appearance, figure), colour);
    if let Some(rect) = line(area, usize::from(size.rows() - 1)) {
        canvas.text(right_of(rect, used + 1), indicator.unit.get(lang), canvas.appearance.dim());
    }
    if let Some(rect) = line(area, usize::from(labels_at(size))) {
        canvas.text(rect, indicator.name.get(lang), canvas.appearance.strong());
    }
    if let Some(rect) = line(area, usize::from(labels_at(size) + 1)) {
        let about =
            format!("{} · {}", period_brief(&observation.period, lang), context.outlet(observation.source.article));
        canvas.text(rect, &about, canvas.appearance.dim());
    }
}
