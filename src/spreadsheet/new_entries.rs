//! Taking what a spreadsheet adds out of the data that were loaded with it, as new entries of the user's pack.

use crate::deck::Library;
use crate::domain::{Actor, Article, Dataset, Observation, PrintedSource};
use crate::entry::{NewArea, NewArticle, NewEntries, NewFigure, NewSource};
use std::collections::HashSet;

/// Returns the entries with these ids. `has_period` tells which figures have a period of their own.
pub(super) fn taken(library: &Library, added: &HashSet<String>, has_period: &HashSet<String>) -> NewEntries {
    let areas = library.areas.iter().map(|(_, area)| area).filter(|area| added.contains(&area.id));
    let articles = library.articles.iter().map(|(_, article)| article).filter(|one| added.contains(&one.id));
    let figures = library.observations.iter().map(|(_, figure)| figure).filter(|one| added.contains(&one.id));
    NewEntries {
        themes: Vec::new(),
        indicators: Vec::new(),
        areas: areas
            .map(|area| NewArea {
                id: area.id.clone(),
                code: area.code.clone(),
                name: area.name.clone(),
                committee: area.committee.clone(),
            })
            .collect(),
        articles: articles.map(|one| article(library, one)).collect(),
        figures: figures.map(|one| figure(library, one, has_period.contains(&one.id))).collect(),
    }
}

fn article(dataset: &Dataset, article: &Article) -> NewArticle {
    NewArticle {
        id: article.id.clone(),
        area: dataset.areas[article.area].id.clone(),
        title: article.title.clone(),
        outlet: article.outlet.clone(),
        outlet_remark: article.outlet_remark.clone(),
        medium: article.medium,
        page: article.page.clone(),
        authors: article.authors.clone(),
        published: article.published.clone(),
        genre: article.genre,
        statement: article.statement.clone(),
        grade: article.grade,
        address: article.address.clone(),
        accessed: article.accessed,
        paragraphs: article.paragraphs,
        caveats: article.caveats.clone(),
        original: None,
    }
}

fn figure(dataset: &Dataset, figure: &Observation, has_period: bool) -> NewFigure {
    let indicator = &dataset.indicators[figure.indicator];
    let source = |printed: &PrintedSource| NewSource {
        article: dataset.articles[printed.article].id.clone(),
        paragraph: printed.paragraph,
        printed: printed.printed.clone(),
    };
    NewFigure {
        id: figure.id.clone(),
        area: dataset.areas[figure.area].id.clone(),
        indicator: indicator.id.clone(),
        value: figure.value.clone(),
        unit: figure.unit.clone(),
        each: figure.each,
        base: figure.base.clone(),
        nature: (figure.nature != indicator.nature).then_some(figure.nature),
        period: has_period.then(|| figure.period.clone()),
        scope: figure.scope,
        status: figure.status,
        actor: match &figure.actor {
            Actor::Committee => None,
            Actor::Other(who) => Some(who.clone()),
        },
        variant: figure.variant.clone(),
        note: figure.note.clone(),
        reading: figure.reading.clone(),
        part_of: figure.part_of.map(|whole| dataset.observations[whole].id.clone()),
        source: source(&figure.source),
        also: figure.also.iter().map(source).collect(),
    }
}
