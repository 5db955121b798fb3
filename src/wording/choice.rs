//! Words for what a figure counts, and for the choice between several.

use super::labels::phrase;
use crate::domain::{Dataset, FigureChoice, Indicator, Observation, Status, VariantChoice};
use crate::text::{CharSet, Lang, Phrase, Text, fit, fit_name, width};

const OF_WHICH: Phrase = phrase("其中", "of which");

/// What an indicator counts, as a choice beside variants.
const AS_DEFINED: Phrase = phrase("按指标口径", "as the indicator is defined");
const OF_THE_WHOLE: Phrase = phrase("其中数", "a part of a whole");

impl FigureChoice {
    /// Returns what was chosen: `工作站 · 市本级`; `None` where the choice is left to the program.
    #[must_use]
    pub fn name(&self) -> Option<Text> {
        let variant = self.variant.as_ref().map(VariantChoice::name);
        joined(variant.into_iter().chain(self.scope.map(|scope| scope.name().into())))
    }
}

impl VariantChoice {
    /// Returns the name that people read.
    #[must_use]
    pub fn name(&self) -> Text {
        match self {
            Self::Plain => AS_DEFINED.into(),
            Self::Variant(variant) => variant.clone(),
        }
    }
}

/// Returns what a figure counts and covers, as far as it may differ from others of its indicator: `工作站 · 市本级`,
/// `时期数 · 市本级`.
#[must_use]
pub fn counted(dataset: &Dataset, observation: &Observation) -> Text {
    let nature = dataset.indicators[observation.indicator].nature;
    let parts = [
        observation.variant.clone(),
        observation.part_of.map(|_| OF_THE_WHOLE.into()),
        (observation.nature != nature).then(|| observation.nature.name().into()),
        observation.base.clone(),
        Some(observation.scope.name().into()),
        (observation.status != Status::Achieved).then(|| observation.status.name().into()),
    ];
    joined(parts.into_iter().flatten()).unwrap_or_else(|| AS_DEFINED.into())
}

/// Returns the name of what a figure counts, with what it is among those of its indicator: `其中：提交提案`, `计划：协商活动`,
/// `新增：委员工作室（当年新建）`.
#[must_use]
pub fn figure_name(dataset: &Dataset, observation: &Observation) -> Text {
    named(dataset, observation, &dataset.indicators[observation.indicator].name)
}

/// Returns the name of a figure in so many cells: what it is among those of its indicator is left out first, and then the
/// short name stands in the place of the indicator's.
#[must_use]
pub fn figure_name_within(dataset: &Dataset, observation: &Observation, lang: Lang, room: usize) -> String {
    /// So many cells of what it is among others tell something.
    const LEAST: usize = 13;
    let indicator = &dataset.indicators[observation.indicator];
    let name = named(dataset, observation, &indicator.name);
    let head = |name: &str| name.split(" · ").next().unwrap_or_default().to_owned();
    let whole = head(name.get(lang));
    if width(&whole) + LEAST <= room {
        return fit(name.get(lang), room);
    }
    let short = indicator.short.as_ref().map(|short| head(named(dataset, observation, short).get(lang)));
    fit_name(short.as_ref().filter(|_| width(&whole) > room).unwrap_or(&whole), room)
}

/// Returns the name of the indicator of a figure, and before it that the figure is planned or forecast: `预计：新闻客户端用户`.
#[must_use]
pub fn indicator_of_figure(dataset: &Dataset, observation: &Observation, lang: Lang) -> String {
    let name = dataset.indicators[observation.indicator].name.get(lang);
    match (observation.status, lang) {
        (Status::Achieved, _) => name.to_owned(),
        (status, Lang::Zh) => format!("{}：{name}", status.name().zh),
        (status, Lang::En) => format!("{}: {name}", status.name().en),
    }
}

/// Stands before the name of a part in Chinese; the name is one without it, too.
const BEFORE_PART: &str = "其中：";

/// Returns the name of an indicator in so many cells: all of it, its short name, either without 其中, or as much as has room.
#[must_use]
pub fn indicator_name_within(indicator: &Indicator, lang: Lang, room: usize) -> String {
    let whole = indicator.name.get(lang);
    let short = indicator.short.as_ref().map_or(whole, |short| short.get(lang));
    let part = |name| str::strip_prefix(name, BEFORE_PART).unwrap_or(name);
    let names = [whole, short, part(whole), part(short)];
    names.into_iter().find(|name| width(name) <= room).map_or_else(|| fit_name(part(short), room), str::to_owned)
}

/// Returns the name of a figure whose indicator has this name.
fn named(dataset: &Dataset, observation: &Observation, called: &Text) -> Text {
    let indicator = &dataset.indicators[observation.indicator];
    let is_part =
        observation.part_of.is_some_and(|whole| dataset.observations[whole].indicator == observation.indicator);
    let before = [
        is_part.then(|| OF_WHICH.into()),
        (observation.nature != indicator.nature).then(|| observation.nature.name().into()),
        (observation.status != Status::Achieved).then(|| observation.status.name().into()),
    ];
    let of = |lang: Lang| {
        let before = before.iter().flatten().map(|text: &Text| match lang {
            Lang::Zh => format!("{}：", text.zh),
            Lang::En => format!("{}: ", text.en),
        });
        let name = before.collect::<String>() + called.get(lang);
        match (&observation.variant, lang) {
            (None, _) => name,
            (Some(variant), Lang::Zh) => format!("{name} · {}", variant.zh),
            (Some(variant), Lang::En) => format!("{name} · {}", variant.en),
        }
    };
    Text::new(of(Lang::Zh), of(Lang::En))
}

/// Returns the mark behind a value beside which the area holds so many others: `＋2`.
#[must_use]
pub fn others_mark(count: usize, charset: CharSet) -> String {
    let plus = match charset {
        CharSet::Ascii => "+",
        CharSet::Unicode | CharSet::NoAmbiguous => "＋",
    };
    format!("{plus}{count}")
}

/// Joins some words in both languages; `None` where there are none.
fn joined(parts: impl Iterator<Item = Text>) -> Option<Text> {
    parts.reduce(|one, next| {
        let join = |lang: Lang| format!("{} · {}", one.get(lang), next.get(lang));
        Text::new(join(Lang::Zh), join(Lang::En))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Scope;

    #[test]
    fn a_choice_is_named_as_far_as_it_was_made() {
        let stations = VariantChoice::Variant(Text::new("工作站", "stations"));
        let both = FigureChoice { variant: Some(stations), scope: Some(Scope::City) };
        assert_eq!(both.name(), Some(Text::new("工作站 · 市本级", "stations · city level")));
        let scope = FigureChoice { variant: None, scope: Some(Scope::Project) };
        assert_eq!(scope.name(), Some(Text::new("单个项目", "one project")));
        assert_eq!(FigureChoice::default().name(), None);
    }
}
