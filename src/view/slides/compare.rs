//! Draws bars for one or more indicators, with large values beside them. A figure that may not be ranked with the others
//! has no bar: in its place stand a sign and the reason.

use crate::domain::request::FigureChoice;
use super::context::{SlideContext, draw_foot, draw_lines};
use super::drawn_content::DrawnContent;
use super::large_digits::{DIGIT_SIZES, DigitSize};
use crate::chart::bar::{Bar, BarEnd, BarResolution, cell_bar, scale};
use crate::deck::Slide;
use crate::deck::content::CompareSlide;
use crate::domain::digest::RichText;
use crate::domain::{Amount, Area, Cell, CellIndex, Comparison, Indicator, Key, MeasuredFigure, Measure, Request};
use crate::text::{CharSet, Lang, Phrase, width, wrap};
use crate::view::bars::draw_bar;
use crate::view::canvas::{Canvas, StyledSpan, below, cells, line, right_of};
use crate::view::order::{self, Detail};
use crate::view::table::value;
use crate::wording::{ApartRemark, period_brief};
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

/// The shortest bar worth drawing, in cells.
const SHORTEST: u16 = 12;

impl DrawnContent for CompareSlide {
    fn takes_full_width(&self) -> bool {
        true
    }

    fn default_heading(&self, context: SlideContext) -> String {
        self.indicators.iter().map(|key| with_unit(context, *key)).collect::<Vec<_>>().join(" · ")
    }

    fn subheading(&self, context: SlideContext, has_title: bool) -> Option<String> {
        // The names of several indicators are beside their bars.
        let name = (has_title && self.indicators.len() == 1).then(|| self.default_heading(context));
        let measure = (self.measure != Measure::Raw).then(|| self.measure.name().get(context.lang).to_owned());
        let year_choice = self.year_choice.name().get(context.lang).to_owned();
        let parts: Vec<String> = name.into_iter().chain(measure).chain([year_choice]).collect();
        Some(parts.join(" · "))
    }

    fn draw(&self, context: SlideContext, canvas: &mut Canvas<'_>, slide: &Slide, area: Rect) -> bool {
        draw(context, canvas, self, slide.words.as_ref(), area)
    }
}

