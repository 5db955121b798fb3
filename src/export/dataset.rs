//! All data as one JSON document; `data/README.md` describes its shape.

use super::content::ExportContent;
use super::error::ExportError;
use super::json_parts::{self, ActorJson, DenominatorJson, PeriodJson, SourceJson, TextJson};
use super::list_filter::ListFilter;
use crate::domain::Each;
use crate::domain::absence::Absence;
use crate::domain::area::Area;
use crate::domain::article::{Article, Published};
use crate::domain::date::PartialDate;
use crate::domain::digest::{Inline, Section};
use crate::domain::indicator::{Indicator, Population, Theme};
use crate::domain::initiative::Initiative;
use crate::domain::observation::Observation;
use crate::domain::pack::Pack;
use crate::domain::{Dataset, Key, Measure};
use crate::text::{Lang, Text};
use crate::wording::{printed_unit, worded};
use itertools::Itertools;
use serde::Serialize;
use serde_json::Value;

/// Writes all data as one JSON document.
///
/// # Errors
/// Where it cannot be written; see [`ExportError`].
pub fn dataset_json(dataset: &Dataset) -> Result<String, ExportError> {
    content_json(&ExportContent::new(dataset, &ListFilter::default(), Measure::Raw))
}

/// Writes what is exported as one JSON document.
///
/// # Errors
/// Where it cannot be written; see [`ExportError`].
pub(super) fn content_json(content: &ExportContent) -> Result<String, ExportError> {
    let dataset = content.dataset;
    let (areas, themes, indicators) = (content.areas.iter(), content.themes.iter(), content.indicators.iter());
    let (figures, articles, initiatives) =
        (content.figures.iter(), content.articles.iter(), content.initiatives.iter());
    let is_taken =
        |absence: &&Absence| content.areas.contains(&absence.area) && content.indicators.contains(&absence.indicator);
    json_parts::document(&DatasetJson {
        areas: areas.map(|key| AreaJson::new(dataset, *key, &dataset.areas[*key])).collect(),
        themes: themes.map(|key| ThemeJson::from(&dataset.themes[*key])).collect(),
        indicators: indicators.map(|key| IndicatorJson::new(dataset, &dataset.indicators[*key])).collect(),
        observations: figures.map(|key| ObservationJson::new(dataset, &dataset.observations[*key])).collect(),
        articles: articles.map(|key| ArticleJson::new(dataset, *key, &dataset.articles[*key])).collect(),
        initiatives: initiatives.map(|key| InitiativeJson::new(dataset, &dataset.initiatives[*key])).collect(),
        absences: dataset.absences.iter().filter(is_taken).map(|absence| AbsenceJson::new(dataset, absence)).collect(),
        packs: dataset.packs.iter().map(|(_, pack)| PackJson::from(pack)).collect(),
    })
}

#[derive(Serialize)]
struct DatasetJson {
    areas: Vec<AreaJson>,
    themes: Vec<ThemeJson>,
    indicators: Vec<IndicatorJson>,
    observations: Vec<ObservationJson>,
    articles: Vec<ArticleJson>,
    initiatives: Vec<InitiativeJson>,
    absences: Vec<AbsenceJson>,
    packs: Vec<PackJson>,
}

#[derive(Serialize)]
struct AreaJson {
    id: String,
    code: String,
    name: TextJson,
    committee: TextJson,
    denominators: Vec<DenominatorJson>,
}

impl AreaJson {
    fn new(dataset: &Dataset, key: Key<Area>, area: &Area) -> Self {
        Self {
            id: area.id.clone(),
            code: area.code.clone(),
            name: (&area.name).into(),
            committee: (&area.committee).into(),
            denominators: dataset.denominators_of(key).map(|each| DenominatorJson::new(dataset, each)).collect(),
        }
    }
}

#[derive(Serialize)]
struct ThemeJson {
    id: String,
    name: TextJson,
    context: bool,
}

impl From<&Theme> for ThemeJson {
    fn from(theme: &Theme) -> Self {
        Self { id: theme.id.clone(), name: (&theme.name).into(), context: theme.is_context }
    }
}

#[derive(Serialize)]
struct IndicatorJson {
    id: String,
    aliases: Vec<String>,
    theme: String,
    name: TextJson,
    unit: TextJson,
    definition: TextJson,
    sentence: Option<TextJson>,
    nature: &'static str,
    order: &'static str,
    denominator: Option<&'static str>,
}

impl IndicatorJson {
    fn new(dataset: &Dataset, indicator: &Indicator) -> Self {
        Self {
            id: indicator.id.clone(),
            aliases: indicator.aliases.clone(),
            theme: dataset.themes[indicator.theme].id.clone(),
            name: (&indicator.name).into(),
            unit: (&indicator.unit).into(),
            definition: (&indicator.definition).into(),
            sentence: json_parts::text(indicator.sentence.as_ref()),
            nature: indicator.nature.id(),
            order: indicator.direction.id(),
            denominator: indicator.denominator.map(Population::id),
        }
    }
}

