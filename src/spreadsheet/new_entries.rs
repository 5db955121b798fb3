//! Taking what a spreadsheet adds out of the data that were loaded with it, as new entries of the user's pack.

use crate::deck::Library;
use crate::domain::{Article, Dataset, Key, Observation};
use crate::entry::{NewArea, NewArticle, NewEntries, NewFigure, held_figure};
use std::collections::HashSet;

/// Returns the entries with these ids. `has_period` tells which figures have a period of their own.
pub(super) fn taken(library: &Library, added: &HashSet<String>, has_period: &HashSet<String>) -> NewEntries {
    let areas = library.areas.iter().map(|(_, area)| area).filter(|area| added.contains(&area.id));
    let articles = library.articles.iter().map(|(_, article)| article).filter(|one| added.contains(&one.id));
    let figures = library.observations.iter().filter(|(_, one)| added.contains(&one.id));
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
        figures: figures.map(|(key, one)| figure(library, key, has_period.contains(&one.id))).collect(),
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

/// Returns a figure; `has_period` tells whether its period is its own.
fn figure(dataset: &Dataset, key: Key<Observation>, has_period: bool) -> NewFigure {
    let period = has_period.then(|| dataset.observations[key].period.clone());
    NewFigure { period, ..held_figure(dataset, key) }
}