/// Returns the name of an indicator with its unit.
fn with_unit(context: SlideContext, indicator: Key<Indicator>) -> String {
    let indicator = &context.dataset.indicators[indicator];
    match context.lang {
        Lang::Zh => format!("{}（{}）", indicator.name.zh, indicator.unit.zh),
        Lang::En => format!("{} ({})", indicator.name.en, indicator.unit.en),
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
    let groups: Vec<BarGroup> =
        request.indicators.iter().map(|key| BarGroup::new(context, canvas, request, *key, area)).collect();
    let named = groups.len() > 1;
    let needed = |size: DigitSize| {
        let gaps = cells(groups.len().saturating_sub(1));
        groups.iter().map(|group| group.height(size, named)).sum::<u16>() + gaps
    };
    let fits = |size: &DigitSize| {
        needed(*size) <= area.height && groups.iter().all(|group| group.bar_width(*size, canvas, area) >= group.shortest(context))
    };
    let size = DIGIT_SIZES.into_iter().skip_while(|size| size.rows() > 8).find(fits).unwrap_or(DigitSize::Plain);
    let mut rect = area;
    for group in &groups {
        group.draw(context, canvas, rect, size, named);
        rect = below(rect, group.height(size, named) + 1);
    }
    needed(size) <= area.height
}

/// The bars of one indicator, and the order of its areas.
struct BarGroup {
    comparison: Comparison,
    /// One row for each area, in the order in which they are drawn.
    rows: Vec<BarRow>,
    order: Vec<Vec<StyledSpan>>,
    label: u16,
    tail: u16,
    /// `None` where nothing has a bar.
    scale: Option<Amount>,
}

struct BarRow {
    area: Key<Area>,
    content: Result<FigureText, Vec<String>>,
}

/// The texts beside the bar of a figure.
struct FigureText {
    value: String,
    period: String,
    /// The outlet that published the figure, in lines.
    outlet: Vec<String>,
    /// What stands in the place of a bar, where the figure stands apart.
    remark: Option<ApartRemark>,
    /// Whether the bar has an open end.
    is_open: bool,
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
        let comparison = crate::domain::compare(context.dataset, &Request { indicator, areas, measure, year_choice, figure_choice: FigureChoice::default() });
        let label = context.widest_name(request.areas.iter().copied()) + 4;
        let max_width = usize::from(area.width.saturating_sub(label));
        let scale = scale(context.dataset, &comparison);
        let row = |cell: &Cell| {
            let index = comparison.index_of(cell.area)?;
            Some(BarRow::new(context, canvas, &comparison, index, scale, max_width))
        };
        let mut rows: Vec<BarRow> = comparison.cells_by_value().into_iter().filter_map(row).collect();
        let figures = rows.iter().filter_map(|row| row.content.as_ref().ok());
        let about = figures.flat_map(|figure| figure.outlet.iter().chain([&figure.period]));
        let longest = cells(about.map(|text| width(text)).max().unwrap_or(0));
        let tail = longest.min((area.width * 4 / 15).max(12));
        for shown in rows.iter_mut().filter_map(|row| row.content.as_mut().ok()) {
            shown.outlet = shown.outlet.iter().flat_map(|text| wrap(text, usize::from(tail))).collect();
        }
        let all = (usize::from(area.width), usize::MAX);
        let order = order::lines(context.dataset, context.lang, canvas.appearance, &comparison, Detail::All, all);
        Self { comparison, rows, order, label, tail, scale }
    }

    /// Returns the fewest cells that the bars need: what stands in the place of one is not cut.
    fn shortest(&self, context: SlideContext) -> u16 {
        let remarks = self.rows.iter().filter_map(|row| row.content.as_ref().ok()?.remark);
        let longest = remarks.map(|remark| width(&remark.brief(context.lang))).max().map_or(0, cells);
        if self.scale.is_some() { longest.max(SHORTEST) } else { longest }
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
        u16::from(named) + bars + cells(self.missing_lines()) + cells(self.order.len())
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
            let used = canvas.text(rect, indicator.name.get(context.lang), canvas.appearance.strong());
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

impl BarRow {
    fn new(
        context: SlideContext,
        canvas: &Canvas<'_>,
        comparison: &Comparison,
        index: CellIndex,
        scale: Option<Amount>,
        max_width: usize,
    ) -> Self {
        let cell = &comparison[index];
        let text = match &cell.content {
            Err(missing) => Err(wrap(missing.brief().get(context.lang), max_width)),
            Ok(figure) => match &figure.extent {
                Err(why) => Err(wrap(why.text().get(context.lang), max_width)),
                Ok(_) => Ok(FigureText {
                    remark: ApartRemark::of(context.dataset, comparison, index),
                    is_open: cell_bar(context.dataset, cell, scale, 2).is_some_and(|bar| bar.end == BarEnd::Open),
                    ..FigureText::new(context, canvas, comparison.request.measure, figure)
                }),
            },
        };
        Self { area: cell.area, content: text }
    }
}

impl FigureText {
    fn new(context: SlideContext, canvas: &Canvas<'_>, measure: Measure, figure: &MeasuredFigure) -> Self {
        let observation = &context.dataset.observations[figure.observation()];
        Self {
            value: value(context.dataset, context.lang, measure, canvas.appearance.charset, figure),
            period: period_brief(&observation.period, context.lang),
            outlet: vec![context.outlet(observation.source.article).to_owned()],
            remark: None,
            is_open: false,
        }
    }
}

/// Divides the width of a slide among name, bar, value and source.
struct SlideColumns {
    size: DigitSize,
    label: u16,
    bar: u16,
    value: u16,
    tail: u16,
    scale: Option<Amount>,
}

impl SlideColumns {
    fn draw(
        &self,
        context: SlideContext,
        canvas: &mut Canvas<'_>,
        area: Rect,
        cell: Option<&Cell>,
        shown: &FigureText,
    ) {
        let Some(cell) = cell else { return };
        let colour = canvas.appearance.area(cell.area.position());
        let middle = self.size.full_rows().saturating_sub(1) / 2;
        if let Some(rect) = line(area, usize::from(middle)) {
            context.draw_name(canvas, rect, cell.area);
        }
        if let Some(drawn) = cell_bar(context.dataset, cell, self.scale, usize::from(self.bar)) {
            self.draw_bar(canvas, right_of(area, self.label), drawn, colour);
        } else if let (Some(remark), Some(rect)) = (shown.remark, line(area, usize::from(middle))) {
            let text = remark.fitting(context.lang, usize::from(self.bar));
            canvas.text(right_of(rect, self.label), &text, canvas.appearance.dim());
        }
        let needed = self.size.width(&shown.value, canvas.appearance.charset);
        let number = right_of(area, self.label + self.bar + 1 + self.value.saturating_sub(needed));
        self.size.draw(canvas, number, &shown.value, Style::new().add_modifier(Modifier::BOLD));
        let tail = right_of(area, self.label + self.bar + 1 + self.value + 2);
        let about = [&shown.period].into_iter().chain(&shown.outlet).take(usize::from(self.size.rows()));
        let about: Vec<Vec<StyledSpan>> = about.map(|text| vec![(text.clone(), canvas.appearance.dim())]).collect();
        let above = self.size.rows().saturating_sub(cells(about.len())) / 2;
        draw_lines(canvas, Rect { width: tail.width.min(self.tail), ..below(tail, above) }, &about);
    }

    fn draw_bar(&self, canvas: &mut Canvas<'_>, area: Rect, drawn: Bar, colour: Style) {
        let resolution = canvas.appearance.charset.pick(BarResolution::Eighth, BarResolution::Whole);
        // The number ends in the middle of a row, and so does its bar. The half row can end only at half a cell, so the
        // whole bar is rounded to half a cell, to end straight.
        let half = self.size.rows() > self.size.full_rows() && resolution == BarResolution::Eighth;
        let drawn =
            if half { Bar { solid: ((drawn.solid + 2) / 4).max(drawn.solid.min(1)) * 4, ..drawn } } else { drawn };
        let cells = drawn.cells(resolution);
        let mut rows = area.rows();
        for row in rows.by_ref().take(usize::from(self.size.full_rows())) {
            draw_bar(canvas, row, &cells, resolution, colour);
        }
        if let Some(rect) = rows.next().filter(|_| half) {
            let used = canvas.text(rect, &"▀".repeat(drawn.solid / 8), colour);
            if drawn.solid % 8 >= 4 {
                canvas.text(right_of(rect, used), "▘", colour);
            }
        }
    }
}
