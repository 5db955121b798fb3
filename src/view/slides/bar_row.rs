//! One row of a slide of bars: a city with its bar, or what stands in its place, the large value, and its source.

use super::context::{SlideContext, draw_lines};
use super::large_digits::DigitSize;
use crate::chart::bar::{Bar, BarEnd, BarResolution, cell_bar};
use crate::domain::{Amount, Area, Cell, CellIndex, Comparison, Key, Measure, MeasuredFigure};
use crate::text::{Lang, width, wrap};
use crate::view::bars::draw_bar;
use crate::view::canvas::{Canvas, StyledSpan, below, cells, line, right_of};
use crate::view::figure_text::value;
use crate::wording::{ApartRemark, own_unit, period_brief};
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

/// A city with its figure, or the lines that say why there is none to draw.
pub(super) struct BarRow {
    pub area: Key<Area>,
    pub content: Result<FigureText, Vec<String>>,
}

/// The texts beside the bar of a figure.
pub(super) struct FigureText {
    pub value: String,
    /// A unit of its own, with what stands between it and the period.
    unit: Option<String>,
    pub period: String,
    /// The outlet that published the figure, in lines.
    pub outlet: Vec<String>,
    /// What stands in the place of a bar, where the figure stands apart.
    pub remark: Option<ApartRemark>,
    /// Whether the bar has an open end.
    pub is_open: bool,
}

impl BarRow {
    pub(super) fn new(
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

    /// Returns how many rows it takes in the size of text.
    pub(super) fn height(&self) -> u16 {
        self.content.as_ref().err().map_or(1, |why| cells(why.len()))
    }
}

/// What stands beside a value: in the place of its bar, and behind it.
struct BesideValue {
    in_place_of_bar: Option<String>,
    period: String,
}

impl FigureText {
    /// Returns the sign of a figure that stands apart, with a space behind it.
    fn sign(&self) -> Option<String> {
        self.remark.map(|remark| format!("{} ", remark.verdict.sign()))
    }

    /// Returns all that stands behind the value, where there is room: its sign, its own unit and its period.
    pub(super) fn whole_period(&self) -> String {
        [self.sign().as_deref(), self.unit.as_deref(), Some(self.period.as_str())].into_iter().flatten().collect()
    }

    /// Divides what is told between the place of the bar and that behind the value. A sign alone right before a number looks
    /// like a multiplication, and goes behind it if it can.
    fn beside(&self, lang: Lang, bar: u16, tail: u16) -> BesideValue {
        let remark = self.remark.map(|remark| (remark.fitting(lang, usize::from(bar)), remark));
        let reason = remark.filter(|(_, remark)| remark.tells_reason(lang, usize::from(bar))).map(|(text, _)| text);
        let sign = self.sign().filter(|_| reason.is_none());
        let unit = self.unit.as_deref();
        let (sign_text, period) = (sign.as_deref(), Some(self.period.as_str()));
        let wordings = [[sign_text, unit, period], [None, unit, period], [sign_text, None, period]];
        let fits = |parts: &[Option<&str>; 3]| {
            parts.iter().flatten().map(|part| width(part)).sum::<usize>() <= usize::from(tail)
        };
        let found = wordings.into_iter().find(fits).unwrap_or([None, None, period]);
        let has_sign = found[0].is_some();
        BesideValue {
            in_place_of_bar: reason
                .or_else(|| sign.as_deref().filter(|_| !has_sign).map(|sign| sign.trim_end().to_owned())),
            period: found.into_iter().flatten().collect(),
        }
    }

    fn new(context: SlideContext, canvas: &Canvas<'_>, measure: Measure, figure: &MeasuredFigure) -> Self {
        let observation = &context.dataset.observations[figure.observation()];
        let indicator = &context.dataset.indicators[observation.indicator];
        Self {
            value: value(context.dataset, context.lang, measure, canvas.appearance.charset, figure),
            unit: own_unit(indicator, observation, context.lang)
                .filter(|_| measure == Measure::Raw)
                .map(|unit| format!("{} · ", unit.trim_start())),
            period: period_brief(&observation.period, context.lang),
            outlet: vec![context.outlet(observation.source.article).to_owned()],
            remark: None,
            is_open: false,
        }
    }
}

/// Divides the width of a slide among name, bar, value and source.
pub(super) struct SlideColumns {
    pub size: DigitSize,
    pub label: u16,
    pub bar: u16,
    pub value: u16,
    pub tail: u16,
    pub scale: Option<Amount>,
}

impl SlideColumns {
    pub(super) fn draw(
        &self,
        context: SlideContext,
        canvas: &mut Canvas<'_>,
        area: Rect,
        cell: Option<&Cell>,
        shown: &FigureText,
    ) {
        let Some(cell) = cell else { return };
        let colour = canvas.appearance.area_mark(cell.area.position());
        let middle = self.size.full_rows().saturating_sub(1) / 2;
        let beside = shown.beside(context.lang, self.bar, self.tail);
        if let Some(rect) = line(area, usize::from(middle)) {
            context.draw_name(canvas, rect, cell.area);
        }
        if let Some(drawn) = cell_bar(context.dataset, cell, self.scale, usize::from(self.bar)) {
            self.draw_bar(canvas, right_of(area, self.label), drawn, colour);
        } else if let (Some(text), Some(rect)) = (&beside.in_place_of_bar, line(area, usize::from(middle))) {
            canvas.text(right_of(rect, self.label), text, canvas.appearance.dim());
        }
        let needed = self.size.width(&shown.value, canvas.appearance.charset);
        let number = right_of(area, self.label + self.bar + 1 + self.value.saturating_sub(needed));
        self.size.draw(canvas, number, &shown.value, Style::new().add_modifier(Modifier::BOLD));
        let tail = right_of(area, self.label + self.bar + 1 + self.value + 2);
        let about = [&beside.period].into_iter().chain(&shown.outlet).take(usize::from(self.size.rows()));
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
