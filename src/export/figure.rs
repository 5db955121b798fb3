//! One figure with all that the data says about it.

use super::comparison_text::paragraph;
use super::text_style::TextStyle;
use crate::domain::article::{Article, Grade};
use crate::domain::observation::{Actor, PrintedSource};
use crate::domain::period::{End, Period};
use crate::domain::{Dataset, Key, Observation, Qualifier};
use crate::text::{Lang, Phrase, pad_right, quoted, width};
use crate::wording::printed_unit;
use crate::wording::{indicator_of_figure, meaning_of, observation_value, period, with_unit};

const fn phrase(zh: &'static str, en: &'static str) -> Phrase {
    Phrase { zh, en }
}

const VALUE: Phrase = phrase("数值", "Value");
const READING: Phrase = phrase("读法", "Read as");
const DEFINITION: Phrase = phrase("指标口径", "Definition");
const VARIANT: Phrase = phrase("本市口径", "Counted here");
const NATURE: Phrase = phrase("性质", "Nature");
const PERIOD: Phrase = phrase("时段", "Period");
const START: Phrase = phrase("起点", "Start");
const END: Phrase = phrase("终点", "End");
const DATE: Phrase = phrase("时点", "Date");
const SCOPE: Phrase = phrase("范围", "Scope");
const STATUS: Phrase = phrase("状态", "Status");
const ACTOR: Phrase = phrase("主体", "Actor");
const COMMITTEE: Phrase = phrase("市政协", "the committee");
const PRINTED: Phrase = phrase("原文", "Printed");
const SOURCE: Phrase = phrase("出处", "Source");
const ALSO: Phrase = phrase("另见", "Also");
const NOTE: Phrase = phrase("说明", "Note");
const PART_OF: Phrase = phrase("属于", "Part of");
const PARTS: Phrase = phrase("其中", "Parts");
const OTHERS: Phrase = phrase("另有", "Also held");
const BELONGS: Phrase = phrase("平台", "Initiative");
const CAVEAT: Phrase = phrase("注意", "Caveat");

/// Writes one figure, a line for each thing that the data says about it.
#[must_use]
pub fn figure(dataset: &Dataset, key: Key<Observation>, style: &TextStyle) -> String {
    let observation = &dataset.observations[key];
    let mut lines = LabelledLines { style, lines: Vec::new() };
    what(dataset, observation, &mut lines);
    when(&observation.period, &mut lines);
    whose(observation, &mut lines);
    let article = &dataset.articles[observation.source.article];
    lines.add(PRINTED, Some(quoted(&observation.source.printed)));
    lines.add(SOURCE, Some(source_text(article, &observation.source, style)));
    for also in &observation.also {
        let source = source_text(&dataset.articles[also.article], also, style);
        lines.add(ALSO, Some(format!("{}{}{source}", quoted(&also.printed), style.semicolon())));
    }
    lines.add_text(NOTE, observation.note.as_ref());
    others(dataset, key, &mut lines);
    for caveat in &article.caveats {
        lines.add_text(CAVEAT, Some(caveat));
    }
    let area = &dataset.areas[observation.area].name;
    let indicator = &dataset.indicators[observation.indicator].name;
    let heading = format!("{} · {}", area.get(style.lang), indicator.get(style.lang));
    style.finish(&format!("{}  {}\n{}", style.paint.strong(&heading), observation.id, lines.text()))
}

/// Lines of text behind labels in a column.
struct LabelledLines<'a> {
    style: &'a TextStyle,
    lines: Vec<(Phrase, String)>,
}

impl LabelledLines<'_> {
    fn add(&mut self, label: Phrase, text: Option<String>) {
        self.lines.extend(text.map(|text| (label, text)));
    }

    fn add_text(&mut self, label: Phrase, text: Option<&crate::text::Text>) {
        self.add(label, text.map(|text| text.get(self.style.lang).to_owned()));
    }

    fn text(&self) -> String {
        let style = self.style;
        let room = self.lines.iter().map(|(label, _)| width(label.get(style.lang))).max().unwrap_or(0);
        let line = |(label, text): &(Phrase, String)| {
            let label = pad_right(label.get(style.lang), room);
            style.hanging_at(&format!("  {label}  "), room + 4, text)
        };
        self.lines.iter().map(line).collect()
    }
}

fn what(dataset: &Dataset, observation: &Observation, lines: &mut LabelledLines) {
    let style = lines.style;
    let indicator = &dataset.indicators[observation.indicator];
    let value = with_unit(
        &observation_value(observation, style.lang, style.notation),
        printed_unit(indicator, observation).get(style.lang),
    );
    let qualifier = observation.qualifier();
    let (name, meaning) = (qualifier.name().get(style.lang), meaning_of(observation).get(style.lang));
    // An exact number is one in the source.
    let about = match qualifier {
        Qualifier::Exact => meaning.to_owned(),
        _ => format!("{name}{}{meaning}", style.semicolon()),
    };
    lines.add(VALUE, Some(value + &style.bracketed(&about)));
    lines.add_text(READING, observation.reading.as_ref());
    lines.add_text(DEFINITION, Some(&indicator.definition));
    lines.add_text(VARIANT, observation.variant.as_ref());
    lines.add(NATURE, Some(observation.nature.name().get(style.lang).to_owned()));
}

fn when(time: &Period, lines: &mut LabelledLines) {
    let style = lines.style;
    lines.add(PERIOD, Some(period(time, style.lang)));
    let label = if time.start().is_some() { END } else { DATE };
    let ends = [(START, time.start()), (label, Some(time.end()))];
    for (label, end) in ends.into_iter().filter_map(|(label, end)| Some((label, end?))) {
        lines.add(label, Some(end_text(end, style)));
    }
    lines.add_text(NOTE, time.note.as_ref());
}

