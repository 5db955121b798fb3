//! Figures as sentences: who did what, when, by which source, and under which measure.

mod absence;
mod pattern;
mod rate;
mod source;
mod written_out;

use crate::domain::{
    Actor, Area, Cell, Comparison, Dataset, Initiative, Key, Measure, MeasuredFigure, Observation, Scope, Theme,
};
use crate::text::{Lang, Text};
use crate::wording::dates::period_in_words;
use crate::wording::prose::capitalized;
use pattern::{committee, filled, pattern_of, value_in_words};
use source::{inferred, seen, source_in_short, source_with_remarks, unbracketed};

pub use absence::articles_read_in_part;
pub(super) use source::article_in_short;
pub use written_out::{figure_in_words, period_written_out};

/// Tells a figure as its source has it.
#[must_use]
pub fn figure_sentence(dataset: &Dataset, key: Key<Observation>, lang: Lang) -> String {
    told(dataset, key, Clauses::default(), lang)
}

/// Tells what an area puts into a comparison: its figure under the measure, with any that contradict it, or why there is
/// none.
#[must_use]
pub fn cell_sentence(dataset: &Dataset, comparison: &Comparison, cell: &Cell, lang: Lang) -> String {
    match &cell.content {
        Ok(figure) => measured_sentence(dataset, figure, comparison.request.measure, lang),
        Err(missing) => absence::sentence(dataset, cell.area, comparison.request.indicator, missing, lang),
    }
}

/// Tells a figure under a measure, with any that contradict it.
#[must_use]
pub fn measured_sentence(dataset: &Dataset, figure: &MeasuredFigure, measure: Measure, lang: Lang) -> String {
    let key = figure.observation();
    let mut clauses = Clauses::default();
    match &figure.extent {
        Err(why) => clauses.remark = Some(rate::refusal(why, lang)),
        Ok(extent) => clauses.rate = rate::clause(dataset, figure, extent, measure, lang),
    }
    let others = figure.observations.iter().skip(1).map(|other| contradiction(dataset, *other, lang));
    told(dataset, key, clauses, lang) + &others.collect::<String>()
}

/// Tells an initiative: whose it is, what it is, and by which source.
#[must_use]
pub fn initiative_sentence(dataset: &Dataset, key: Key<Initiative>, lang: Lang) -> String {
    let initiative = &dataset.initiatives[key];
    let who = committee(&dataset.areas[initiative.area], lang);
    let source = source_with_remarks(&dataset.articles[initiative.source.article], lang);
    let about = initiative.about.get(lang).trim_end_matches(['。', '.']);
    // A name with marks of its own needs no others around it.
    let name = match initiative.name.get(lang) {
        own if own.contains(['“', '《']) => own.to_owned(),
        plain => format!("“{plain}”"),
    };
    // Only a designed number is told: a design in words is the name once more, or a rule that the text explains.
    let has_digit = |design: &&String| design.contains(|character: char| character.is_ascii_digit());
    let design = initiative.design.as_ref().filter(has_digit).filter(|design| !name.contains(design.as_str()));
    match lang {
        Lang::Zh => {
            let design = design.map(|design| format!("，架构为“{design}”")).unwrap_or_default();
            format!("{who}的{name}{design}：{about}（{source}）。")
        }
        Lang::En => {
            let design = design.map(|design| format!(", designed as “{design}”")).unwrap_or_default();
            format!("{name} of {who}{design}: {about} ({source}).")
        }
    }
}

/// Tells of how many indicators of a theme an area's reports give figures, out of all that any area reports.
#[must_use]
pub fn coverage_sentence(
    dataset: &Dataset,
    (theme, area): (Key<Theme>, Key<Area>),
    (reported, all): (usize, usize),
    lang: Lang,
) -> String {
    let (who, theme) = (committee(&dataset.areas[area], lang), dataset.themes[theme].name.get(lang));
    match lang {
        Lang::Zh => {
            format!("“{theme}”方面，各市报道共公布{all}项指标，其中{who}有{reported}项；报道没有写，不等于没有做。")
        }
        Lang::En => format!(
            "Of {all} indicators under “{theme}” on which any city reports, {who} has figures for {reported}; silence does \
             not mean that nothing was done."
        ),
    }
}

/// What a sentence says besides the figure as printed.
#[derive(Default)]
struct Clauses {
    /// The figure under a measure.
    rate: Option<String>,
    /// Why the measure refuses it.
    remark: Option<String>,
}

fn told(dataset: &Dataset, key: Key<Observation>, clauses: Clauses, lang: Lang) -> String {
    let observation = &dataset.observations[key];
    let period = period_in_words(&observation.period, lang);
    let pattern = pattern_of(dataset, observation);
    let statement = filled(dataset, observation, pattern.words.get(lang), &period, lang);
    let rate = clauses.rate.unwrap_or_default();
    let mut remarks: Vec<String> = Vec::new();
    let mut add = |remark: Option<&str>| remarks.extend(remark.map(|remark| unbracketed(remark, lang)));
    add(observation.base.as_ref().map(|base| base.get(lang)));
    add(pattern.leaves_open.then(|| observation.variant.as_ref().map(|variant| variant.get(lang))).flatten());
    add(pattern.leaves_open.then(|| scope(observation.scope, lang)).flatten());
    if let Actor::Other(who) = &observation.actor {
        add(pattern.leaves_open.then(|| who.get(lang)));
    }
    add(period.remark.map(|remark| remark.get(lang)));
    let article = &dataset.articles[observation.source.article];
    add(inferred(period.inferred, article, lang).as_deref());
    add(clauses.remark.as_deref());
    add(seen(article).map(|seen| seen.get(lang)));
    remarks.push(source_in_short(article, lang));
    match lang {
        Lang::Zh => format!("{statement}{rate}（{}）。", remarks.join("；")),
        Lang::En => format!("{}{rate} ({}).", capitalized(&statement), remarks.join("; ")),
    }
}

/// Returns the level that a figure covers, where it is not the committee's own.
fn scope(scope: Scope, lang: Lang) -> Option<&'static str> {
    (scope != Scope::City).then(|| scope.name().get(lang))
}

/// Tells a figure that says something else of the same thing.
fn contradiction(dataset: &Dataset, key: Key<Observation>, lang: Lang) -> String {
    let observation = &dataset.observations[key];
    let value = value_in_words(dataset, observation, lang);
    let source = source_with_remarks(&dataset.articles[observation.source.article], lang);
    match lang {
        Lang::Zh => format!("另有报道记为{value}（{source}）。"),
        Lang::En => format!(" Another report has {value} ({source})."),
    }
}

/// Returns the short name of a committee: 滨州市政协, the Binzhou CPPCC.
#[must_use]
pub fn committee_in_short(dataset: &Dataset, area: Key<Area>) -> Text {
    Text::new(committee(&dataset.areas[area], Lang::Zh), committee(&dataset.areas[area], Lang::En))
}