#[derive(Serialize)]
struct ObservationJson {
    id: String,
    area: String,
    indicator: String,
    value: Value,
    value_to: Option<Value>,
    qualifier: &'static str,
    unit: TextJson,
    each: Option<&'static str>,
    base: Option<TextJson>,
    nature: &'static str,
    period: PeriodJson,
    scope: &'static str,
    status: &'static str,
    actor: ActorJson,
    source: SourceJson,
    also: Vec<SourceJson>,
    variant: Option<TextJson>,
    sentence: Option<TextJson>,
    note: Option<TextJson>,
    reading: Option<TextJson>,
    part_of: Option<String>,
    grade: &'static str,
    pack: String,
}

impl ObservationJson {
    fn new(dataset: &Dataset, observation: &Observation) -> Self {
        let indicator = &dataset.indicators[observation.indicator];
        let article = &dataset.articles[observation.source.article];
        Self {
            id: observation.id.clone(),
            area: dataset.areas[observation.area].id.clone(),
            indicator: indicator.id.clone(),
            value: json_parts::value(&observation.value),
            value_to: json_parts::value_to(&observation.value),
            qualifier: observation.qualifier().id(),
            unit: printed_unit(indicator, observation).into(),
            each: observation.each.map(Each::id),
            base: json_parts::text(observation.base.as_ref()),
            nature: observation.nature.id(),
            period: (&observation.period).into(),
            scope: observation.scope.id(),
            status: observation.status.id(),
            actor: (&observation.actor).into(),
            source: SourceJson::new(dataset, &observation.source),
            also: observation.also.iter().map(|source| SourceJson::new(dataset, source)).collect(),
            variant: json_parts::text(observation.variant.as_ref()),
            sentence: json_parts::text(observation.sentence.as_ref()),
            note: json_parts::text(observation.note.as_ref()),
            reading: json_parts::text(observation.reading.as_ref()),
            part_of: observation.part_of.map(|whole| dataset.observations[whole].id.clone()),
            grade: article.grade.id(),
            pack: dataset.packs[article.pack].id.clone(),
        }
    }
}

#[derive(Serialize)]
struct ArticleJson {
    id: String,
    area: String,
    title: String,
    outlet: Option<TextJson>,
    outlet_remark: Option<TextJson>,
    medium: &'static str,
    place: Option<TextJson>,
    page: Option<String>,
    /// All authors in one text, as they are written in Chinese.
    author: Option<String>,
    authors: Vec<String>,
    published: PublishedJson,
    period: Option<PeriodJson>,
    genre: &'static str,
    statement: Option<TextJson>,
    grade: &'static str,
    address: Option<String>,
    accessed: Option<String>,
    paragraphs: Option<u16>,
    original: Option<String>,
    caveats: Vec<TextJson>,
    sections: Vec<SectionJson>,
    pack: String,
}

impl ArticleJson {
    fn new(dataset: &Dataset, key: Key<Article>, article: &Article) -> Self {
        Self {
            id: article.id.clone(),
            area: dataset.areas[article.area].id.clone(),
            title: article.title.clone(),
            outlet: json_parts::text(article.outlet.as_ref()),
            outlet_remark: json_parts::text(article.outlet_remark.as_ref()),
            medium: article.medium.id(),
            place: json_parts::text(article.place.as_ref()),
            page: article.page.clone(),
            author: article.author_names(Lang::Zh),
            authors: article.authors.clone(),
            published: (&article.published).into(),
            period: article.period.as_ref().map(PeriodJson::from),
            genre: article.genre.id(),
            statement: json_parts::text(article.statement.as_ref()),
            grade: article.grade.id(),
            address: article.address.clone(),
            accessed: article.accessed.as_ref().map(PartialDate::to_string),
            paragraphs: article.paragraphs,
            original: article.original.map(|hash| hash.to_string()),
            caveats: article.caveats.iter().map(TextJson::from).collect(),
            sections: dataset.sections(key).iter().map(|section| SectionJson::new(dataset, section)).collect(),
            pack: dataset.packs[article.pack].id.clone(),
        }
    }
}

#[derive(Serialize)]
struct PublishedJson {
    date: Option<String>,
    certainty: &'static str,
    why: Option<TextJson>,
}

impl From<&Published> for PublishedJson {
    fn from(published: &Published) -> Self {
        let date = published.date().as_ref().map(PartialDate::to_string);
        Self { date, certainty: published.basis_kind().id(), why: json_parts::text(published.why()) }
    }
}

