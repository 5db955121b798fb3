//! What a name that is being typed may mean: things that are held, or something new of that name.

use crate::domain::Dataset;
use crate::entry::{FigureField, Named};
use crate::printed::{CandidateValue, FigureCandidate};
use crate::search::{Found, IndexEntry, SearchIndex, SearchTarget};
use crate::text::{Lang, Phrase};

/// Something that a name may mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    pub named: Named,
    pub label: String,
    /// A few more words about it.
    pub detail: String,
}

/// What the name in a field may mean, the best first; something new comes last.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Suggestions {
    pub list: Vec<Suggestion>,
    /// Which of them the cursor is on.
    pub cursor: usize,
}

/// The most that are listed. Who does not see what is meant types one character more.
const MOST: usize = 5;

const NEW: Phrase = Phrase { zh: "新增", en: "New" };

impl Suggestions {
    /// Returns what a name may mean.
    #[must_use]
    pub fn of(field: FigureField, typed: &str, index: &SearchIndex, dataset: &Dataset) -> Self {
        Self::of_area(field, typed, None, index, dataset)
    }

    /// Returns what a name may mean; of articles those on this area come first, since titles are alike.
    pub(super) fn of_area(
        field: FigureField,
        typed: &str,
        area: Option<&str>,
        index: &SearchIndex,
        dataset: &Dataset,
    ) -> Self {
        let typed = typed.trim();
        let mut list = match field {
            FigureField::Theme => themes(typed, dataset, index.lang),
            _ if typed.is_empty() => all(field, index, dataset),
            _ => found(field, typed, area, index, dataset),
        };
        list.truncate(MOST);
        // A title that only resembles the typed one is another article, and would be cited by whoever only presses Enter.
        let is_other = |first: &Suggestion| !first.label.to_lowercase().contains(&typed.to_lowercase());
        let is_new = field == FigureField::Article && !typed.is_ascii() && list.first().is_none_or(is_other);
        let cursor = if is_new && !typed.is_empty() { list.len() } else { 0 };
        if !typed.is_empty() {
            let label = format!("＋ {} “{typed}”", NEW.get(index.lang));
            list.push(Suggestion { named: Named::New(typed.to_owned()), label, detail: String::new() });
        }
        Self { list, cursor }
    }

    /// Returns the numbers of a sentence, of which one is meant.
    pub(super) fn of_candidates(candidates: &[FigureCandidate], cursor: usize) -> Self {
        let suggestion = |candidate: &FigureCandidate| {
            let value = match &candidate.value {
                CandidateValue::Number(reading) => reading.number(),
                CandidateValue::Designed(design) => design.clone(),
            };
            let unit = candidate.unit.as_deref().unwrap_or_default();
            let label = format!("“{}”", candidate.printed);
            Suggestion { named: Named::Nothing, label, detail: format!("{value} {unit}") }
        };
        Self { list: candidates.iter().map(suggestion).collect(), cursor }
    }

    /// Returns what the cursor is on.
    #[must_use]
    pub fn selected(&self) -> Option<&Suggestion> {
        self.list.get(self.cursor)
    }
}

fn of_entry(entry: &IndexEntry, field: FigureField, dataset: &Dataset) -> Option<Suggestion> {
    let id = match (entry.target, field) {
        (SearchTarget::Area(key), FigureField::Area) => dataset.areas[key].id.clone(),
        (SearchTarget::Indicator(key), FigureField::Indicator) => dataset.indicators[key].id.clone(),
        (SearchTarget::Article(key), FigureField::Article) => dataset.articles[key].id.clone(),
        _ => return None,
    };
    Some(Suggestion { named: Named::Held(id), label: entry.label().to_owned(), detail: entry.detail.clone() })
}

fn found(
    field: FigureField,
    typed: &str,
    area: Option<&str>,
    index: &SearchIndex,
    dataset: &Dataset,
) -> Vec<Suggestion> {
    let found = Found::new(index, typed);
    let area = area.and_then(|id| dataset.areas.find(id));
    let is_elsewhere = |entry: &IndexEntry| match entry.target {
        SearchTarget::Article(key) => area.is_some_and(|area| dataset.articles[key].area != area),
        _ => false,
    };
    let entries = found.hits.iter().filter_map(|hit| index.entries.get(hit.entry));
    let (elsewhere, here): (Vec<&IndexEntry>, Vec<&IndexEntry>) = entries.partition(|entry| is_elsewhere(entry));
    let entries = here.into_iter().chain(elsewhere);
    entries.filter_map(|entry| of_entry(entry, field, dataset)).take(MOST).collect()
}

/// Returns what there is before anything is typed. There are too many indicators to list them.
fn all(field: FigureField, index: &SearchIndex, dataset: &Dataset) -> Vec<Suggestion> {
    let few = matches!(field, FigureField::Area);
    index.entries.iter().filter(|_| few).filter_map(|entry| of_entry(entry, field, dataset)).collect()
}

fn themes(typed: &str, dataset: &Dataset, lang: Lang) -> Vec<Suggestion> {
    let folded = typed.to_lowercase();
    let fits = |names: [&str; 3]| names.into_iter().any(|name| name.to_lowercase().contains(&folded));
    let themes = dataset.themes.iter().map(|(_, theme)| theme);
    let fitting = themes.filter(|theme| fits([&theme.id, &theme.name.zh, &theme.name.en]));
    let suggestion = |theme: &crate::domain::Theme| Suggestion {
        named: Named::Held(theme.id.clone()),
        label: theme.name.get(lang).to_owned(),
        detail: theme.id.clone(),
    };
    fitting.map(suggestion).collect()
}