/// Returns the date of an end, how it is known, and why where it was not read.
fn end_text(end: &End, style: &TextStyle) -> String {
    const STATED: Phrase = phrase("原文载明", "stated");
    const INFERRED: Phrase = phrase("推断", "inferred");
    const UNKNOWN: Phrase = phrase("不详", "not known");
    let how = match end {
        End::Unknown { .. } => UNKNOWN,
        End::Known { .. } if end.is_inferred() => INFERRED,
        End::Known { .. } => STATED,
    };
    let why = end.why().map(|why| format!("{}{}", style.colon(), why.get(style.lang))).unwrap_or_default();
    let basis = format!("{}{why}", how.get(style.lang));
    match end.date() {
        None => basis,
        Some(date) => format!("{date}{}{basis}", style.semicolon()),
    }
}

fn whose(observation: &Observation, lines: &mut LabelledLines) {
    let style = lines.style;
    lines.add(SCOPE, Some(observation.scope.name().get(style.lang).to_owned()));
    lines.add(STATUS, Some(observation.status.name().get(style.lang).to_owned()));
    let actor = match &observation.actor {
        Actor::Committee => COMMITTEE.get(style.lang),
        Actor::Other(who) => who.get(style.lang),
    };
    lines.add(ACTOR, Some(actor.to_owned()));
}

fn source_text(article: &Article, source: &PrintedSource, style: &TextStyle) -> String {
    let paragraph = paragraph(source, style.lang);
    let comma = if style.lang == Lang::Zh { "，" } else { ", " };
    let grade = match article.grade {
        Grade::Full => String::new(),
        grade => style.bracketed(grade.name().get(style.lang)),
    };
    let address = article.address.as_deref().map(|address| format!("{comma}{address}")).unwrap_or_default();
    let (outlet, date) = (article.outlet_text(), article.published.text());
    let outlet = outlet.get(style.lang);
    format!("《{}》{paragraph}{comma}{outlet}{comma}{}{grade}{address}", article.title, date.get(style.lang))
}

/// Adds what is around the figure: its whole, its parts, other figures of the area and indicator, and initiatives.
fn others(dataset: &Dataset, key: Key<Observation>, lines: &mut LabelledLines) {
    let style = lines.style;
    let observation = &dataset.observations[key];
    lines.add(PART_OF, observation.part_of.map(|whole| brief(dataset, whole, style)));
    parts(dataset, key, lines);
    for (other, _) in dataset.observations_of(observation.area, observation.indicator) {
        let is_listed =
            other == key || observation.part_of == Some(other) || dataset.observations[other].part_of == Some(key);
        if !is_listed {
            lines.add(OTHERS, Some(brief(dataset, other, style)));
        }
    }
    for (_, initiative) in dataset.initiatives.iter().filter(|(_, initiative)| initiative.figures.contains(&key)) {
        lines.add_text(BELONGS, Some(&initiative.name));
    }
}

/// Adds the parts of a figure, and says so where they overlap: a reader would add up what is listed below a whole.
fn parts(dataset: &Dataset, whole: Key<Observation>, lines: &mut LabelledLines) {
    const OVERLAP: Phrase = phrase("以上各项互有重叠，不能相加", "the parts above overlap, and are not to be added up");
    let parts = || dataset.observations.iter().filter(|(_, other)| other.part_of == Some(whole));
    for (part, _) in parts() {
        let line = brief(dataset, part, lines.style);
        // The label says already what some names begin with.
        let bare = line.strip_prefix("其中：").unwrap_or(&line);
        lines.add(PARTS, Some(bare.to_owned()));
    }
    let interval = |figure: &Observation| figure.extent().interval();
    let least: f64 = parts().filter_map(|(_, part)| Some(interval(part)?.low().amount().get())).sum();
    let greatest = interval(&dataset.observations[whole]).and_then(|whole| whole.high().amount());
    if parts().count() > 1 && greatest.is_some_and(|greatest| least > greatest.get()) {
        lines.add(PARTS, Some(OVERLAP.get(lines.style.lang).to_owned()));
    }
}

/// Returns a figure in one line: name, value, what is counted where that differs, period and id.
pub(super) fn brief(dataset: &Dataset, key: Key<Observation>, style: &TextStyle) -> String {
    let observation = &dataset.observations[key];
    let indicator = &dataset.indicators[observation.indicator];
    let value = with_unit(
        &observation_value(observation, style.lang, style.notation),
        printed_unit(indicator, observation).get(style.lang),
    );
    let period = period(&observation.period, style.lang);
    let about = match &observation.variant {
        Some(variant) => format!("{}{}{period}", variant.get(style.lang), style.semicolon()),
        None => period,
    };
    let name = indicator_of_figure(dataset, observation, style.lang);
    format!("{name} {value}{} {}", style.bracketed(&about), observation.id)
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{dataset, style};
    use super::*;

    #[test]
    fn a_figure_tells_all_that_is_known_of_it() {
        let dataset = dataset();
        let expected = r#"
Xianyang · Oversight visits  xianyang-2023-visits
  Value       <14,000 items (below; the source says nearly, fewer than or the
              like: an upper bound only)
  Definition  by the year
  Nature      flow
  Period      not known to 2023
  Start       not known: the start is not printed
  End         2023; stated
  Scope       city level
  Status      actual
  Actor       the committee
  Printed     “印"作|此",件”
  Source      《咸阳市政协履职纪实》 para. 12, CPPCC Daily, 2024-08
  Caveat      the start is not printed
"#;
        let key = dataset.observations.find("xianyang-2023-visits").unwrap();
        assert_eq!(format!("\n{}", figure(&dataset, key, &style(Lang::En))), expected);
    }
}
