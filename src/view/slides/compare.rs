//! Indicators, area by area: bars with their values large.

use super::digits::{FACES, Face};
use super::stage::{Fits, Stage, below, cells, draw_foot, draw_lines};
use crate::chart::bar::{Bar, BarResolution, bar, scale};
use crate::domain::digest::RichText;
use crate::domain::interval::{Extent, High};
use crate::domain::{Amount, Area, Cell, Comparison, Indicator, Key, Measure, MeasuredFigure, Request, YearChoice};
use crate::text::CharSet;
use crate::text::{Phrase, width, wrap};
use crate::view::bars::draw_bar;
use crate::view::order::{self, Detail};
use crate::view::pen::{Pen, Span, line, right_of};
use crate::view::table::value;
use crate::wording::period_brief;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

/// What is compared.
pub(super) struct Question<'a> {
    pub indicators: &'a [Key<Indicator>],
    pub areas: &'a [Key<Area>],
    pub measure: Measure,
    pub moment: YearChoice,
}

/// The shortest bar that is worth drawing.
const SHORTEST: u16 = 12;

/// Draws a group of bars for each indicator, under it what can be said of their order; at the foot, words.
pub(super) fn draw(stage: Stage, pen: &mut Pen<'_>, question: &Question, words: Option<&RichText>, area: Rect) -> Fits {
    let words = stage.lines(pen.look, words, Style::new(), area.width);
    let area = draw_foot(pen, area, &words);
    let groups: Vec<Group> =
        question.indicators.iter().map(|key| Group::new(stage, pen, question, *key, area)).collect();
    let named = groups.len() > 1;
    let needed = |face: Face| {
        let gaps = cells(groups.len().saturating_sub(1));
        groups.iter().map(|group| group.height(face, named)).sum::<u16>() + gaps
    };
    let fits = |face: &Face| {
        needed(*face) <= area.height && groups.iter().all(|group| group.bar_width(*face, pen, area) >= SHORTEST)
    };
    let face = FACES.into_iter().skip_while(|face| face.rows() > 8).find(fits).unwrap_or(Face::Plain);
    let mut place = area;
    for group in &groups {
        group.draw(stage, pen, place, face, named);
        place = below(place, group.height(face, named) + 1);
    }
    needed(face) <= area.height
}

/// The bars of one indicator.
struct Group {
    comparison: Comparison,
    /// The figure and where it comes from, for each area that has one, in the order in which they are shown.
    rows: Vec<Row>,
    order: Vec<Vec<Span>>,
    label: u16,
    tail: u16,
}

struct Row {
    area: Key<Area>,
    content: Result<Shown, Vec<String>>,
}

/// A figure on a slide.
struct Shown {
    value: String,
    /// Of when it is.
    period: String,
    /// Who printed it, in lines.
    outlet: Vec<String>,
    /// Whether its bar has an open end.
    is_open: bool,
}

impl Group {
    fn new(stage: Stage, pen: &Pen<'_>, question: &Question, indicator: Key<Indicator>, area: Rect) -> Self {
        let (areas, measure, moment) = (question.areas.to_vec(), question.measure, question.moment);
        let comparison = crate::domain::compare(stage.dataset, &Request { indicator, areas, measure, moment });
        let label = stage.widest_name(question.areas.iter().copied()) + 4;
        let room = usize::from(area.width.saturating_sub(label));
        let row = |cell: &Cell| Row::new(stage, pen, measure, cell, room);
        let mut rows: Vec<Row> = comparison.cells_by_value().into_iter().map(row).collect();
        let found = rows.iter().filter_map(|row| row.content.as_ref().ok());
        let about = found.flat_map(|shown| shown.outlet.iter().chain([&shown.period]));
        let longest = cells(about.map(|text| width(text)).max().unwrap_or(0));
        let tail = longest.min((area.width * 4 / 15).max(12));
        for shown in rows.iter_mut().filter_map(|row| row.content.as_mut().ok()) {
            shown.outlet = shown.outlet.iter().flat_map(|text| wrap(text, usize::from(tail))).collect();
        }
        let all = (usize::from(area.width), usize::MAX);
        let order = order::lines(stage.dataset, stage.lang, pen.look, &comparison, Detail::All, all);
        Self { comparison, rows, order, label, tail }
    }

