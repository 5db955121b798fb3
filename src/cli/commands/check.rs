//! `cppcc check`: finds the faults of data.

use crate::checked::Faults;
use crate::cli::options::Global;
use crate::cli::slides_fit::check_slides_of;
use crate::cli::stream::{Failure, count_data_faults, print, say};
use crate::data;
use crate::deck::Library;
use crate::export::Paint;
use crate::text::Lang;
use itertools::Itertools;
use std::path::PathBuf;

/// Checks the data in force, or some folders together with them. Prints every fault, or says how much was checked.
///
/// It answers for the user's own files: what is compiled in was checked before the release, and a folder that is named has
/// nothing to do with the user's own deck.
pub(in crate::cli) fn run(folders: &[PathBuf], global: &Global) -> Result<u8, Failure> {
    let lang = global.lang();
    let mut sources = global.sources();
    sources.folders.extend_from_slice(folders);
    let files = if folders.is_empty() { sources.packs_and_deck() } else { sources.packs() };
    let own = files.iter().filter(|file| !file.is_compiled_in()).map(|file| file.path.clone()).collect();
    let checked = data::load(files).and_then(|dataset| check_slides_of(&dataset, &own).map(|()| dataset));
    match checked {
        Ok(dataset) => {
            say(&counts(&dataset, lang));
            Ok(0)
        }
        Err(faults) => {
            say(&count_data_faults(&faults, lang));
            print(&rendered(&faults, global))?;
            Ok(2)
        }
    }
}

/// Returns all faults as they are printed, in colour where colours are asked for.
pub(super) fn rendered(faults: &Faults, global: &Global) -> String {
    let lang = global.lang();
    match global.paint() {
        Paint::Plain => faults.render(lang),
        Paint::Ansi => faults.diagnostics().iter().map(|fault| fault.render_coloured(lang) + "\n").join("\n"),
    }
}

fn counts(dataset: &Library, lang: Lang) -> String {
    let counts = [
        (dataset.areas.len(), " 个地区", "area"),
        (dataset.indicators.len(), " 项指标", "indicator"),
        (dataset.observations.len(), " 个数字", "figure"),
        (dataset.articles.len(), " 篇文章", "article"),
        (dataset.initiatives.len(), " 个平台机制", "initiative"),
        (dataset.decks.len(), " 份演示稿", "deck"),
    ];
    // Most packs have no deck, and a zero would look like something missing.
    let counts: Vec<_> = counts.into_iter().filter(|(count, _, en)| *count > 0 || *en != "deck").collect();
    match lang {
        Lang::Zh => format!("数据无误：{}", counts.iter().map(|(count, zh, _)| format!("{count}{zh}")).join("、")),
        Lang::En => {
            let plural = |count: usize| if count == 1 { "" } else { "s" };
            let mut counted = counts.iter().map(|(count, _, en)| format!("{count} {en}{}", plural(*count)));
            format!("no fault: {}", counted.join(", "))
        }
    }
}
