//! What stands over a slide and in its foot: the thought, what is counted, and where it comes from.

use super::stage::Stage;
use crate::deck::{Shows, Slide};
use crate::domain::article::Grade;
use crate::domain::digest::RichText;
use crate::domain::{Article, Indicator, Key, Measure, MeasuredFigure, Observation, Request, compare};
use crate::text::{Lang, Phrase, fit, flow, width};
use crate::view::Look;
use crate::view::pen::Span;
use crate::wording::period;
use itertools::Itertools;

const INITIATIVES: Phrase = Phrase { zh: "平台机制", en: "Initiatives" };
const TIMELINE: Phrase = Phrase { zh: "数字属于哪个时段", en: "Which period?" };
/// The fewest cells in which a part of a title can still be told.
const LEAST_OF_A_TITLE: usize = 11;
const COVERAGE: Phrase = Phrase { zh: "谁公布了什么", en: "Who says what?" };

/// The lines over a slide: its heading, and what is counted or whose figures they are.
pub(super) fn lines(stage: Stage, look: Look, slide: &Slide, room: u16) -> Vec<Vec<Span>> {
    let mut lines = match &slide.title {
        Some(title) => stage.lines(look, Some(title), look.strong(), room),
        None => flow(&[(default_title(stage, slide), look.strong())], usize::from(room)),
    };
    if let Some(about) = about(stage, slide) {
        lines.extend(flow(&[(about, look.dim())], usize::from(room)));
    }
    lines
}

/// The heading that what a slide shows gives it.
pub(super) fn default_title(stage: Stage, slide: &Slide) -> String {
    let lang = stage.lang;
    match &slide.shows {
        Shows::Compare { indicators, .. } => {
            indicators.iter().map(|key| counted(stage, *key)).collect::<Vec<_>>().join(" · ")
        }
        Shows::City { area, .. } => stage.dataset.areas[*area].committee.get(lang).to_owned(),
        Shows::Initiatives(_) => INITIATIVES.get(lang).to_owned(),
        Shows::Timeline(_) => TIMELINE.get(lang).to_owned(),
        Shows::Coverage(_) => COVERAGE.get(lang).to_owned(),
        Shows::Figure(figure) => {
            let held = &stage.dataset.observations[*figure];
            format!("{} · {}", stage.name(held.area), stage.dataset.indicators[held.indicator].name.get(lang))
        }
        Shows::Title | Shows::Text => String::new(),
    }
}

fn about(stage: Stage, slide: &Slide) -> Option<String> {
    let (dataset, lang) = (stage.dataset, stage.lang);
    match &slide.shows {
        Shows::Compare { indicators, measure, moment, .. } => {
            let names = indicators
                .iter()
                .map(|key| counted(stage, *key))
                .filter(|_| slide.title.is_some() && indicators.len() == 1);
            let measure = (*measure != Measure::Raw).then(|| measure.name().get(lang).to_owned());
            let parts: Vec<String> = names.chain(measure).chain([moment.name().get(lang).to_owned()]).collect();
            Some(parts.join(" · "))
        }
        Shows::City { area, .. } => slide.title.is_some().then(|| dataset.areas[*area].committee.get(lang).to_owned()),
        Shows::Figure(figure) => slide.title.is_some().then(|| {
            let held = &dataset.observations[*figure];
            format!("{} · {}", stage.name(held.area), dataset.indicators[held.indicator].name.get(lang))
        }),
        Shows::Title | Shows::Text | Shows::Initiatives(_) | Shows::Timeline(_) | Shows::Coverage(_) => None,
    }
}

/// What is counted, with its unit.
fn counted(stage: Stage, indicator: Key<Indicator>) -> String {
    let held = &stage.dataset.indicators[indicator];
    match stage.lang {
        Lang::Zh => format!("{}（{}）", held.name.zh, held.unit.zh),
        Lang::En => format!("{} ({})", held.name.en, held.unit.en),
    }
}

