//! `cppcc check`: finds the faults of data.

use super::check_json;
use crate::checked::{Diagnostic, Faults};
use crate::cli::options::Global;
use crate::cli::slides_fit::misfits_of;
use crate::cli::stream::{Failure, count_data_faults, drawable, print, say};
use crate::cli::values::CheckFormat;
use crate::data::{self, Checked, Origins};
use crate::deck::Library;
use crate::export::Paint;
use crate::text::{Lang, Phrase};
use itertools::Itertools;
use std::collections::HashSet;
use std::path::PathBuf;

/// Checks the data in force, or some folders together with them. Prints every fault, or says how much was checked.
///
/// It answers for the user's own files: what is compiled in was checked before the release, and a folder that is named has
/// nothing to do with the user's own deck, nor with the folders that the settings name.
pub(in crate::cli) fn run(folders: &[PathBuf], format: CheckFormat, global: &Global) -> Result<u8, Failure> {
    let lang = global.lang();
    let mut sources = if folders.is_empty() { global.sources() } else { global.named_sources() };
    sources.folders.extend_from_slice(folders);
    let files = if folders.is_empty() { sources.packs_and_deck() } else { sources.packs() };
    let own: HashSet<PathBuf> =
        files.iter().filter(|file| !file.is_compiled_in()).map(|file| file.path.clone()).collect();
    let overriding = Origins::of(files.clone()).overriding();
    let Checked { library, mut warnings } = data::check(files);
    warnings.retain(|warning| own.contains(&warning.path));
    let library = library.and_then(|library| {
        // The user's own deck may be given on another screen: what has no room there is worth a look, and no fault.
        let misfits = misfits_of(&library, &own).into_iter();
        let (in_own_deck, in_packs): (Vec<_>, Vec<_>) = misfits.partition(|misfit| sources.is_deck_file(&misfit.path));
        warnings.extend(in_own_deck.into_iter().map(Diagnostic::into_warning));
        Faults::of(in_packs).map_or(Ok(library), Err)
    });
    let status = match &library {
        Ok(library) => {
            say(&(summary(library, warnings.len(), lang) + &overrides(overriding, lang)));
            0
        }
        Err(faults) => {
            say(&count_with_warnings(count_data_faults(faults, lang), warnings.len(), lang));
            2
        }
    };
    match format {
        CheckFormat::Text => print_text(library.err().as_ref(), &warnings, global)?,
        CheckFormat::Json => print(&check_json::document(library.err().as_ref(), &warnings, lang)?)?,
    }
    Ok(status)
}

fn print_text(faults: Option<&Faults>, warnings: &[Diagnostic], global: &Global) -> Result<(), Failure> {
    if let Some(faults) = faults {
        print(&rendered(faults.printed(), global))?;
        if let Some(line) = faults.not_printed(global.lang()) {
            print(&format!("\n{line}\n"))?;
        }
        if !warnings.is_empty() {
            print("\n")?;
        }
    }
    print(&rendered(warnings, global))
}

/// Returns all faults or warnings as they are printed, in colour where colours are asked for.
pub(super) fn rendered(diagnostics: &[Diagnostic], global: &Global) -> String {
    let lang = global.lang();
    let render = |one: &Diagnostic| match global.paint() {
        Paint::Plain => one.render(lang),
        Paint::Ansi => one.render_styled(lang),
    };
    drawable(&diagnostics.iter().map(|one| render(one) + "\n").join("\n"))
}

/// Adds how many places should be looked at.
fn count_with_warnings(counted: String, warnings: usize, lang: Lang) -> String {
    match (warnings, lang) {
        (0, _) => counted,
        (count, Lang::Zh) => format!("{counted}，另有 {count} 处请核对"),
        (count, Lang::En) => format!("{counted}, {count} to look at"),
    }
}

/// Says that there is no fault, what to look at, and how much was checked.
fn summary(dataset: &Library, warnings: usize, lang: Lang) -> String {
    const SOUND: Phrase = Phrase { zh: "数据无误", en: "no fault" };
    let found = count_with_warnings(SOUND.get(lang).to_owned(), warnings, lang);
    let colon = if lang == Lang::Zh { "：" } else { ": " };
    format!("{found}{colon}{}", counts(dataset, lang))
}

/// Says how many entries lie over others: two that have one id by chance would do so in silence.
fn overrides(count: usize, lang: Lang) -> String {
    match (count, lang) {
        (0, _) => String::new(),
        (count, Lang::Zh) => format!("；其中 {count} 条覆盖了别处同代号的（见 cppcc list --origin）"),
        (1, Lang::En) => "; 1 overrides another (cppcc list --origin)".to_owned(),
        (count, Lang::En) => format!("; {count} override others (cppcc list --origin)"),
    }
}

fn counts(dataset: &Library, lang: Lang) -> String {
    let counts = [
        (dataset.areas.len(), " 个地区", "area"),
        (dataset.indicators.len(), " 项指标", "indicator"),
        (dataset.observations.len(), " 个数字", "figure"),
        (dataset.articles.len(), " 篇文章", "article"),
        (dataset.initiatives.len(), " 个平台", "initiative"),
        (dataset.decks.len(), " 份演示稿", "deck"),
    ];
    // Most packs have no deck, and a zero would look like something missing.
    let counts: Vec<_> = counts.into_iter().filter(|(count, _, en)| *count > 0 || *en != "deck").collect();
    match lang {
        Lang::Zh => counts.iter().map(|(count, zh, _)| format!("{count}{zh}")).join("、"),
        Lang::En => {
            let plural = |count: usize| if count == 1 { "" } else { "s" };
            counts.iter().map(|(count, _, en)| format!("{count} {en}{}", plural(*count))).join(", ")
        }
    }
}
