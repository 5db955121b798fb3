//! Draws the periods of the areas' figures on a common axis.

use super::context::{SlideContext, draw_foot};
use super::drawn_content::DrawnContent;
use super::left_out::{Listed, draw_left_out, fitting};
use crate::deck::Slide;
use crate::deck::content::TimelineSlide;
use crate::domain::article::Grade;
use crate::domain::date::days_between;
use crate::domain::digest::RichText;
use crate::domain::period::Period;
use crate::domain::{Area, Key};
use crate::sorting::InOrder;
use crate::text::{Phrase, flow};
use crate::view::canvas::{Canvas, below, cells, line, right_of};
use crate::view::list::TimeAxis;
use itertools::Itertools;
use jiff::civil::Date;
use ratatui::layout::Rect;
use ratatui::style::Style;

const LEGEND: Phrase = Phrase {
    zh: "█ 读过全文的报道  ▬ 其他数字  ▒ 有一端为推断  ┃ 某一天  ? 日期不详",
    en: "█ read in full  ▬ other figures  ▒ end inferred  ┃ one day  ? not known",
};
const LEGEND_ASCII: Phrase = Phrase {
    zh: "= 读过全文的报道  - 其他数字  : 有一端为推断  | 某一天  ? 日期不详",
    en: "= read in full  - other figures  : end inferred  | one day  ? not known",
};

/// The lines of one area, where all have room for them.
const LINES: u16 = 2;

const HEADING: Phrase = Phrase { zh: "数字属于哪个时段", en: "Which period?" };

impl DrawnContent for TimelineSlide {
    fn takes_full_width(&self) -> bool {
        true
    }

    fn default_heading(&self, context: SlideContext) -> String {
        HEADING.get(context.lang).to_owned()
    }

    fn draw(&self, context: SlideContext, canvas: &mut Canvas<'_>, slide: &Slide, area: Rect) -> bool {
        draw(context, canvas, &self.areas, slide.words.as_ref(), area)
    }
}

/// Draws two lines for each area: the periods of the reports that were read in full, and below them those of its other
/// figures; or one line for both, where more areas have room then. The years are at the top; the legend and the slide's text are at the foot.
fn draw(
    context: SlideContext,
    canvas: &mut Canvas<'_>,
    areas: &[Key<Area>],
    words: Option<&RichText>,
    area: Rect,
) -> bool {
    let appearance = canvas.appearance;
    let legend =
        Phrase { zh: appearance.sign(LEGEND.zh, LEGEND_ASCII.zh), en: appearance.sign(LEGEND.en, LEGEND_ASCII.en) };
    let mut foot = flow(&[(legend.get(context.lang).to_owned(), appearance.dim())], usize::from(area.width));
    foot.extend(context.lines(appearance, words, Style::new(), area.width));
    let area = draw_foot(canvas, area, &foot);
    let Some(axis) = context.dataset.reach(areas.iter().copied()).map(TimeAxis::of) else { return true };
    let label = context.widest_name(areas.iter().copied()) + 4;
    let rows = area.height.saturating_sub(1);
    // With a free row between them if there is room for all.
    let lines = if cells(areas.len()).saturating_mul(LINES) > rows { 1 } else { LINES };
    let step = (rows / cells(areas.len().max(1))).clamp(lines, 5);
    let shown = fitting(&vec![lines; areas.len()], step - lines, rows);
    let (shown, left_out) = (areas.get(..shown).unwrap_or(areas), areas.len() - shown);
    draw_years(canvas, right_of(area, label), &axis, step * cells(shown.len()));
    for (index, key) in shown.iter().enumerate() {
        let rect = below(area, 1 + step * cells(index));
        let colour = appearance.area_mark(key.position());
        let last = usize::from(lines - 1);
        if let Some(head) = line(rect, last) {
            context.draw_name(canvas, head, *key);
        }
        for (row, (period, in_full)) in periods(context, *key) {
            if let Some(rect) = line(right_of(rect, label), row.min(last)) {
                axis.draw(canvas, rect, period, colour, in_full);
            }
        }
    }
    let rest = below(area, 1 + step * cells(shown.len()));
    draw_left_out(context, canvas, rest, &[(Listed::Areas, left_out)]) && !shown.is_empty()
}

/// Returns the distinct periods of an area's figures, each with its row and whether its source was read in full. Longer
/// ones come first, so that shorter ones are drawn over them.
fn periods(context: SlideContext<'_>, area: Key<Area>) -> impl Iterator<Item = (usize, (&Period, bool))> {
    let dataset = context.dataset;
    let observations = dataset.observations.of_area(area).iter().map(|key| &dataset.observations[*key]);
    let is_full = move |observation: &crate::domain::Observation| {
        dataset.articles[observation.source.article].grade == Grade::Full
    };
    let periods = observations.map(move |observation| (&observation.period, is_full(observation)));
    let length = |(period, _): &(&Period, bool)| {
        period.reach().map(|(first, last)| std::cmp::Reverse(days_between(first, last)))
    };
    let ordered = periods.unique_by(|(period, in_full)| (period.reach(), *in_full)).in_order_by_key(length);
    ordered.map(|(period, in_full)| (usize::from(!in_full), (period, in_full)))
}

/// Draws the years, each with a faint line down through the rows.
fn draw_years(canvas: &mut Canvas<'_>, area: Rect, axis: &TimeAxis, height: u16) {
    let mut free = 0;
    for year in axis.years() {
        let column = axis.column(Date::constant(year, 1, 1), area.width);
        for row in area.rows().skip(1).take(usize::from(height)) {
            canvas.text(right_of(row, column), canvas.appearance.sign("┊", "."), canvas.appearance.faint());
        }
        if column >= free
            && let Some(rect) = line(area, 0)
        {
            canvas.text(right_of(rect, column), &year.to_string(), canvas.appearance.dim());
            free = column + 6;
        }
    }
}
