//! Draws how many indicators of each theme the areas report.

use super::context::{SlideContext, draw_foot};
use super::drawn_content::DrawnContent;
use crate::app::screens::coverage::{coverage, themes};
use crate::deck::Slide;
use crate::deck::content::CoverageSlide;
use crate::domain::digest::RichText;
use crate::domain::{Area, Key, Theme};
use crate::text::{Phrase, width};
use crate::view::canvas::{Canvas, below, cells, line, right_of};
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

const HEADING: Phrase = Phrase { zh: "谁公布了什么", en: "Who says what?" };

impl DrawnContent for CoverageSlide {
    fn default_heading(&self, context: SlideContext) -> String {
        HEADING.get(context.lang).to_owned()
    }

    fn draw(&self, context: SlideContext, canvas: &mut Canvas<'_>, slide: &Slide, area: Rect) -> bool {
        draw(context, canvas, &self.areas, slide.words.as_ref(), area)
    }
}

/// Draws a row for each theme and a column for each area; at the foot is the slide's text.
fn draw(
    context: SlideContext,
    canvas: &mut Canvas<'_>,
    areas: &[Key<Area>],
    words: Option<&RichText>,
    area: Rect,
) -> bool {
    let words = context.lines(canvas.appearance, words, Style::new(), area.width);
    let area = draw_foot(canvas, area, &words);
    let themes: Vec<Key<Theme>> =
        themes(context.dataset).into_iter().filter(|theme| !context.dataset.themes[*theme].is_context).collect();
    let name = |theme: &Key<Theme>| context.dataset.themes[*theme].name.get(context.lang);
    let label = cells(themes.iter().map(|theme| width(name(theme))).max().unwrap_or(0)) + 2;
    let column = (area.width.saturating_sub(label) / cells(areas.len().max(1))).min(16);
    // If a column is too narrow for the symbol and the name, the symbol is above the name.
    let widest = context.widest_name(areas.iter().copied());
    let head = if widest + 3 <= column { 1 } else { 2 };
    let step = (area.height.saturating_sub(head) / cells(themes.len().max(1))).clamp(1, 2);
    for (index, key) in areas.iter().enumerate() {
        let rect = right_of(area, label + column * cells(index));
        let rect = Rect { width: rect.width.min(column), ..rect };
        if head == 1 {
            context.draw_name(canvas, rect, *key);
        } else {
            let colour = canvas.appearance.area(key.position()).add_modifier(Modifier::BOLD);
            canvas.text(rect, canvas.appearance.area_symbol(key.position()), colour);
            canvas.text(below(rect, 1), context.name(*key), colour);
        }
    }
    for (row, theme) in themes.iter().enumerate() {
        let rect = below(area, head + step * cells(row));
        let Some(rect) = line(rect, 0) else { continue };
        canvas.text(rect, name(theme), Style::new());
        for (index, key) in areas.iter().enumerate() {
            draw_cell(context, canvas, right_of(rect, label + column * cells(index)), *theme, *key, column);
        }
    }
    head + cells(themes.len()) <= area.height && widest < column
}

/// Draws how many indicators of a theme an area reports, out of all that any area reports.
fn draw_cell(
    context: SlideContext,
    canvas: &mut Canvas<'_>,
    rect: Rect,
    theme: Key<Theme>,
    area: Key<Area>,
    column: u16,
) {
    let theme_coverage = coverage(context.dataset, theme, area);
    let (reported, all) = (
        theme_coverage.reported.len(),
        theme_coverage.reported.len() + theme_coverage.unreported.len() + theme_coverage.not_curated.len(),
    );
    if reported == 0 {
        canvas.text(rect, canvas.appearance.sign("·", "."), canvas.appearance.faint());
        return;
    }
    let colour = canvas.appearance.area(area.position()).add_modifier(Modifier::BOLD);
    let used = canvas.text(rect, &format!("{reported}"), colour);
    let remaining =
        Rect { width: right_of(rect, used).width.min(column.saturating_sub(used + 1)), ..right_of(rect, used) };
    canvas.text(remaining, &format!("/{all}"), canvas.appearance.dim());
}
