//! A trend: one area's figures over time, each over the time that it speaks of. Nothing joins them.

use super::Look;
use super::pen::{Pen, Span, line, right_of};
use crate::app::State;
use crate::chart::trend_plot::{TrendCell, TrendPlot, plot};
use crate::domain::trend::{Trend, TrendPoint};
use crate::domain::{Comparison, Measure};
use crate::text::width;
use crate::wording::{extent, observation_value};
use ratatui::layout::Rect;
use ratatui::style::Style;

/// The rows of the drawing at most and at least, without the title and the years.
const HEIGHT: std::ops::RangeInclusive<usize> = 3..=6;

/// Draws the trend of the selected area, or else the first that there is, where there is room for it in `area`.
pub(super) fn draw(state: &State, pen: &mut Pen<'_>, area: Rect, comparison: &Comparison) {
    let rows = usize::from(area.height).saturating_sub(2).min(*HEIGHT.end());
    if rows < *HEIGHT.start() {
        return;
    }
    let trends: Vec<Trend> = comparison.trends(state.dataset()).collect();
    let selected = trends.iter().find(|trend| trend.area == state.area());
    let Some(trend) = selected.or_else(|| trends.first()) else { return };
    let words: Vec<String> = trend.points.iter().map(|point| value(state, point)).collect();
    let widths: Vec<usize> = words.iter().map(|text| width(text)).collect();
    let Some(plot) = plot(trend, &widths, usize::from(area.width), rows) else { return };
    draw_title(state, pen, area, trend);
    draw_cells(pen, area, trend, &plot);
    for label in &plot.labels {
        if let (Some(place), Some(text)) = (line(area, 1 + label.row), words.get(label.point)) {
            pen.text(right_of(place, cells(label.column)), text, Style::new());
        }
    }
    if let Some(place) = line(area, 1 + rows) {
        draw_years(pen, place, &plot);
    }
}

/// A figure under the measure in force.
fn value(state: &State, point: &TrendPoint) -> String {
    match state.measure() {
        Measure::Raw => {
            observation_value(&state.dataset().observations[point.observation], state.lang(), state.charset())
        }
        _ => extent(&point.extent, false, state.lang(), state.charset()),
    }
}

fn cells(count: usize) -> u16 {
    u16::try_from(count).unwrap_or(u16::MAX)
}

/// Whose trend it is, and what the signs mean, of those that are drawn.
fn draw_title(state: &State, pen: &mut Pen<'_>, area: Rect, trend: &Trend) {
    let lang = state.lang();
    let place = trend.area.position();
    let name = state.dataset().areas[trend.area].name.get(lang);
    let mut spans: Vec<Span> = vec![
        (format!("{}  ", Trend::TITLE.get(lang)), pen.look.dim()),
        (format!("{} {name}", pen.look.mark(place)), pen.look.area(place)),
    ];
    if trend.points.iter().any(|point| !point.is_like) {
        spans.push((
            format!("  {} {}", glyph(pen.look, place, TrendCell::Unlike), Trend::UNLIKE.get(lang)),
            pen.look.dim(),
        ));
    }
    if let Some(text) = trend.left_out_text() {
        spans.push((format!("  {}", text.get(lang)), pen.look.dim()));
    }
    pen.spans(area, &spans);
}

fn draw_cells(pen: &mut Pen<'_>, area: Rect, trend: &Trend, plot: &TrendPlot) {
    let mark = trend.area.position();
    for (row, held) in plot.rows.iter().enumerate() {
        let Some(place) = line(area, 1 + row) else { continue };
        for (column, cell) in held.iter().enumerate().filter(|(_, cell)| **cell != TrendCell::Empty) {
            let style = match cell {
                TrendCell::Base => pen.look.faint(),
                _ => pen.look.area(mark),
            };
            let sign = glyph(pen.look, mark, *cell);
            pen.text(Rect { width: 1, ..right_of(place, cells(column)) }, sign, style);
        }
    }
}

fn glyph(look: Look, place: usize, cell: TrendCell) -> &'static str {
    match cell {
        TrendCell::Empty => " ",
        TrendCell::Base => look.sign("─", "_"),
        TrendCell::Stated => look.sign("━", "="),
        TrendCell::Inferred => look.sign("╌", "-"),
        TrendCell::Point => look.mark(place),
        TrendCell::Unlike => look.sign("○", "?"),
        TrendCell::Unreliable => "~",
        TrendCell::Band => look.sign("│", "|"),
        TrendCell::Open => look.sign("↑", "^"),
    }
}

/// The years under the baseline: in full, in two digits, or of several years one, as there is room.
fn draw_years(pen: &mut Pen<'_>, place: Rect, plot: &TrendPlot) {
    let room = plot.year_width;
    let apart = if room >= 4 { 1 } else { 4_usize.div_ceil(room.max(1)) };
    for mark in plot.years.iter().step_by(apart) {
        let text = if room >= 5 { mark.year.to_string() } else { format!("'{:02}", mark.year.rem_euclid(100)) };
        let most = usize::from(place.width).saturating_sub(text.len());
        let column = mark.column.saturating_sub(text.len() / 2).min(most);
        pen.text(right_of(place, cells(column)), &text, pen.look.dim());
    }
}
