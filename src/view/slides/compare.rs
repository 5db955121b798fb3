//! Indicators, area by area: bars with their values large.

use super::digits::{FACES, Face};
use super::stage::{Fits, Stage, below, cells, draw_foot};
use crate::domain::bar::{Bar, Grain, bar, scale};
use crate::domain::deck::Telling;
use crate::domain::words::period_brief;
use crate::domain::{Amount, Area, Cell, Comparison, Found, Indicator, Key, Measure, Moment, Request};
use crate::text::{flow, width};
use crate::view::Glyphs;
use crate::view::bars::{draw_bar, order};
use crate::view::pen::{Pen, Span, line, right_of};
use crate::view::table::value;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

/// What is compared.
pub(super) struct Question<'a> {
    pub indicators: &'a [Key<Indicator>],
    pub areas: &'a [Key<Area>],
    pub measure: Measure,
    pub moment: Moment,
}

/// The shortest bar that is worth drawing.
const SHORTEST: u16 = 12;

/// Draws a group of bars for each indicator, under it what can be said of their order; at the foot, words.
pub(super) fn draw(stage: Stage, pen: &mut Pen<'_>, question: &Question, words: Option<&Telling>, area: Rect) -> Fits {
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
    place: usize,
    area: Key<Area>,
    content: Result<(String, [String; 2]), String>,
}

impl Group {
    fn new(stage: Stage, pen: &Pen<'_>, question: &Question, indicator: Key<Indicator>, area: Rect) -> Self {
        let (areas, measure, moment) = (question.areas.to_vec(), question.measure, question.moment);
        let comparison = crate::domain::compare(stage.dataset, &Request { indicator, areas, measure, moment });
        let row = |place: usize| comparison.cells.get(place).map(|cell| Row::new(stage, pen, measure, place, cell));
        let rows: Vec<Row> = comparison.by_value().into_iter().filter_map(row).collect();
        let label = stage.widest_name(question.areas.iter().copied()) + 4;
        let tails = rows.iter().filter_map(|row| row.content.as_ref().ok()).flat_map(|(_, about)| about);
        let longest = cells(tails.map(|text| width(text)).max().unwrap_or(0));
        let tail = longest.min((area.width / 5).max(12));
        let order = flow(&order(stage.dataset, stage.lang, pen.look, &comparison), usize::from(area.width));
        Self { comparison, rows, order, label, tail }
    }

    fn found(&self) -> impl Iterator<Item = &str> {
        self.rows.iter().filter_map(|row| row.content.as_ref().ok()).map(|(value, _)| value.as_str())
    }

    /// How many lines the group takes.
    fn height(&self, face: Face, named: bool) -> u16 {
        let found = cells(self.found().count());
        let missing = cells(self.rows.len()) - found;
        u16::from(named) + found * face.rows() + missing + cells(self.order.len())
    }

    /// What the widest value leaves for bars.
    fn bar_width(&self, face: Face, pen: &Pen<'_>, area: Rect) -> u16 {
        area.width.saturating_sub(self.label + self.value_width(face, pen.look.glyphs) + self.tail + 4)
    }

    fn value_width(&self, face: Face, glyphs: Glyphs) -> u16 {
        self.found().map(|value| face.width(value, glyphs)).max().unwrap_or(0)
    }

    fn draw(&self, stage: Stage, pen: &mut Pen<'_>, area: Rect, face: Face, named: bool) {
        let mut at = 0;
        if named && let Some(place) = line(area, 0) {
            let held = &stage.dataset.indicators[self.comparison.request.indicator];
            let used = pen.text(place, held.name.get(stage.lang), pen.look.strong());
            pen.text(right_of(place, used + 1), held.unit.get(stage.lang), pen.look.dim());
            at = 1;
        }
        let spare = area.height.saturating_sub(self.height(face, named));
        let gap = if named { 0 } else { (spare / cells(self.rows.len().max(1))).min(2) };
        let columns = Columns {
            face,
            label: self.label,
            bar: self.bar_width(face, pen, area),
            value: self.value_width(face, pen.look.glyphs),
            scale: scale(&self.comparison),
        };
        for row in &self.rows {
            let place = below(area, at);
            match &row.content {
                Ok((value, about)) => {
                    columns.draw(stage, pen, place, self.cell(row), value, about);
                    at += face.rows() + gap;
                }
                Err(why) => {
                    if let Some(place) = line(place, 0) {
                        stage.draw_name(pen, place, row.area);
                        pen.text(right_of(place, self.label), why, pen.look.dim());
                    }
                    at += 1;
                }
            }
        }
        super::stage::draw_lines(pen, below(area, at), &self.order);
    }

