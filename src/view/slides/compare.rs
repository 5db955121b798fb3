//! Draws bars for one or more indicators, with large values beside them. A figure that may not be ranked with the others
//! has no bar: in its place stand a sign and the reason.

use super::bar_row::{BarRow, SlideColumns};
use super::context::{SlideContext, draw_foot, draw_lines};
use super::drawn_content::DrawnContent;
use super::large_digits::{DIGIT_SIZES, DigitSize};
use super::left_out::{Listed, draw_left_out, fitting};
use crate::chart::bar::scale;
use crate::deck::Slide;
use crate::deck::content::CompareSlide;
use crate::domain::digest::RichText;
use crate::domain::{Amount, Cell, Comparison, Indicator, Key, Measure, Request};
use crate::text::{CharSet, Lang, Phrase, width, wrap};
use crate::view::canvas::{Canvas, StyledSpan, below, cells, line, right_of};
use crate::view::order::{self, Detail};
use ratatui::layout::Rect;
use ratatui::style::Style;

/// The shortest bar worth drawing, in cells.
const SHORTEST: u16 = 12;

/// How many indicators a heading names; of more it names fewer and says how many there are.
const MOST_NAMED: usize = 4;

/// The fewest areas that a shortened group shows, as long as there is another group to leave out.
const FEWEST: usize = 5;

impl DrawnContent for CompareSlide {
    fn takes_full_width(&self) -> bool {
        true
    }

    fn default_heading(&self, context: SlideContext) -> String {
        let shown = if self.indicators.len() > MOST_NAMED { MOST_NAMED - 1 } else { MOST_NAMED };
        let names =
            self.indicators.iter().take(shown).map(|key| with_unit(context, *key)).collect::<Vec<_>>().join(" · ");
        match (self.indicators.len(), context.lang) {
            (..=MOST_NAMED, _) => names,
            (all, Lang::Zh) => format!("{names}等 {all} 项"),
            (all, Lang::En) => format!("{names} and {} more", all - shown),
        }
    }

    fn subheading(&self, context: SlideContext, has_title: bool) -> Option<String> {
        // The names of several indicators are beside their bars.
        let name = (has_title && self.indicators.len() == 1).then(|| self.default_heading(context));
        let measure = (self.measure != Measure::Raw).then(|| self.measure.name().get(context.lang).to_owned());
        let year_choice = self.year_choice.in_full().get(context.lang).to_owned();
        let chosen = self.figure_choice.name().map(|chosen| chosen.get(context.lang).to_owned());
        let parts: Vec<String> = name.into_iter().chain(measure).chain([year_choice]).chain(chosen).collect();
        Some(parts.join(" · "))
    }

    fn draw(&self, context: SlideContext, canvas: &mut Canvas<'_>, slide: &Slide, area: Rect) -> bool {
        draw(context, canvas, self, slide.words.as_ref(), area)
    }
}

/// Returns the name of an indicator with its unit, in one bracket with what stands there already.
fn with_unit(context: SlideContext, indicator: Key<Indicator>) -> String {
    let indicator = &context.dataset.indicators[indicator];
    let (name, unit) = (indicator.name.get(context.lang), indicator.unit.get(context.lang));
    let bracketed = name.strip_suffix(['）', ')']).filter(|_| name.contains(['（', '(']));
    match (bracketed, context.lang) {
        _ if unit.is_empty() => name.to_owned(),
        (Some(head), Lang::Zh) => format!("{head}，{unit}）"),
        (Some(head), Lang::En) => format!("{head}, {unit})"),
        (None, Lang::Zh) => format!("{name}（{unit}）"),
        (None, Lang::En) => format!("{name} ({unit})"),
    }
}

