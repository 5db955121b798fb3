//! Writes the heading of a slide, the line below it, and the source in its foot.

use super::context::SlideContext;
use super::drawn_content::drawn_content;
use crate::deck::{Slide, SlideTarget};
use crate::domain::article::Grade;
use crate::domain::digest::RichText;
use crate::domain::{Article, Key, MeasuredFigure, Observation, Request, compare};
use crate::text::{Lang, Phrase, fit, flow, width};
use crate::view::Appearance;
use crate::view::canvas::StyledSpan;
use crate::wording::{UNSOURCED, period};
use itertools::Itertools;

/// The fewest cells of a title that are still worth showing.
const LEAST_OF_A_TITLE: usize = 11;

/// Returns the lines at the top of a slide: its heading, and below it what is counted, or whose figures they are.
pub(super) fn lines(
    context: SlideContext,
    appearance: Appearance,
    slide: &Slide,
    max_width: u16,
) -> Vec<Vec<StyledSpan>> {
    let drawn = drawn_content(&slide.content);
    let mut lines = match &slide.title {
        Some(title) => context.lines(appearance, Some(title), appearance.strong(), max_width),
        None => flow(&[(drawn.default_heading(context), appearance.strong())], usize::from(max_width)),
    };
    if let Some(subheading) = drawn.subheading(context, slide.title.is_some()) {
        lines.extend(flow(&[(subheading, appearance.dim())], usize::from(max_width)));
    }
    lines
}

/// Returns the figures in a slide's content and text, together with their denominators.
fn figures(context: SlideContext, slide: &Slide) -> Vec<Key<Observation>> {
    let in_text = slide.title.iter().chain(&slide.words).flat_map(RichText::figures);
    let shown: Vec<Key<Observation>> = match slide.content.target() {
        SlideTarget::Comparison { indicators, areas, measure, year_choice, figure_choice } => {
            let compared = indicators.iter().map(|indicator| {
                let (areas, measure, year_choice) = (areas.to_vec(), measure, year_choice);
                compare(
                    context.dataset,
                    &Request {
                        indicator: *indicator,
                        areas: areas.into(),
                        measure,
                        year_choice,
                        figure_choice: figure_choice.clone(),
                    },
                )
            });
            let cells = compared.flat_map(|comparison| comparison.cells);
            // A figure without a value under this measure is not on the slide.
            let figures = cells.filter_map(|cell| cell.content.ok()).filter(|figure| figure.extent.is_ok());
            let with_denominator = |figure: MeasuredFigure| {
                let denominator = figure.denominator.and_then(|denominator| denominator.observation);
                figure.observations.into_iter().chain(denominator)
            };
            figures.flat_map(with_denominator).collect()
        }
        SlideTarget::AreaFigures { figures, .. } => figures.to_vec(),
        SlideTarget::Figure(figure) => vec![figure],
        SlideTarget::Words | SlideTarget::Initiatives(_) | SlideTarget::Timeline(_) | SlideTarget::Coverage(_) => {
            Vec::new()
        }
    };
    shown.into_iter().chain(in_text).collect()
}

/// Stands between the mark of numbers without a source and the source of the others.
const OTHERS: Phrase = Phrase { zh: "  其余：", en: "  others: " };

/// Returns the foot of a slide in one line of `max_width` cells: that a number has no source, and the sources of the others.
pub(super) fn source(context: SlideContext, slide: &Slide, max_width: usize) -> Option<String> {
    if !slide.has_unsourced(context.lang) {
        return articles_behind(context, slide, max_width);
    }
    let (mark, others) = (UNSOURCED.get(context.lang), OTHERS.get(context.lang));
    let left = max_width.saturating_sub(width(mark) + width(others));
    let rest = articles_behind(context, slide, left).map(|source| format!("{others}{source}")).unwrap_or_default();
    Some(format!("{mark}{rest}"))
}

/// Returns the source of a slide's figures. A single article is named, with its title cut if necessary; several are counted by
/// their grades.
fn articles_behind(context: SlideContext, slide: &Slide, max_width: usize) -> Option<String> {
    let (dataset, lang) = (context.dataset, context.lang);
    let of_figures = figures(context, slide).into_iter().map(|figure| dataset.observations[figure].source.article);
    let articles: Vec<Key<Article>> = match slide.content.target() {
        SlideTarget::Initiatives(all) => {
            all.iter().map(|key| dataset.initiatives[*key].source.article).chain(of_figures).unique().collect()
        }
        SlideTarget::Timeline(areas) | SlideTarget::Coverage(areas) => {
            let of_areas = dataset.articles.iter().filter(|(_, article)| areas.contains(&article.area));
            of_areas.map(|(key, _)| key).collect()
        }
        _ => of_figures.unique().collect(),
    };
    match articles.as_slice() {
        [] => None,
        [one] => Some(one_source(context, *one, slide, max_width)),
        several => {
            let by_grade = |grade| several.iter().filter(|key| dataset.articles[**key].grade == grade).count();
            let grades = [Grade::Full, Grade::Excerpt, Grade::Repost, Grade::Digest].into_iter();
            let grades = grades.map(|grade| (grade, by_grade(grade)));
            let seen = grades.filter(|(_, count)| *count > 0).map(|(grade, count)| match lang {
                Lang::Zh => format!("{} {count}", grade.name().zh),
                Lang::En if grade == Grade::Full || count == 1 => format!("{count} {}", grade.name().en),
                Lang::En => format!("{count} {}s", grade.name().en),
            });
            let seen = seen.collect::<Vec<_>>();
            let count = several.len();
            Some(match lang {
                Lang::Zh => format!("来源 {count} 篇：{}", seen.join("，")),
                Lang::En => format!("{count} sources: {}", seen.join(", ")),
            })
        }
    }
}

fn one_source(context: SlideContext, key: Key<Article>, slide: &Slide, max_width: usize) -> String {
    let article = &context.dataset.articles[key];
    let paragraph = match slide.content.target() {
        SlideTarget::Figure(figure) => context.dataset.observations[figure].source.paragraph,
        _ => None,
    };
    let (outlet, date) = (context.outlet(key), article.published.text());
    let date = date.get(context.lang);
    let with = |title: &str| match (context.lang, paragraph) {
        (Lang::Zh, Some(number)) => format!("{outlet}{title}第 {number} 段，{date}"),
        (Lang::Zh, None) => format!("{outlet}{title}{date}"),
        (Lang::En, Some(number)) => format!("{outlet}, {title}para. {number}, {date}"),
        (Lang::En, None) => format!("{outlet}, {title}{date}"),
    };
    let title = |title: &str| match context.lang {
        Lang::Zh => format!("《{title}》"),
        Lang::En => format!("《{title}》, "),
    };
    // If the title would be cut to a few letters, it is left out: outlet, paragraph and date say more.
    let left = max_width.saturating_sub(width(&with(&title(""))));
    if left < width(&article.title).min(LEAST_OF_A_TITLE) {
        return with(if context.lang == Lang::Zh { "，" } else { "" });
    }
    with(&title(&fit(&article.title, left)))
}

/// Returns the period of a figure in words.
pub(super) fn period_of(context: SlideContext, figure: Key<Observation>) -> String {
    period(&context.dataset.observations[figure].period, context.lang)
}
