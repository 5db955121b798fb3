//! The bars of a comparison as a drawing: solid to the lower bound, with a range or an open end beyond it, or words where
//! there is no bar. All begin at zero and have one scale.

use super::drawing::{Anchor, Drawing, DrawnShape, Ink};
use super::text_width::{text_lines, text_width};
use crate::chart::bar_share::{BarShare, ShareEnd};
use crate::export::document::{BarSign, Chart, ChartRow, RowBar};

/// The size of the letters.
const TEXT: f64 = 15.0;
/// The size of values.
const VALUE: f64 = 17.0;
/// The size of what stands small beside them.
const SMALL: f64 = 13.0;
/// The height of a row.
const ROW: f64 = 38.0;
/// The thickness of a bar.
const BAR: f64 = 20.0;
/// The room behind a bar for its open end.
const END: f64 = 14.0;
/// The space between columns.
const GAP: f64 = 14.0;
/// The shortest bars worth drawing.
const SHORTEST: f64 = 80.0;

/// Draws the bars of a chart alone, so wide.
pub(in crate::export) fn chart_drawing(chart: &Chart, width: f64) -> Drawing {
    let mut drawing = Drawing::new(width, chart.title.clone());
    let foot = draw_bars(&mut drawing, chart, (0.0, 4.0), width);
    drawing.height = foot;
    drawing
}

/// Draws the rows of a chart from a place downwards, with a legend below, and returns where they end.
pub(super) fn draw_bars(drawing: &mut Drawing, chart: &Chart, (x, mut y): (f64, f64), width: f64) -> f64 {
    let columns = Columns::new(chart, x, width);
    let top = y;
    let mut foot = y;
    for row in &chart.rows {
        y = columns.draw(drawing, row, y);
        if matches!(row.bar, RowBar::Bar(_)) {
            foot = y;
        }
    }
    if foot > top {
        drawing.rectangle((columns.bar - 1.0, top), (1.0, foot - top), Ink::Faint);
    }
    legend(drawing, chart, (columns.bar, y))
}

/// The places of the columns.
struct Columns {
    name: f64,
    bar: f64,
    bar_width: f64,
    /// The right end of the values.
    value: f64,
    period: f64,
    /// The right end of everything.
    end: f64,
}

impl Columns {
    fn new(chart: &Chart, x: f64, width: f64) -> Self {
        let widest = |of: &dyn Fn(&ChartRow) -> f64| chart.rows.iter().map(of).fold(0.0, f64::max);
        let name = widest(&|row| text_width(&row.name, TEXT)) + TEXT * 1.6;
        let value = widest(&|row| text_width(&row.value, VALUE)).min(width * 0.3);
        let longest = widest(&|row| text_width(&row.period, SMALL).max(text_width(&row.rank, SMALL)));
        let left = width - name - value - 3.0 * GAP - SHORTEST;
        let period = longest.min(left.max(60.0));
        let bar = x + name + GAP;
        let bar_width = (width - name - value - period - 3.0 * GAP).max(SHORTEST);
        let value = bar + bar_width + GAP + value;
        Self { name: x, bar, bar_width, value, period: value + GAP, end: x + width }
    }

    /// Draws a row, and returns where it ends.
    fn draw(&self, drawing: &mut Drawing, row: &ChartRow, y: f64) -> f64 {
        let ink = Ink::Area(row.position);
        let about = [row.period.as_str(), row.rank.as_str()].into_iter().filter(|text| !text.is_empty());
        let about: Vec<String> = about.flat_map(|text| text_lines(text, SMALL, self.end - self.period)).collect();
        let why_room = if row.value.is_empty() { self.end - self.bar } else { self.bar_width };
        let why = row.bar.why().map(|why| text_lines(why, SMALL, why_room)).unwrap_or_default();
        let height = ROW.max(lines_height(about.len())).max(lines_height(why.len()));
        let middle = y + height / 2.0;
        drawing.text((self.name, middle + TEXT * 0.35), TEXT, ink, row.symbol());
        let name = (self.name + TEXT * 1.4, middle + TEXT * 0.35);
        drawing.bold(name, TEXT, Anchor::Start, Ink::Text, row.name.clone());
        if let RowBar::Bar(share) = row.bar {
            self.draw_bar(drawing, share, middle, ink);
        }
        draw_lines(drawing, &why, (self.bar, middle));
        drawing.bold((self.value, middle + VALUE * 0.35), VALUE, Anchor::End, Ink::Text, row.value.clone());
        draw_lines(drawing, &about, (self.period, middle));
        y + height
    }

    fn draw_bar(&self, drawing: &mut Drawing, share: BarShare, middle: f64, ink: Ink) {
        let (top, room) = (middle - BAR / 2.0, self.bar_width - END);
        let at_least = |share: f64| if share > 0.0 { (share * room).max(1.0) } else { 0.0 };
        let solid = at_least(share.solid);
        if solid > 0.0 {
            drawing.rectangle((self.bar, top), (solid, BAR), ink);
        }
        let from = (self.bar + solid, top);
        match share.end {
            ShareEnd::Known => {}
            ShareEnd::Open => drawing.shapes.push(DrawnShape::Arrow { from, size: (END - 2.0, BAR), ink }),
            ShareEnd::Reach(high) => {
                // A range always shows, however short it is.
                let length = (high * room - solid).max(3.0);
                drawing.shapes.push(DrawnShape::Rectangle { from, size: (length, BAR), ink, is_faint: true });
            }
        }
    }
}

fn lines_height(lines: usize) -> f64 {
    f64::from(u32::try_from(lines).unwrap_or(0)) * SMALL * 1.25 + 8.0
}

/// Draws small lines around a middle.
fn draw_lines(drawing: &mut Drawing, lines: &[String], (x, middle): (f64, f64)) {
    let step = SMALL * 1.25;
    let mut y = middle - f64::from(u32::try_from(lines.len()).unwrap_or(0)) * step / 2.0 + SMALL;
    for line in lines {
        drawing.text((x, y), SMALL, Ink::Dim, line.clone());
        y += step;
    }
}

/// Explains the signs that the bars have, and returns where that ends.
fn legend(drawing: &mut Drawing, chart: &Chart, (mut x, y): (f64, f64)) -> f64 {
    let (signs, ink) = (chart.signs(), Ink::Dim);
    if signs.is_empty() {
        return y + 6.0;
    }
    let base = y + 22.0;
    for sign in signs {
        let from = (x, base - 10.0);
        drawing.shapes.push(match sign {
            BarSign::Open => DrawnShape::Arrow { from, size: (9.0, 11.0), ink },
            BarSign::Reach => DrawnShape::Rectangle { from, size: (18.0, 11.0), ink, is_faint: true },
        });
        let words = sign.meaning().get(chart.lang);
        drawing.text((x + 24.0, base), SMALL, Ink::Dim, words);
        x += 24.0 + text_width(words, SMALL) + GAP;
    }
    base + 10.0
}
