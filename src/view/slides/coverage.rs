//! Draws how many indicators of each theme the areas report.

use super::context::{SlideContext, draw_foot};
use super::drawn_content::DrawnContent;
use super::left_out::{Listed, draw_left_out, fitting};
use crate::deck::Slide;
use crate::deck::content::CoverageSlide;
use crate::domain::coverage::{ReportedCount, ThemeRow, coverage_among};
use crate::domain::digest::RichText;
use crate::domain::{Area, Key};
use crate::text::{Phrase, flow, width};
use crate::view::canvas::{Canvas, below, cells, line, right_of};
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

/// Says what the numbers on a slide without words of its own count.
const LEGEND: Phrase = Phrase {
    zh: "斜线前是该市公布的项数，斜线后是各市公布过且适用于该市的项数",
    en: "Before the stroke: indicators reported here. After it: by any city, and applicable here.",
};
const HEADING: Phrase = Phrase { zh: "谁公布了什么", en: "Who says what?" };

/// The most columns that look well at the width of text.
const FEW: usize = 8;

impl DrawnContent for CoverageSlide {
    fn takes_full_width(&self) -> bool {
        self.areas.len() > FEW
    }

    fn default_heading(&self, context: SlideContext) -> String {
        HEADING.get(context.lang).to_owned()
    }

    fn draw(&self, context: SlideContext, canvas: &mut Canvas<'_>, slide: &Slide, area: Rect) -> bool {
        draw(context, canvas, &self.areas, slide.words.as_ref(), area)
    }
}

/// Draws a row for each theme and a column for each area, as many as have room; at the foot is the slide's text.
fn draw(
    context: SlideContext,
    canvas: &mut Canvas<'_>,
    areas: &[Key<Area>],
    words: Option<&RichText>,
    area: Rect,
) -> bool {
    let words = match words {
        Some(words) => context.lines(canvas.appearance, Some(words), Style::new(), area.width),
        // Without words of its own a slide must still say what is counted.
        None => flow(&[(LEGEND.get(context.lang).to_owned(), canvas.appearance.dim())], usize::from(area.width)),
    };
    let area = draw_foot(canvas, area, &words);
    let rows = coverage_among(context.dataset, areas);
    let name = |row: &ThemeRow| context.dataset.themes[row.theme].name.get(context.lang);
    let label = cells(rows.iter().map(|row| width(name(row))).max().unwrap_or(0)) + 2;
    // If a column is too narrow for the symbol and the name, the symbol is above the name.
    let widest = context.widest_name(areas.iter().copied());
    let least = widest
        .max(cells(rows.iter().flat_map(|row| &row.counts).map(|count| count_width(*count)).max().unwrap_or(0)))
        + 1;
    let columns = usize::from(area.width.saturating_sub(label) / least).min(areas.len());
    let column = (area.width.saturating_sub(label) / cells(columns.max(1))).min(16);
    let head = if widest + 3 <= column { 1 } else { 2 };
    let room = area.height - u16::from(columns < areas.len()).min(area.height);
    let shown_rows = fitting(&vec![1; rows.len()], 0, room.saturating_sub(head));
    let step = (room.saturating_sub(head) / cells(shown_rows.max(1))).clamp(1, 2);
    for (index, key) in areas.iter().take(columns).enumerate() {
        let rect = right_of(area, label + column * cells(index));
        draw_head(context, canvas, Rect { width: rect.width.min(column), ..rect }, *key, head);
    }
    for (index, row) in rows.iter().take(shown_rows).enumerate() {
        let Some(rect) = line(below(area, head + step * cells(index)), 0) else { continue };
        canvas.text(rect, name(row), Style::new());
        for (index, (count, key)) in row.counts.iter().zip(areas).take(columns).enumerate() {
            draw_count(*count, canvas, right_of(rect, label + column * cells(index)), *key, column);
        }
    }
    let left_out = [(Listed::Areas, areas.len() - columns), (Listed::Themes, rows.len() - shown_rows)];
    let rest = below(area, head + step * cells(shown_rows));
    draw_left_out(context, canvas, rest, &left_out) && columns > 0 && (shown_rows > 0 || rows.is_empty())
}

/// Draws the name of an area above its column, with its symbol before it or above it.
fn draw_head(context: SlideContext, canvas: &mut Canvas<'_>, rect: Rect, area: Key<Area>, head: u16) {
    if head == 1 {
        context.draw_name(canvas, rect, area);
    } else {
        canvas.area_symbol(rect, area.position());
        let style = canvas.appearance.area_text(area.position()).add_modifier(Modifier::BOLD);
        canvas.text(below(rect, 1), context.name(area), style);
    }
}

/// Returns the cells that a count takes.
fn count_width(count: ReportedCount) -> usize {
    if count.reported == 0 { 1 } else { format!("{}/{}", count.reported, count.all).len() }
}

fn draw_count(count: ReportedCount, canvas: &mut Canvas<'_>, rect: Rect, area: Key<Area>, column: u16) {
    if count.reported == 0 {
        canvas.text(rect, canvas.appearance.sign("·", "."), canvas.appearance.faint());
        return;
    }
    let colour = canvas.appearance.area_text(area.position()).add_modifier(Modifier::BOLD);
    let used = canvas.text(rect, &count.reported.to_string(), colour);
    let behind = right_of(rect, used);
    let behind = Rect { width: behind.width.min(column.saturating_sub(used + 1)), ..behind };
    canvas.text(behind, &format!("/{}", count.all), canvas.appearance.dim());
}