    fn cell(&self, row: &Row) -> Option<&Cell> {
        self.comparison.cells.get(row.place)
    }
}

impl Row {
    fn new(stage: Stage, pen: &Pen<'_>, measure: Measure, place: usize, cell: &Cell) -> Self {
        let content = match &cell.content {
            Err(missing) => Err(missing.brief().get(stage.lang).to_owned()),
            Ok(found) => match &found.extent {
                Err(why) => Err(why.text().get(stage.lang).to_owned()),
                Ok(_) => Ok((value(stage.dataset, stage.lang, measure, pen.look.glyphs, found), about(stage, found))),
            },
        };
        Self { place, area: cell.area, content }
    }
}

/// Of when a figure is, and who printed it.
fn about(stage: Stage, found: &Found) -> [String; 2] {
    let held = &stage.dataset.observations[found.main()];
    [period_brief(&held.period, stage.lang), stage.outlet(held.source.article).to_owned()]
}

/// How the width is divided.
struct Columns {
    face: Face,
    label: u16,
    bar: u16,
    value: u16,
    scale: Option<Amount>,
}

impl Columns {
    fn draw(&self, stage: Stage, pen: &mut Pen<'_>, area: Rect, cell: Option<&Cell>, value: &str, about: &[String; 2]) {
        let Some(cell) = cell else { return };
        let colour = pen.look.area(cell.area.position());
        let middle = usize::from(self.face.full_rows().saturating_sub(1) / 2);
        if let Some(place) = line(area, middle) {
            stage.draw_name(pen, place, cell.area);
        }
        let extent = cell.found().and_then(|found| found.extent.as_ref().ok());
        let drawn = extent.zip(self.scale).and_then(|(extent, scale)| bar(extent, scale, usize::from(self.bar)));
        if let Some(drawn) = drawn {
            self.draw_bar(pen, right_of(area, self.label), drawn, colour);
        }
        let needed = self.face.width(value, pen.look.glyphs);
        let number = right_of(area, self.label + self.bar + 1 + self.value.saturating_sub(needed));
        self.face.draw(pen, number, value, Style::new().add_modifier(Modifier::BOLD));
        let tail = right_of(area, self.label + self.bar + 1 + self.value + 2);
        let lines = if self.face == Face::Plain { 1 } else { 2 };
        for (row, text) in about.iter().take(lines).enumerate() {
            if let Some(place) =
                line(tail, row + middle.saturating_sub(usize::from(lines == 2 && self.face.rows() > 4)))
            {
                pen.text(place, text, if row == 0 { pen.look.dim() } else { pen.look.faint() });
            }
        }
    }

    fn draw_bar(&self, pen: &mut Pen<'_>, area: Rect, drawn: Bar, colour: Style) {
        let grain = match pen.look.glyphs {
            Glyphs::Unicode => Grain::Eighth,
            Glyphs::Narrow | Glyphs::Ascii => Grain::Whole,
        };
        let cells = drawn.cells(grain);
        for row in 0..self.face.full_rows() {
            if let Some(place) = line(area, usize::from(row)) {
                draw_bar(pen, place, &cells, grain, colour);
            }
        }
        // A number may end in the middle of a row; so does its bar.
        let half = self.face.rows() > self.face.full_rows() && grain == Grain::Eighth;
        if let Some(place) = line(area, usize::from(self.face.full_rows())).filter(|_| half) {
            let solid = "▀".repeat(drawn.solid / 8);
            let used = pen.text(place, &solid, colour);
            if drawn.solid % 8 >= 4 {
                pen.text(right_of(place, used), "▘", colour);
            }
        }
    }
}