/// Draws a group of bars for each indicator, and below it the order of the areas; at the foot is the slide's text.
fn draw(
    context: SlideContext,
    canvas: &mut Canvas<'_>,
    request: &CompareSlide,
    words: Option<&RichText>,
    area: Rect,
) -> bool {
    let words = context.lines(canvas.appearance, words, Style::new(), area.width);
    let area = draw_foot(canvas, area, &words);
    let mut groups: Vec<BarGroup> =
        request.indicators.iter().map(|key| BarGroup::new(context, canvas, request, *key, area)).collect();
    let named = groups.len() > 1;
    let needed = |size: DigitSize| {
        let gaps = cells(groups.len().saturating_sub(1));
        groups.iter().map(|group| group.height(size, named)).fold(gaps, u16::saturating_add)
    };
    let fits = |size: &DigitSize| {
        let has_bars = |group: &BarGroup| group.bar_width(*size, canvas, area) >= group.shortest(context);
        needed(*size) <= area.height && groups.iter().all(has_bars)
    };
    let size = DIGIT_SIZES.into_iter().skip_while(|size| size.rows() > 8).find(fits).unwrap_or(DigitSize::Plain);
    let left_out = if needed(size) <= area.height {
        0
    } else {
        let most = (usize::from(area.height) / 6 / groups.len().max(1)).max(1);
        for group in &mut groups {
            group.shorten_order(context, canvas, area, most);
        }
        shorten(&mut groups, named, area.height)
    };
    let room = area.height - u16::from(left_out > 0).min(area.height);
    let mut rect = Rect { height: room, ..area };
    for group in &groups {
        group.draw(context, canvas, rect, size, named);
        rect = below(rect, group.height(size, named) + 1);
    }
    let shows_some = groups.iter().all(|group| !group.rows.is_empty());
    draw_left_out(context, canvas, below(area, room), &[(Listed::Indicators, left_out)]) && shows_some
}

/// Leaves out groups, and the last areas of those that remain, until all has room in the size of text. Returns how many
/// groups are left out.
fn shorten(groups: &mut Vec<BarGroup>, named: bool, height: u16) -> usize {
    let all = groups.len();
    for kept in (1..=all).rev() {
        let mut left = height.saturating_sub(cells(kept - 1) + u16::from(kept < all));
        // A group that needs less than its share leaves more to those after it.
        let rooms = groups.iter().take(kept).enumerate().map(|(index, group)| {
            let room = group.height(DigitSize::Plain, named).min(left / cells(kept - index));
            left -= room;
            room
        });
        let rooms: Vec<u16> = rooms.collect();
        let shows_enough =
            |(group, room): (&BarGroup, &u16)| group.fitting(*room, named) >= group.rows.len().min(FEWEST);
        if kept == 1 || groups.iter().zip(&rooms).all(shows_enough) {
            groups.truncate(kept);
            groups.iter_mut().zip(rooms).for_each(|(group, room)| group.leave_out(group.fitting(room, named)));
            break;
        }
    }
    all - groups.len()
}

/// The bars of one indicator, and the order of its areas.
struct BarGroup {
    comparison: Comparison,
    /// One row for each area, in the order in which they are drawn.
    rows: Vec<BarRow>,
    /// How many more areas have no room.
    left_out: usize,
    order: Vec<Vec<StyledSpan>>,
    label: u16,
    tail: u16,
    /// `None` where nothing has a bar.
    scale: Option<Amount>,
}

