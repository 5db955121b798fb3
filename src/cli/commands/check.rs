//! `cppcc check`: finds the faults of data.

use crate::checked::Faults;
use crate::cli::options::Global;
use crate::cli::slides_fit::check_all_slides;
use crate::cli::stream::{Failure, count_data_faults, print, say};
use crate::data;
use crate::deck::Library;
use crate::export::Paint;
use crate::text::Lang;
use itertools::Itertools;
use std::path::PathBuf;

/// Checks the data in force together with further folders. Prints every fault, or says how much was checked.
pub(in crate::cli) fn run(folders: &[PathBuf], global: &Global) -> Result<u8, Failure> {
    let lang = global.lang();
    let mut sources = global.sources();
    sources.folders.extend_from_slice(folders);
    let checked = data::load(sources.packs_and_deck()).and_then(|dataset| check_all_slides(&dataset).map(|()| dataset));
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