    fn found(&self) -> impl Iterator<Item = &str> {
        self.rows.iter().filter_map(|row| row.content.as_ref().ok()).map(|shown| shown.value.as_str())
    }

    fn unfound_lines(&self) -> usize {
        self.rows.iter().filter_map(|row| row.content.as_ref().err()).map(Vec::len).sum()
    }

    /// How many lines the group takes at least.
    fn height(&self, face: Face, named: bool) -> u16 {
        let found = cells(self.found().count()) * (face.rows() + least_gap(face));
        u16::from(named) + found + cells(self.unfound_lines()) + cells(self.order.len())
    }

    /// What the widest value leaves for bars.
    fn bar_width(&self, face: Face, pen: &Pen<'_>, area: Rect) -> u16 {
        area.width.saturating_sub(self.label + self.value_width(face, pen.look.charset) + self.tail + 4)
    }

    fn value_width(&self, face: Face, charset: CharSet) -> u16 {
        self.found().map(|value| face.width(value, charset)).max().unwrap_or(0)
    }

    fn draw(&self, stage: Stage, pen: &mut Pen<'_>, area: Rect, face: Face, named: bool) {
        let mut at = 0;
        if named && let Some(place) = line(area, 0) {
            let held = &stage.dataset.indicators[self.comparison.request.indicator];
            let used = pen.text(place, held.name.get(stage.lang), pen.look.strong());
            pen.text(right_of(place, used + 1), held.unit.get(stage.lang), pen.look.dim());
            at = 1;
        }
        // One of several groups stands close; a group alone is given air: before what is not reported, before the order, and
        // then between its bars.
        let spare = if named { 0 } else { area.height.saturating_sub(self.height(face, named)) };
        let found = cells(self.found().count());
        let under_bars = spare.min(1);
        let over_order = if self.unfound_lines() > 0 { (spare - under_bars).min(1) } else { 0 };
        let air = ((spare - under_bars - over_order) / (found + 1)).min(2);
        let columns = Columns {
            face,
            label: self.label,
            bar: self.bar_width(face, pen, area),
            value: self.value_width(face, pen.look.charset),
            tail: self.tail,
            scale: scale(&self.comparison),
        };
        let mut is_first_unfound = true;
        for row in &self.rows {
            if row.content.is_err() && std::mem::take(&mut is_first_unfound) {
                at += under_bars;
            }
            let place = below(area, at);
            match &row.content {
                Ok(shown) => {
                    columns.draw(stage, pen, place, self.comparison.cell_of(row.area), shown);
                    at += face.rows() + least_gap(face) + air;
                }
                Err(why) => {
                    if let Some(place) = line(place, 0) {
                        stage.draw_name(pen, place, row.area);
                    }
                    let why: Vec<Vec<Span>> = why.iter().map(|text| vec![(text.clone(), pen.look.dim())]).collect();
                    draw_lines(pen, right_of(place, self.label), &why);
                    at += cells(why.len());
                }
            }
        }
        at += if self.unfound_lines() > 0 { over_order } else { under_bars };
        draw_lines(pen, below(area, at), &self.order);
        at += cells(self.order.len()) + 1;
        if !named && at < area.height {
            draw_lines(pen, below(area, at), &[legend(stage, pen, &self.rows)]);
        }
    }
}

const INFERRED: Phrase = Phrase { zh: "? 时段有一端为推断", en: "? period inferred" };
const BOUND: Phrase =
    Phrase { zh: "▸ 原文有“余、多”，只知下限", en: "▸ “more than”: a lower bound" };
const BOUND_ASCII: Phrase =
    Phrase { zh: "> 原文有“余、多”，只知下限", en: "> “more than”: a lower bound" };

/// What the signs beside the figures mean, of those that are there.
fn legend(stage: Stage, pen: &Pen<'_>, rows: &[Row]) -> Vec<Span> {
    let shown = || rows.iter().filter_map(|row| row.content.as_ref().ok());
    let is_inferred = shown().any(|shown| shown.period.ends_with('?'));
    let is_bound = shown().any(|shown| shown.is_open);
    let bound = pen.look.charset.pick(BOUND, BOUND_ASCII);
    let all = [(is_bound, bound), (is_inferred, INFERRED)];
    let told: Vec<&str> = all.iter().filter(|(is_so, _)| *is_so).map(|(_, words)| words.get(stage.lang)).collect();
    vec![(told.join("   "), pen.look.dim())]
}