impl BarGroup {
    fn new(
        context: SlideContext,
        canvas: &Canvas<'_>,
        request: &CompareSlide,
        indicator: Key<Indicator>,
        area: Rect,
    ) -> Self {
        let (areas, measure, year_choice) = (request.areas.clone(), request.measure, request.year_choice);
        let figure_choice = request.figure_choice.clone();
        let asked = Request { indicator, areas: areas.into(), measure, year_choice, figure_choice };
        let comparison = crate::domain::compare(context.dataset, &asked);
        let label = context.widest_name(request.areas.iter().copied()) + 4;
        let max_width = usize::from(area.width.saturating_sub(label));
        let scale = scale(context.dataset, &comparison);
        let row = |cell: &Cell| {
            let index = comparison.index_of(cell.area)?;
            Some(BarRow::new(context, canvas, &comparison, index, scale, max_width))
        };
        let mut rows: Vec<BarRow> = comparison.cells_by_value().into_iter().filter_map(row).collect();
        let figures = rows.iter().filter_map(|row| row.content.as_ref().ok());
        let about = figures.flat_map(|figure| figure.outlet.iter().cloned().chain([figure.whole_period()]));
        let longest = cells(about.map(|text| width(&text)).max().unwrap_or(0));
        let tail = longest.min((area.width * 4 / 15).max(12));
        for shown in rows.iter_mut().filter_map(|row| row.content.as_mut().ok()) {
            shown.outlet = shown.outlet.iter().flat_map(|text| wrap(text, usize::from(tail))).collect();
        }
        let all = (usize::from(area.width), usize::MAX);
        let order = order::lines(context.dataset, context.lang, canvas.appearance, &comparison, Detail::All, all);
        Self { comparison, rows, left_out: 0, order, label, tail, scale }
    }

    /// Returns the fewest cells that the bars need: what stands in the place of one is not cut.
    fn shortest(&self, context: SlideContext) -> u16 {
        let remarks = self.rows.iter().filter_map(|row| row.content.as_ref().ok()?.remark);
        let longest = remarks.map(|remark| width(&remark.brief(context.lang))).max().map_or(0, cells);
        if self.scale.is_some() { longest.max(SHORTEST) } else { longest }
    }

    /// Keeps at most some lines of the order.
    fn shorten_order(&mut self, context: SlideContext, canvas: &Canvas<'_>, area: Rect, most: usize) {
        let (lang, appearance, room) = (context.lang, canvas.appearance, (usize::from(area.width), most));
        self.order = order::lines(context.dataset, lang, appearance, &self.comparison, Detail::All, room);
    }

    /// Returns how many of the rows have room beside the name and the order, in the size of text.
    fn fitting(&self, room: u16, named: bool) -> usize {
        let heights: Vec<u16> = self.rows.iter().map(BarRow::height).collect();
        fitting(&heights, 0, room.saturating_sub(u16::from(named) + cells(self.order.len())))
    }

    /// Keeps the first rows.
    fn leave_out(&mut self, kept: usize) {
        self.left_out = self.rows.len().saturating_sub(kept);
        self.rows.truncate(kept);
    }

    fn values(&self) -> impl Iterator<Item = &str> {
        self.rows.iter().filter_map(|row| row.content.as_ref().ok()).map(|shown| shown.value.as_str())
    }

    fn missing_lines(&self) -> usize {
        self.rows.iter().filter_map(|row| row.content.as_ref().err()).map(Vec::len).sum()
    }

    /// Returns the fewest rows that the group takes.
    fn height(&self, size: DigitSize, named: bool) -> u16 {
        let bars = cells(self.values().count()) * (size.rows() + least_gap(size));
        let left_out = u16::from(self.left_out > 0);
        u16::from(named) + bars + cells(self.missing_lines()) + left_out + cells(self.order.len())
    }

    /// Returns the width that the widest value leaves for the bars.
    fn bar_width(&self, size: DigitSize, canvas: &Canvas<'_>, area: Rect) -> u16 {
        area.width.saturating_sub(self.label + self.value_width(size, canvas.appearance.charset) + self.tail + 4)
    }

    /// Returns the width of the bars, or of what stands in their place where there are none.
    fn bar_column(&self, context: SlideContext, room: u16) -> u16 {
        if self.scale.is_some() {
            return room;
        }
        let remarks = self.rows.iter().filter_map(|row| row.content.as_ref().ok()?.remark);
        remarks.map(|remark| width(&remark.fitting(context.lang, usize::from(room)))).max().map_or(0, cells)
    }

    fn value_width(&self, size: DigitSize, charset: CharSet) -> u16 {
        self.values().map(|value| size.width(value, charset)).max().unwrap_or(0)
    }

