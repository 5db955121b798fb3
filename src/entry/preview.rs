//! How the dashboard would tell a figure before it is written.

use super::entries::{NewEntries, NewFigure, NewSource};
use super::ids::unused;
use crate::domain::article::Article;
use crate::domain::dataset::Dataset;
use crate::domain::indicator::{Indicator, Theme};
use crate::domain::observation::{Actor, Observation, PrintedSource};
use crate::domain::{Area, Key, Pack};
use crate::text::{Lang, Text};
use crate::wording::figure_sentence;

/// Returns the sentence by which the first figure of some entries would be told; `None` where something that it refers to is
/// neither held nor among the entries.
#[must_use]
pub fn preview(dataset: &Dataset, entries: &NewEntries, lang: Lang) -> Option<String> {
    let mut dataset = dataset.clone();
    for theme in &entries.themes {
        let added = Theme { id: theme.id.clone(), name: theme.name.clone(), is_context: theme.is_context };
        dataset.themes.add(&theme.id, added)?;
    }
    for indicator in &entries.indicators {
        let added = Indicator {
            id: indicator.id.clone(),
            aliases: Vec::new(),
            theme: dataset.themes.find(&indicator.theme)?,
            name: indicator.name.clone(),
            short: None,
            unit: indicator.unit.clone().unwrap_or_else(|| Text::new("", "")),
            definition: indicator.definition.clone(),
            sentence: None,
            nature: indicator.nature,
            direction: indicator.nature.usual_direction(),
            denominator: None,
        };
        dataset.indicators.add(&indicator.id, added)?;
    }
    for area in &entries.areas {
        let (id, code) = (area.id.clone(), area.code.clone());
        let added = Area { id, code, name: area.name.clone(), committee: area.committee.clone() };
        dataset.areas.add(&area.id, added)?;
    }
    add_articles(&mut dataset, entries)?;
    let figure = entries.figures.first()?;
    let added = observation(&dataset, figure)?;
    // One that is corrected is held under its id.
    let id = unused(&figure.id, |id| dataset.observations.find(id).is_some());
    let key = dataset.observations.add(&id, added)?;
    Some(figure_sentence(&dataset, key, lang))
}

fn add_articles(dataset: &mut Dataset, entries: &NewEntries) -> Option<()> {
    for article in &entries.articles {
        let added = Article {
            id: article.id.clone(),
            pack: own_pack(dataset)?,
            area: dataset.areas.find(&article.area)?,
            title: article.title.clone(),
            outlet: article.outlet.clone(),
            outlet_remark: article.outlet_remark.clone(),
            medium: article.medium,
            place: None,
            page: article.page.clone(),
            authors: article.authors.clone(),
            published: article.published.clone(),
            period: None,
            genre: article.genre,
            statement: article.statement.clone(),
            grade: article.grade,
            address: article.address.clone(),
            accessed: article.accessed,
            paragraphs: article.paragraphs,
            caveats: article.caveats.clone(),
            // The sentence does not tell of it.
            original: None,
        };
        dataset.articles.add(&article.id, added)?;
    }
    Some(())
}

/// Returns a pack for an article that is in none yet; the sentence names no pack.
fn own_pack(dataset: &Dataset) -> Option<Key<Pack>> {
    dataset.packs.keys().next_back()
}

fn observation(dataset: &Dataset, figure: &NewFigure) -> Option<Observation> {
    let indicator = dataset.indicators.find(&figure.indicator)?;
    let source = |source: &NewSource| {
        let article = dataset.articles.find(&source.article)?;
        Some(PrintedSource { article, paragraph: source.paragraph, printed: source.printed.clone() })
    };
    let printed = source(&figure.source)?;
    let period = figure.period.clone().or_else(|| dataset.articles[printed.article].period.clone())?;
    Some(Observation {
        id: figure.id.clone(),
        area: dataset.areas.find(&figure.area)?,
        indicator,
        value: figure.value.clone(),
        each: figure.each,
        unit: figure.unit.clone(),
        base: figure.base.clone(),
        nature: figure.nature.unwrap_or(dataset.indicators[indicator].nature),
        period,
        scope: figure.scope,
        status: figure.status,
        actor: figure.actor.clone().map_or(Actor::Committee, Actor::Other),
        variant: figure.variant.clone(),
        sentence: None,
        note: figure.note.clone(),
        reading: figure.reading.clone(),
        part_of: None,
        source: printed,
        also: Vec::new(),
    })
}