/// The figures that a slide shows, in its picture and in its words, with those that they are divided by.
fn figures(stage: Stage, slide: &Slide) -> Vec<Key<Observation>> {
    let told = slide.title.iter().chain(&slide.words).flat_map(RichText::figures);
    let shown: Vec<Key<Observation>> = match &slide.shows {
        Shows::Compare { indicators, areas, measure, moment } => {
            let compared = indicators.iter().map(|indicator| {
                let (areas, measure, moment) = (areas.clone(), *measure, *moment);
                compare(stage.dataset, &Request { indicator: *indicator, areas, measure, moment })
            });
            let cells = compared.flat_map(|comparison| comparison.cells);
            // A figure without a value under the measure is not shown.
            let found = cells.filter_map(|cell| cell.content.ok()).filter(|found| found.extent.is_ok());
            let with_heads = |found: MeasuredFigure| {
                let heads = found.denominator.and_then(|denominator| denominator.observation);
                found.observations.into_iter().chain(heads)
            };
            found.flat_map(with_heads).collect()
        }
        Shows::City { figures, .. } => figures.clone(),
        Shows::Figure(figure) => vec![*figure],
        Shows::Title | Shows::Text | Shows::Initiatives(_) | Shows::Timeline(_) | Shows::Coverage(_) => Vec::new(),
    };
    shown.into_iter().chain(told).collect()
}

/// Where what a slide shows comes from, in one line of `room` cells: the one article by its name, which alone is cut where
/// there is no room for it, several by their number and by how they were seen.
pub(super) fn source(stage: Stage, slide: &Slide, room: usize) -> Option<String> {
    let (dataset, lang) = (stage.dataset, stage.lang);
    let of_figures = figures(stage, slide).into_iter().map(|figure| dataset.observations[figure].source.article);
    let articles: Vec<Key<Article>> = match &slide.shows {
        Shows::Initiatives(all) => {
            all.iter().map(|key| dataset.initiatives[*key].source.article).chain(of_figures).unique().collect()
        }
        Shows::Timeline(areas) | Shows::Coverage(areas) => {
            let of_areas = dataset.articles.iter().filter(|(_, article)| areas.contains(&article.area));
            of_areas.map(|(key, _)| key).collect()
        }
        _ => of_figures.unique().collect(),
    };
    match articles.as_slice() {
        [] => None,
        [one] => Some(one_source(stage, *one, slide, room)),
        several => {
            let by_grade = |grade| several.iter().filter(|key| dataset.articles[**key].grade == grade).count();
            let grades = [Grade::Full, Grade::Excerpt, Grade::Repost].into_iter().map(|grade| (grade, by_grade(grade)));
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

fn one_source(stage: Stage, article: Key<Article>, slide: &Slide, room: usize) -> String {
    let held = &stage.dataset.articles[article];
    let paragraph = match slide.shows {
        Shows::Figure(figure) => stage.dataset.observations[figure].source.paragraph,
        _ => None,
    };
    let (outlet, date) = (stage.outlet(article), held.published.text());
    let date = date.get(stage.lang);
    let with = |title: &str| match (stage.lang, paragraph) {
        (Lang::Zh, Some(number)) => format!("{outlet}{title}第 {number} 段，{date}"),
        (Lang::Zh, None) => format!("{outlet}{title}{date}"),
        (Lang::En, Some(number)) => format!("{outlet}, {title}para. {number}, {date}"),
        (Lang::En, None) => format!("{outlet}, {title}{date}"),
    };
    let title = |title: &str| match stage.lang {
        Lang::Zh => format!("《{title}》"),
        Lang::En => format!("《{title}》, "),
    };
    // Where hardly anything is left for the title, the outlet, the paragraph and the date say more than its first letters.
    let left = room.saturating_sub(width(&with(&title(""))));
    if left < width(&held.title).min(LEAST_OF_A_TITLE) {
        return with(if stage.lang == Lang::Zh { "，" } else { "" });
    }
    with(&title(&fit(&held.title, left)))
}

/// A figure's period in words.
pub(super) fn period_of(stage: Stage, figure: Key<Observation>) -> String {
    period(&stage.dataset.observations[figure].period, stage.lang)
}
