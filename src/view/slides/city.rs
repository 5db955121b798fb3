//! Draws the figures of one area as tiles: a large number, and below it the indicator, the period and the outlet.

use super::context::{SlideContext, draw_foot};
use super::drawn_content::DrawnContent;
use super::large_digits::DigitSize;
use super::left_out::{Listed, draw_left_out, fitting};
use crate::deck::Slide;
use crate::deck::content::CitySlide;
use crate::domain::digest::RichText;
use crate::domain::{Key, Observation};
use crate::text::width;
use crate::view::canvas::{Canvas, below, cells, line, right_of};
use crate::wording::period_brief;
use crate::wording::{committee_in_short, figure_name_within, printed_unit};
use ratatui::layout::Rect;
use ratatui::style::Style;

/// The lines of text below a tile's number.
const LABELS: u16 = 2;

impl DrawnContent for CitySlide {
    fn takes_full_width(&self) -> bool {
        true
    }

    fn default_heading(&self, context: SlideContext) -> String {
        let name = committee_in_short(context.dataset, self.area);
        let name = name.get(context.lang);
        name.strip_prefix("the ").unwrap_or(name).to_owned()
    }

    fn subheading(&self, context: SlideContext, has_title: bool) -> Option<String> {
        has_title.then(|| context.dataset.areas[self.area].committee.get(context.lang).to_owned())
    }

    fn draw(&self, context: SlideContext, canvas: &mut Canvas<'_>, slide: &Slide, area: Rect) -> bool {
        draw(context, canvas, &self.figures, slide.words.as_ref(), area)
    }
}

/// Returns the row of a tile's first label. A number that fills its last row has a free row below it.
fn labels_at(size: DigitSize) -> u16 {
    size.rows() + u16::from(matches!(size, DigitSize::Times(_)))
}

/// Draws the tiles in the number of columns that allows the largest numbers; at the foot is the slide's text. Where not all
/// tiles have room, as many as do are as small as can be.
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
    let found = tried.filter(|(_, columns)| *columns > 1 || count < 3).find(fits);
    let (size, columns) = found.unwrap_or_else(|| (DigitSize::Plain, smallest_columns(context, canvas, figures, area)));
    let width = area.width / columns;
    let tile = labels_at(size) + LABELS;
    let rows = cells(fitting(&vec![tile; usize::from(rows_of(columns))], 1, area.height));
    let shown = figures.get(..usize::from(rows * columns)).unwrap_or(figures);
    let left_out = figures.len() - shown.len();
    let room = area.height - u16::from(left_out > 0).min(area.height);
    let free = room.saturating_sub(tile * rows) / rows.max(1);
    for (index, figure) in shown.iter().enumerate() {
        let (row, column) = (cells(index) / columns, cells(index) % columns);
        let rect = below(area, row * (tile + free.clamp(1, 4)));
        let rect = right_of(rect, column * width);
        draw_tile(context, canvas, Rect { width: width.saturating_sub(2), ..rect }, size, *figure);
    }
    draw_left_out(context, canvas, below(area, room), &[(Listed::Figures, left_out)]) && !shown.is_empty()
}

/// Returns how many columns of the smallest tiles there are: three, or fewer where a number or its words need more.
fn smallest_columns(context: SlideContext, canvas: &Canvas<'_>, figures: &[Key<Observation>], area: Rect) -> u16 {
    let needed = |figure: &Key<Observation>| {
        let words = labels(context, *figure).map(|text| cells(width(&text)));
        words.into_iter().fold(number_width(context, canvas, DigitSize::Plain, *figure), u16::max)
    };
    let widest = figures.iter().map(needed).max().unwrap_or(0);
    [3, 2].into_iter().find(|columns| widest + 2 <= area.width / columns).unwrap_or(1)
}

/// Returns the lines below a tile's number: what is counted; the period and the outlet.
fn labels(context: SlideContext, figure: Key<Observation>) -> [String; 2] {
    let observation = &context.dataset.observations[figure];
    let name = context.dataset.indicators[observation.indicator].name.get(context.lang);
    let (period, outlet) =
        (period_brief(&observation.period, context.lang), context.outlet(observation.source.article));
    [name.to_owned(), format!("{period} · {outlet}")]
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
    let unit = printed_unit(&dataset.indicators[observation.indicator], observation);
    let colour = canvas.appearance.area_digits(observation.area.position());
    let used = size.draw(canvas, area, &context.value(canvas.appearance, figure), colour);
    if let Some(rect) = line(area, usize::from(size.rows() - 1)) {
        canvas.text(right_of(rect, used + 1), unit.get(lang), canvas.appearance.dim());
    }
    let styles = [canvas.appearance.strong(), canvas.appearance.dim()];
    let [_, about] = labels(context, figure);
    // Where there is room, two figures of one indicator are told apart.
    let name = figure_name_within(dataset, observation, lang, usize::from(area.width));
    for (row, (text, style)) in [name, about].iter().zip(styles).enumerate() {
        if let Some(rect) = line(area, usize::from(labels_at(size)) + row) {
            canvas.text(rect, text, style);
        }
    }
}