    fn draw(&self, context: SlideContext, canvas: &mut Canvas<'_>, area: Rect, size: DigitSize, named: bool) {
        let mut at = 0;
        if named && let Some(rect) = line(area, 0) {
            let indicator = &context.dataset.indicators[self.comparison.request.indicator];
            let used = canvas.indicator_name(rect, indicator, context.lang, canvas.appearance.strong());
            canvas.text(right_of(rect, used + 1), indicator.unit.get(context.lang), canvas.appearance.dim());
            at = 1;
        }
        // Several groups are drawn without extra space. A single one distributes its free rows: one above the areas
        // without a figure, one above the order, and the rest between its bars.
        let spare = if named { 0 } else { area.height.saturating_sub(self.height(size, named)) };
        let bars = cells(self.values().count());
        let under_bars = spare.min(1);
        let over_order = if self.missing_lines() > 0 { (spare - under_bars).min(1) } else { 0 };
        let air = ((spare - under_bars - over_order) / (bars + 1)).min(2);
        let columns = SlideColumns {
            size,
            label: self.label,
            bar: self.bar_column(context, self.bar_width(size, canvas, area)),
            value: self.value_width(size, canvas.appearance.charset),
            tail: self.tail,
            scale: self.scale,
        };
        let mut is_first_missing = true;
        for row in &self.rows {
            if row.content.is_err() && std::mem::take(&mut is_first_missing) {
                at += under_bars;
            }
            let rect = below(area, at);
            match &row.content {
                Ok(shown) => {
                    columns.draw(context, canvas, rect, self.comparison.cell_of(row.area), shown);
                    at += size.rows() + least_gap(size) + air;
                }
                Err(why) => {
                    if let Some(rect) = line(rect, 0) {
                        context.draw_name(canvas, rect, row.area);
                    }
                    let why: Vec<Vec<StyledSpan>> =
                        why.iter().map(|text| vec![(text.clone(), canvas.appearance.dim())]).collect();
                    draw_lines(canvas, right_of(rect, self.label), &why);
                    at += cells(why.len());
                }
            }
        }
        draw_left_out(context, canvas, below(area, at), &[(Listed::Areas, self.left_out)]);
        at += u16::from(self.left_out > 0);
        at += if self.missing_lines() > 0 { over_order } else { under_bars };
        draw_lines(canvas, below(area, at), &self.order);
        at += cells(self.order.len()) + 1;
        if !named && at < area.height {
            draw_lines(canvas, below(area, at), &[legend(context, canvas, &self.rows)]);
        }
    }
}

const INFERRED: Phrase = Phrase { zh: "? 时段有一端为推断", en: "? period inferred" };
const BOUND: Phrase =
    Phrase { zh: "▸ 原文有“余、多”，只知下限", en: "▸ “more than”: a lower bound" };
const BOUND_ASCII: Phrase =
    Phrase { zh: "> 原文有“余、多”，只知下限", en: "> “more than”: a lower bound" };

/// Returns the legend of the signs that occur beside these figures.
fn legend(context: SlideContext, canvas: &Canvas<'_>, rows: &[BarRow]) -> Vec<StyledSpan> {
    let shown = || rows.iter().filter_map(|row| row.content.as_ref().ok());
    let is_inferred = shown().any(|shown| shown.period.ends_with('?'));
    let is_bound = shown().any(|shown| shown.is_open);
    let bound = canvas.appearance.charset.pick(BOUND, BOUND_ASCII);
    let all = [(is_bound, bound), (is_inferred, INFERRED)];
    let words: Vec<&str> = all.iter().filter(|(is_so, _)| *is_so).map(|(_, words)| words.get(context.lang)).collect();
    vec![(words.join("   "), canvas.appearance.dim())]
}

/// Returns the fewest free rows below a number: none if its own last row is half empty.
fn least_gap(size: DigitSize) -> u16 {
    u16::from(size != DigitSize::Plain && size.rows() == size.full_rows())
}
