//! Draws a single number as large as possible.

use super::context::{SlideContext, draw_foot, draw_lines};
use super::drawn_content::DrawnContent;
use super::heading::period_of;
use super::large_digits::{DIGIT_SIZES, DigitSize};
use crate::deck::Slide;
use crate::deck::content::FigureSlide;
use crate::domain::digest::RichText;
use crate::domain::{Key, Observation};
use crate::text::{flow, quoted, width};
use crate::view::canvas::{Canvas, below, cells, line, right_of};
use crate::wording::printed_unit;
use ratatui::layout::Rect;
use ratatui::style::Style;

impl DrawnContent for FigureSlide {
    fn takes_full_width(&self) -> bool {
        true
    }

    fn default_heading(&self, context: SlideContext) -> String {
        let observation = &context.dataset.observations[self.figure];
        let indicator = context.dataset.indicators[observation.indicator].name.get(context.lang);
        format!("{} · {indicator}", context.name(observation.area))
    }

    fn subheading(&self, context: SlideContext, has_title: bool) -> Option<String> {
        has_title.then(|| self.default_heading(context))
    }

    fn draw(&self, context: SlideContext, canvas: &mut Canvas<'_>, slide: &Slide, area: Rect) -> bool {
        draw(context, canvas, self.figure, slide.words.as_ref(), area)
    }
}

/// Draws the number with its unit. Below it are its period, scope, qualifier and original wording; at the foot is the
/// slide's text.
fn draw(
    context: SlideContext,
    canvas: &mut Canvas<'_>,
    figure: Key<Observation>,
    words: Option<&RichText>,
    area: Rect,
) -> bool {
    let (dataset, lang, appearance) = (context.dataset, context.lang, canvas.appearance);
    let observation = &dataset.observations[figure];
    let words = context.lines(appearance, words, Style::new(), area.width);
    let foot = cells(words.len());
    let area = draw_foot(canvas, area, &words);
    let unit = printed_unit(&dataset.indicators[observation.indicator], observation);
    let unit = unit.get(lang);
    let value = context.value(appearance, figure);
    let about = [
        period_of(context, figure),
        observation.scope.name().get(lang).to_owned(),
        observation.qualifier().meaning().get(lang).to_owned(),
        quoted(&observation.source.printed),
    ];
    let about = flow(&[(about.join(" · "), appearance.dim())], usize::from(area.width));
    let below_number = cells(about.len()) + 1;
    let fits = |size: &DigitSize| {
        let needed = size.width(&value, appearance.charset) + 2 + cells(width(unit));
        needed <= area.width && size.rows() + below_number <= area.height
    };
    let size = DIGIT_SIZES.into_iter().find(fits).unwrap_or(DigitSize::Plain);
    let spare = area.height.saturating_sub(size.rows() + below_number);
    let rect = below(area, spare / 2);
    let colour = appearance.area_digits(observation.area.position());
    let used = size.draw(canvas, rect, &value, colour);
    if let Some(rect) = line(rect, usize::from(size.rows() - 1)) {
        canvas.text(right_of(rect, used + 2), unit, appearance.strong());
    }
    let drawn = draw_lines(canvas, below(rect, size.rows() + 1), &about);
    // More than four lines of text would compete with the number.
    drawn && size.rows() + below_number <= area.height && foot <= 4
}