/// The free lines that there must be under a number: where it does not fill its last line, there is air enough.
fn least_gap(face: Face) -> u16 {
    u16::from(face != Face::Plain && face.rows() == face.full_rows())
}

impl Row {
    fn new(stage: Stage, pen: &Pen<'_>, measure: Measure, cell: &Cell, room: usize) -> Self {
        let content = match &cell.content {
            Err(missing) => Err(wrap(missing.brief().get(stage.lang), room)),
            Ok(found) => match &found.extent {
                Err(why) => Err(wrap(why.text().get(stage.lang), room)),
                Ok(_) => Ok(Shown::new(stage, pen, measure, found)),
            },
        };
        Self { area: cell.area, content }
    }
}

impl Shown {
    fn new(stage: Stage, pen: &Pen<'_>, measure: Measure, found: &MeasuredFigure) -> Self {
        let held = &stage.dataset.observations[found.observation()];
        Self {
            value: value(stage.dataset, stage.lang, measure, pen.look.charset, found),
            period: period_brief(&held.period, stage.lang),
            outlet: vec![stage.outlet(held.source.article).to_owned()],
            is_open: matches!(&found.extent, Ok(Extent::Within(interval)) if interval.high() == High::Unbounded),
        }
    }
}

/// How the width is divided.
struct Columns {
    face: Face,
    label: u16,
    bar: u16,
    value: u16,
    tail: u16,
    scale: Option<Amount>,
}

impl Columns {
    fn draw(&self, stage: Stage, pen: &mut Pen<'_>, area: Rect, cell: Option<&Cell>, shown: &Shown) {
        let Some(cell) = cell else { return };
        let colour = pen.look.area(cell.area.position());
        let middle = self.face.full_rows().saturating_sub(1) / 2;
        if let Some(place) = line(area, usize::from(middle)) {
            stage.draw_name(pen, place, cell.area);
        }
        let extent = cell.figure().and_then(|found| found.extent.as_ref().ok());
        let drawn = extent.zip(self.scale).and_then(|(extent, scale)| bar(extent, scale, usize::from(self.bar)));
        if let Some(drawn) = drawn {
            self.draw_bar(pen, right_of(area, self.label), drawn, colour);
        }
        let needed = self.face.width(&shown.value, pen.look.charset);
        let number = right_of(area, self.label + self.bar + 1 + self.value.saturating_sub(needed));
        self.face.draw(pen, number, &shown.value, Style::new().add_modifier(Modifier::BOLD));
        let tail = right_of(area, self.label + self.bar + 1 + self.value + 2);
        let about = [&shown.period].into_iter().chain(&shown.outlet).take(usize::from(self.face.rows()));
        let about: Vec<Vec<Span>> = about.map(|text| vec![(text.clone(), pen.look.dim())]).collect();
        let above = self.face.rows().saturating_sub(cells(about.len())) / 2;
        draw_lines(pen, Rect { width: tail.width.min(self.tail), ..below(tail, above) }, &about);
    }

    fn draw_bar(&self, pen: &mut Pen<'_>, area: Rect, drawn: Bar, colour: Style) {
        let grain = pen.look.charset.pick(BarResolution::Eighth, BarResolution::Whole);
        // A number may end in the middle of a row; so does its bar, whose end is then known to half a cell alone: so that
        // it is straight.
        let half = self.face.rows() > self.face.full_rows() && grain == BarResolution::Eighth;
        let drawn =
            if half { Bar { solid: ((drawn.solid + 2) / 4).max(drawn.solid.min(1)) * 4, ..drawn } } else { drawn };
        let cells = drawn.cells(grain);
        for row in 0..self.face.full_rows() {
            if let Some(place) = line(area, usize::from(row)) {
                draw_bar(pen, place, &cells, grain, colour);
            }
        }
        if let Some(place) = line(area, usize::from(self.face.full_rows())).filter(|_| half) {
            let used = pen.text(place, &"▀".repeat(drawn.solid / 8), colour);
            if drawn.solid % 8 >= 4 {
                pen.text(right_of(place, used), "▘", colour);
            }
        }
    }
}
