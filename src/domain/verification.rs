//! Whether the originals print what the figures say that they print.

use super::dataset::Dataset;
use super::observation::{Observation, PrintedSource};
use super::original::PhraseFinding;
use super::table::Key;
use crate::sorting::PutInOrder;
use crate::text::words;

/// One source of a figure, looked for in the original of its article.
#[derive(Clone, Debug)]
pub struct VerifiedSource<'a> {
    pub figure: Key<Observation>,
    pub source: &'a PrintedSource,
    pub finding: PhraseFinding,
}

/// How a phrase was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FindingKind {
    NotFound,
    Elsewhere,
    Ambiguous,
    Found,
}

words! {
    FindingKind { NotFound => "not-found", Elsewhere => "elsewhere", Ambiguous => "ambiguous", Found => "found" }
}

impl PhraseFinding {
    /// Returns the kind of finding.
    #[must_use]
    pub const fn kind(&self) -> FindingKind {
        match self {
            Self::Found(_) => FindingKind::Found,
            Self::Elsewhere(_) => FindingKind::Elsewhere,
            Self::Ambiguous(_) => FindingKind::Ambiguous,
            Self::NotFound => FindingKind::NotFound,
        }
    }
}

/// What came of looking for all figures.
#[derive(Debug)]
pub struct Verification<'a> {
    /// The sources whose articles have an original, those that were not found first.
    pub sources: Vec<VerifiedSource<'a>>,
    /// How many figures have no source with an original.
    pub without_original: usize,
}

impl Verification<'_> {
    /// Returns how many sources were found in this way.
    #[must_use]
    pub fn count(&self, kind: FindingKind) -> usize {
        self.sources.iter().filter(|source| source.finding.kind() == kind).count()
    }

    /// Whether there is something to verify, and all of it was found where it should be.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        !self.sources.is_empty() && self.count(FindingKind::Found) == self.sources.len()
    }
}

/// Looks for the printed phrases of all figures in the originals that are attached.
#[must_use]
pub fn verify(dataset: &Dataset) -> Verification<'_> {
    let (mut sources, mut without_original) = (Vec::new(), 0);
    for (figure, observation) in dataset.observations.iter() {
        let before = sources.len();
        sources.extend(observation.sources().filter_map(|source| {
            let finding = dataset.originals.of(source.article)?.find(source);
            Some(VerifiedSource { figure, source, finding })
        }));
        without_original += usize::from(sources.len() == before);
    }
    sources.put_in_order_by_key(|source| source.finding.kind());
    Verification { sources, without_original }
}
