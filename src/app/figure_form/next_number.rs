//! What the form goes on with when a figure is written: the other numbers of its sentence.

use super::form::FigureForm;
use super::stage::FormPurpose;
use crate::domain::Dataset;
use crate::entry::{FigureDraft, Named};
use crate::printed::{FigureCandidate, candidates};

impl FigureForm {
    /// Returns the draft of the next number of the sentence that is not held of the same article, and how many are left; `None`
    /// where the figure was the last. After the last number of the sentence come those that were passed over.
    pub(in crate::app) fn next_number(&self, dataset: &Dataset) -> Option<(FigureDraft, usize)> {
        let figure = self.reading.entries.as_ref()?.figures.first()?;
        let taken = self.reading.taken.and_then(|at| self.reading.candidates.get(at))?.place.start;
        let is_held = |printed: &str| {
            let held = dataset.articles.find(&figure.source.article).into_iter();
            let held = held
                .flat_map(|article| dataset.observations.iter().filter(move |(_, one)| one.source.article == article));
            held.into_iter().any(|(_, one)| one.source.printed == printed)
        };
        let of_all = candidates(&self.draft.sentence, None, None);
        let is_open = |other: &&FigureCandidate| other.place.start != taken && !is_held(&other.printed);
        let left: Vec<&FigureCandidate> = of_all.iter().filter(is_open).collect();
        let next = left.iter().find(|other| other.place.start > taken).or_else(|| left.first())?;
        let draft = FigureDraft {
            sentence: self.draft.sentence.clone(),
            taken: Some(next.place.start),
            area: Named::Held(figure.area.clone()),
            article: Named::Held(figure.source.article.clone()),
            paragraph: self.draft.paragraph.clone(),
            period: self.draft.period.clone(),
            scope: self.draft.scope,
            ..FigureDraft::default()
        };
        (self.purpose == FormPurpose::Add).then_some((draft, left.len()))
    }
}
