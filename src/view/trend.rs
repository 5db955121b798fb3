//! Draws a trend: the figures of one area over time, each across its own period. No line connects them, as nothing is
//! known of the time between.

use super::Appearance;
use super::canvas::{Canvas, StyledSpan, cells, line, right_of};
use crate::app::State;
use crate::chart::bar::has_length;
use crate::chart::trend_plot::{TrendCell, TrendPlot, plot};
use crate::domain::Measure;
use crate::domain::trend::{Trend, TrendPoint};
use crate::text::{Lang, Phrase, width};
use crate::wording::{extent, observation_value};
use ratatui::layout::Rect;
use ratatui::style::Style;

const RANGE: Phrase = Phrase { zh: "区间", en: "range" };

/// The fewest and the most rows of the plot, without the title and the years.
const HEIGHT: std::ops::RangeInclusive<usize> = 3..=6;

/// Draws the trend of the selected area, or of the first that has one, if it fits into `area`.
pub(super) fn draw(state: &State, canvas: &mut Canvas<'_>, area: Rect) {
    let rows = usize::from(area.height).saturating_sub(2).min(*HEIGHT.end());
    if rows < *HEIGHT.start() {
        return;
    }
    let nature = state.selected_comparison().map(|shown| state.dataset().indicators[shown.request.indicator].nature);
    if !nature.is_some_and(has_length) {
        return;
    }
    let Some(trend) = &state.trend() else { return };
    let words: Vec<String> = trend.points.iter().map(|point| value(state, point)).collect();
    let widths: Vec<usize> = words.iter().map(|text| width(text)).collect();
    let Some(plot) = plot(trend, &widths, usize::from(area.width), rows) else { return };
    draw_title(state, canvas, area, trend, &plot);
    draw_cells(canvas, area, trend, &plot);
    for label in &plot.labels {
        if let (Some(rect), Some(text)) = (line(area, 1 + label.row), words.get(label.point)) {
            canvas.text(right_of(rect, cells(label.column)), text, Style::new());
        }
    }
    if let Some(rect) = line(area, 1 + rows) {
        draw_years(canvas, rect, &plot);
    }
}

/// Returns a point's value under the current measure.
fn value(state: &State, point: &TrendPoint) -> String {
    match state.measure() {
        Measure::Raw => {
            observation_value(&state.dataset().observations[point.observation], state.lang(), state.charset())
        }
        _ => extent(&point.extent, false, state.lang(), state.charset()),
    }
}

/// Draws the name of the area and the meaning of the signs that occur.
fn draw_title(state: &State, canvas: &mut Canvas<'_>, area: Rect, trend: &Trend, plot: &TrendPlot) {
    let lang = state.lang();
    let position = trend.area.position();
    let name = state.dataset().areas[trend.area].name.get(lang);
    let mut spans: Vec<StyledSpan> = vec![
        (format!("{}  ", Trend::TITLE.get(lang)), canvas.appearance.dim()),
        (canvas.appearance.area_symbol(position).to_owned(), canvas.appearance.area_mark(position)),
        (format!(" {name}"), canvas.appearance.area_text(position)),
    ];
    if trend.points.iter().any(|point| !point.is_like) {
        spans.push((
            format!("  {} {}", glyph(canvas.appearance, position, TrendCell::Unlike), Trend::UNLIKE.get(lang)),
            canvas.appearance.dim(),
        ));
    }
    if plot.rows.iter().flatten().any(|cell| matches!(cell, TrendCell::Band)) {
        let sign = glyph(canvas.appearance, position, TrendCell::Band);
        spans.push((format!("  {sign} {}", RANGE.get(lang)), canvas.appearance.dim()));
    }
    if let Some(text) = trend.left_out_text() {
        spans.push((format!("  {}", text.get(lang)), canvas.appearance.dim()));
    }
    if trend.area != state.area() {
        let selected = state.dataset().areas[state.area()].name.get(lang);
        let why = match lang {
            Lang::Zh => format!("  {selected}不足三个时段"),
            Lang::En => format!("  {selected}: fewer than three periods"),
        };
        let used: usize = spans.iter().map(|(text, _)| width(text)).sum();
        if used + width(&why) <= usize::from(area.width) {
            spans.push((why, canvas.appearance.dim()));
        }
    }
    canvas.spans(area, &spans);
}

fn draw_cells(canvas: &mut Canvas<'_>, area: Rect, trend: &Trend, plot: &TrendPlot) {
    let position = trend.area.position();
    // The first row has the title.
    for (rect, row_cells) in area.rows().skip(1).zip(&plot.rows) {
        for (column, cell) in row_cells.iter().enumerate().filter(|(_, cell)| **cell != TrendCell::Empty) {
            let style = match cell {
                TrendCell::Base => canvas.appearance.faint(),
                _ => canvas.appearance.area_mark(position),
            };
            let sign = glyph(canvas.appearance, position, *cell);
            canvas.text(Rect { width: 1, ..right_of(rect, cells(column)) }, sign, style);
        }
    }
}

fn glyph(appearance: Appearance, position: usize, cell: TrendCell) -> &'static str {
    match cell {
        TrendCell::Empty => " ",
        TrendCell::Base => appearance.sign("─", "_"),
        TrendCell::Stated => appearance.sign("━", "="),
        TrendCell::Inferred => appearance.sign("╌", "-"),
        TrendCell::Point => appearance.area_symbol(position),
        TrendCell::Unlike => appearance.sign("○", "?"),
        TrendCell::Unreliable => "~",
        TrendCell::Band => appearance.sign("│", "|"),
        TrendCell::Open => appearance.sign("↑", "^"),
    }
}

/// Draws the years below the baseline: in four digits, in two, or only some of them, depending on the space.
fn draw_years(canvas: &mut Canvas<'_>, rect: Rect, plot: &TrendPlot) {
    let year_width = plot.year_width;
    // Years that would touch are left out.
    let apart = if year_width >= 4 { 1 } else { 4_usize.div_ceil(year_width.max(1)) };
    for label in plot.years.iter().step_by(apart) {
        let text = if year_width >= 5 { label.year.to_string() } else { format!("'{:02}", label.year.rem_euclid(100)) };
        let most = usize::from(rect.width).saturating_sub(text.len());
        let column = label.column.saturating_sub(text.len() / 2).min(most);
        canvas.text(right_of(rect, cells(column)), &text, canvas.appearance.dim());
    }
}