/// A section of a digest with its numbers in words, and the figures that those numbers are.
#[derive(Serialize)]
struct SectionJson {
    heading: TextJson,
    text: TextJson,
    figures: Vec<String>,
}

impl SectionJson {
    fn new(dataset: &Dataset, section: &Section) -> Self {
        let text = |lang| plain_text(dataset, section.body.inlines(lang), lang);
        let pieces = section.body.zh.iter().chain(&section.body.en);
        let figures = pieces.filter_map(|piece| match piece {
            Inline::Figure(key) => Some(*key),
            Inline::Words(_) | Inline::Unsourced(_) => None,
        });
        Self {
            heading: (&section.heading).into(),
            text: Text::new(text(Lang::Zh), text(Lang::En)).into(),
            figures: figures.unique().map(|key: Key<Observation>| dataset.observations[key].id.clone()).collect(),
        }
    }
}

/// Writes a digest's words with its figures in words.
fn plain_text(dataset: &Dataset, pieces: &[Inline], lang: Lang) -> String {
    worded(dataset, pieces, lang).into_iter().map(|(text, _)| text).collect()
}

#[derive(Serialize)]
struct InitiativeJson {
    id: String,
    area: String,
    name: TextJson,
    kind: &'static str,
    design: Option<String>,
    about: TextJson,
    figures: Vec<String>,
    source: SourceJson,
}

impl InitiativeJson {
    fn new(dataset: &Dataset, initiative: &Initiative) -> Self {
        Self {
            id: initiative.id.clone(),
            area: dataset.areas[initiative.area].id.clone(),
            name: (&initiative.name).into(),
            kind: initiative.kind.id(),
            design: initiative.design.clone(),
            about: (&initiative.about).into(),
            figures: initiative.figures.iter().map(|key| dataset.observations[*key].id.clone()).collect(),
            source: SourceJson::new(dataset, &initiative.source),
        }
    }
}

#[derive(Serialize)]
struct AbsenceJson {
    area: String,
    indicator: String,
    reason: &'static str,
    why: TextJson,
}

impl AbsenceJson {
    fn new(dataset: &Dataset, absence: &Absence) -> Self {
        Self {
            area: dataset.areas[absence.area].id.clone(),
            indicator: dataset.indicators[absence.indicator].id.clone(),
            reason: absence.kind.id(),
            why: (&absence.why).into(),
        }
    }
}

#[derive(Serialize)]
struct PackJson {
    id: String,
    name: TextJson,
    about: TextJson,
    version: Option<String>,
    date: Option<String>,
}

impl From<&Pack> for PackJson {
    fn from(pack: &Pack) -> Self {
        Self {
            id: pack.id.clone(),
            name: (&pack.name).into(),
            about: (&pack.about).into(),
            version: pack.version.as_ref().map(|version| version.number.clone()),
            date: pack.version.as_ref().map(|version| version.date.to_string()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixture::dataset;
    use super::*;

    #[test]
    fn the_document_has_the_shape_that_is_described() {
        let document: Value = serde_json::from_str(&dataset_json(&dataset()).unwrap()).unwrap();
        let observation = |id: &str| {
            let all = document["observations"].as_array().unwrap();
            all.iter().find(|each| each["id"] == id).cloned().unwrap()
        };
        let filed = observation("binzhou-2025-filed");
        assert_eq!(filed["value"].to_string(), "512");
        assert_eq!(filed["actor"], "committee");
        assert_eq!(filed["unit"], serde_json::json!({ "zh": "件", "en": "items" }));
        assert_eq!(
            (&filed["period"]["start"], &filed["period"]["start_basis"]),
            (&"2025-01-01".into(), &"stated".into())
        );
        assert_eq!((&filed["source"]["paragraph"], &filed["note"]), (&12.into(), &Value::Null));
        let stock = observation("qingdao-2024-users");
        assert_eq!((&stock["period"]["start"], &stock["period"]["start_basis"]), (&Value::Null, &Value::Null));
        assert_eq!((&stock["period"]["end"], &stock["qualifier"]), (&"2024-02".into(), &"order".into()));
        assert_eq!(stock["actor"]["en"], "the platform");
        let unknown = observation("xianyang-2023-visits");
        assert_eq!((&unknown["period"]["start"], &unknown["period"]["start_basis"]), (&Value::Null, &"unknown".into()));
        assert_eq!(observation("binzhou-2024-brand")["value"], "1+10");
        let section = &document["articles"][0]["sections"][0];
        assert_eq!(section["text"]["en"], "The framework is 1+10");
        assert_eq!(section["figures"], serde_json::json!(["binzhou-2024-brand"]));
        assert_eq!(document["areas"][0]["denominators"][0]["value"].to_string(), "400");
        assert_eq!(document["initiatives"][0]["figures"][0], "binzhou-2024-brand");
    }
}
